using Microsoft.Extensions.Options;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Clearance;

/// <summary>Suppresses a contact under everything we know them by, and recognises suppressed people before they are contacts.</summary>
[ExposeServices(typeof(ISuppressionLookup), typeof(Suppressing))]
public class Suppressing(
    IRepository<Suppression, Guid> suppressions,
    IContactLookup contacts,
    ILocalEventBus events,
    IOptions<SuppressionOptions> options,
    ICurrentTenant tenant,
    IGuidGenerator guids,
    IClock clock) : ISuppressionLookup, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task SuppressAsync(
        Guid contactId, SuppressionReason reason, string? words, bool isPendingReview, CancellationToken cancellationToken = default)
    {
        var values = new List<string> { contactId.ToString("N") };
        if ((await contacts.GetAsync([contactId], cancellationToken)).TryGetValue(contactId, out var card))
            values.AddRange(new[] { card.Email, reason == SuppressionReason.Bounced ? null : card.ProfileSlug }.OfType<string>());

        var keys = values.Select(KeyOf).Distinct().ToList();
        var known = (await suppressions.GetListAsync(s => keys.Contains(s.Key), cancellationToken: cancellationToken)).ToDictionary(s => s.Key);
        foreach (var key in keys)
        {
            if (known.TryGetValue(key, out var suppression)) suppression.Apply(contactId, reason, words, isPendingReview, clock.Now);
            else await suppressions.InsertAsync(
                new Suppression(guids.Create(), tenant.Id, contactId, key, reason, words, isPendingReview, clock.Now), cancellationToken: cancellationToken);
        }

        await suppressions.UpdateManyAsync(known.Values, cancellationToken: cancellationToken);
        await events.PublishAsync(new ContactSuppressed(contactId, words ?? reason.ToString(), clock.Now));
    }

    /// <summary>
    /// Two contacts were one person: what they told us under either name holds under all they are known by now, since when they said it. A dead address that
    /// is theirs no more keeps nobody from the one they have.
    /// </summary>
    [UnitOfWork]
    public virtual async Task SpreadAsync(ContactCard contact, CancellationToken cancellationToken = default)
    {
        var standing = await suppressions.GetListAsync(s => s.ContactId == contact.Id && s.LiftedAt == null, cancellationToken: cancellationToken);
        var bounced = standing.Where(s => s.Reason == SuppressionReason.Bounced).ToList();
        if (contact.Email is { } address && bounced.Count > 0 && !bounced.Exists(s => s.Key == KeyOf(address)))
        {
            foreach (var suppression in bounced) suppression.Forget();
            standing.RemoveAll(bounced.Contains);
        }
        var said = standing.Where(s => s.Reason != SuppressionReason.Bounced).OrderBy(s => s.IsPendingReview).ThenBy(s => s.At).FirstOrDefault() ?? standing.FirstOrDefault();
        if (said is null) return;

        var keys = new[] { contact.Id.ToString("N"), contact.Email, said.Reason == SuppressionReason.Bounced ? null : contact.ProfileSlug }.OfType<string>().Select(KeyOf).ToList();
        var known = await suppressions.GetListAsync(s => keys.Contains(s.Key), cancellationToken: cancellationToken);
        foreach (var key in keys.Except(known.Select(s => s.Key)))
            await suppressions.InsertAsync(
                new Suppression(guids.Create(), tenant.Id, contact.Id, key, said.Reason, said.Words, said.IsPendingReview, said.At), cancellationToken: cancellationToken);
        foreach (var weaker in known.Where(s => s.LiftedAt != null || s.Reason == SuppressionReason.Bounced)) weaker.Apply(contact.Id, said.Reason, said.Words, said.IsPendingReview, said.At);
        await events.PublishAsync(new ContactSuppressed(contact.Id, said.Words ?? said.Reason.ToString(), clock.Now));
    }

    [UnitOfWork]
    public virtual async Task<IReadOnlySet<string>> FindAsync(IReadOnlyCollection<string> emailsAndSlugs, CancellationToken cancellationToken = default)
    {
        var byKey = emailsAndSlugs.Distinct().ToLookup(KeyOf);
        var keys = byKey.Select(g => g.Key).ToList();
        if (keys.Count == 0) return new HashSet<string>();
        var found = await suppressions.GetListAsync(s => keys.Contains(s.Key) && s.LiftedAt == null, cancellationToken: cancellationToken);
        return found.SelectMany(s => byKey[s.Key]).ToHashSet();
    }

    private string KeyOf(string value) => Suppression.KeyOf(options.Value.Secret, tenant.Id, value);
}
