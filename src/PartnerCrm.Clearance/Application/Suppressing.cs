using Microsoft.EntityFrameworkCore;
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
    SuppressionKeys keys,
    IContactLookup contacts,
    ILocalEventBus events,
    ICurrentTenant tenant,
    IGuidGenerator guids,
    IClock clock) : ISuppressionLookup, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task SuppressAsync(
        Guid contactId, SuppressionReason reason, string? words, bool isPendingReview, CancellationToken cancellationToken = default)
    {
        var card = (await contacts.GetAsync([contactId], cancellationToken)).GetValueOrDefault(contactId);
        await ApplyAsync([keys.Of(contactId.ToString("N")), .. card is null ? [] : keys.Of(card)], contactId, reason, words, isPendingReview, cancellationToken);
        await events.PublishAsync(new ContactSuppressed(contactId, words ?? reason.ToString(), clock.Now));
    }

    /// <summary>An address takes no mail. That is all: the person said nothing, and may have another one.</summary>
    [UnitOfWork]
    public virtual Task BounceAsync(Guid contactId, string address, string status, CancellationToken cancellationToken = default) =>
        ApplyAsync([keys.Of(address)], contactId, SuppressionReason.Bounced, status, isPendingReview: false, cancellationToken);

    /// <summary>Two contacts were one person: what they told us under either name holds under all they are known by now.</summary>
    [UnitOfWork]
    public virtual async Task SpreadAsync(ContactCard contact, CancellationToken cancellationToken = default)
    {
        if (await HoldsForAsync(contact, cancellationToken) is { } said)
            await events.PublishAsync(new ContactSuppressed(contact.Id, said.Words ?? said.Reason.ToString(), clock.Now));
    }

    /// <summary>
    /// They are known otherwise than before, or for the first time: what they told us holds under that as well, and somebody who asked us not to, and whose
    /// record was erased or never made, is recognised again.
    /// </summary>
    [UnitOfWork]
    public virtual async Task RecogniseAsync(ContactCard contact, CancellationToken cancellationToken = default)
    {
        if (await HoldsForAsync(contact, cancellationToken) is not null) return;
        if ((await FindAsync([.. new[] { contact.Email, contact.ProfileSlug }.OfType<string>()], cancellationToken)).Count > 0)
            await SuppressAsync(contact.Id, SuppressionReason.Recorded, null, isPendingReview: false, cancellationToken);
    }

    [UnitOfWork]
    public virtual async Task<IReadOnlySet<string>> FindAsync(IReadOnlyCollection<string> emailsAndSlugs, CancellationToken cancellationToken = default)
    {
        var byKey = emailsAndSlugs.Distinct().ToLookup(keys.Of);
        var known = byKey.Select(g => g.Key).ToList();
        if (known.Count == 0) return new HashSet<string>();
        // EF.Parameter: a thousand keys travel as one array, and are one statement with any other number of them.
        var found = await suppressions.GetListAsync(
            s => EF.Parameter(known).Contains(s.Key) && s.LiftedAt == null && s.Reason != SuppressionReason.Bounced, cancellationToken: cancellationToken);
        return found.SelectMany(s => byKey[s.Key]).ToHashSet();
    }

    /// <summary>What they told us, since when they said it, now under all that they are known by; null when they said nothing.</summary>
    private async Task<Suppression?> HoldsForAsync(ContactCard contact, CancellationToken cancellationToken)
    {
        var standing = await suppressions.GetListAsync(
            s => s.ContactId == contact.Id && s.LiftedAt == null && s.Reason != SuppressionReason.Bounced, cancellationToken: cancellationToken);
        if (standing.OrderBy(s => s.IsPendingReview).ThenBy(s => s.At).FirstOrDefault() is not { } said) return null;

        string[] all = [keys.Of(contact.Id.ToString("N")), .. keys.Of(contact)];
        var missing = all.Except(standing.Select(s => s.Key)).ToList();
        if (missing.Count > 0) await ApplyAsync(missing, contact.Id, said.Reason, said.Words, said.IsPendingReview, cancellationToken, said.At);
        return said;
    }

    private async Task ApplyAsync(
        IReadOnlyCollection<string> under, Guid contactId, SuppressionReason reason, string? words, bool isPendingReview, CancellationToken cancellationToken, DateTime? at = null)
    {
        var since = at ?? clock.Now;
        var known = (await suppressions.GetListAsync(s => under.Contains(s.Key), cancellationToken: cancellationToken)).ToDictionary(s => s.Key);
        foreach (var key in under.Distinct())
        {
            if (known.TryGetValue(key, out var suppression)) suppression.Apply(contactId, reason, words, isPendingReview, since);
            else await suppressions.InsertAsync(
                new Suppression(guids.Create(), tenant.Id, contactId, key, reason, words, isPendingReview, since), cancellationToken: cancellationToken);
        }

        await suppressions.UpdateManyAsync(known.Values, cancellationToken: cancellationToken);
    }
}
