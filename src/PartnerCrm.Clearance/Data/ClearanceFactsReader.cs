using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Clearance;

/// <summary>
/// Collects the facts for any number of contacts in a fixed number of queries. Contacts unknown here are absent from the answer. What was counted under the
/// effect key before is that same mail, tried again: it doesn't stand in its own way.
/// </summary>
public class ClearanceFactsReader(IDbContextProvider<IClearanceDbContext> provider, IContactLookup lookup, SuppressionKeys keys) : ITransientDependency
{
    public virtual async Task<IReadOnlyDictionary<Guid, ClearanceFacts>> ReadAsync(
        IReadOnlyCollection<Guid> contactIds, Guid askedBy, int mailsADay, TimeSpan betweenColdMails, DateTime now, string? effectKey, CancellationToken cancellationToken)
    {
        var db = await provider.GetDbContextAsync();

        var contacts = await (
            from contact in db.ContactBases.AsNoTracking()
            where contactIds.Contains(contact.Id)
            join standing in db.OrganisationStandings.AsNoTracking() on contact.OrganisationId equals standing.Id into standings
            from organisation in standings.DefaultIfEmpty()
            select new { contact, organisation }).ToListAsync(cancellationToken);
        if (contacts.Count == 0) return new Dictionary<Guid, ClearanceFacts>();

        var organisationIds = contacts.Where(c => c.organisation != null).Select(c => c.organisation!.Id).Distinct().ToList();
        var targets = contactIds.Concat(organisationIds).ToList();

        // By what they are known by, too: the words may be those of somebody whose record is gone. A dead address is nobody's but the address's.
        var knownBy = (await lookup.GetAsync(contactIds, cancellationToken)).ToDictionary(c => c.Key, c => keys.Of(c.Value));
        var known = knownBy.Values.SelectMany(k => k).Distinct().ToList();
        var suppressions = await db.Suppressions.AsNoTracking()
            .Where(s => s.LiftedAt == null && (known.Contains(s.Key)
                || s.ContactId != null && contactIds.Contains(s.ContactId.Value) && s.Reason != SuppressionReason.Bounced))
            .ToListAsync(cancellationToken);
        var holds = await db.Holds.AsNoTracking()
            .Where(h => h.LiftedAt == null && (h.Until == null || h.Until > now) && (h.TargetId == null || targets.Contains(h.TargetId.Value)))
            .ToListAsync(cancellationToken);
        var activity = organisationIds.Count == 0 ? [] : await ActivityAsync(db, organisationIds, now, betweenColdMails, effectKey, cancellationToken);
        var permissions = organisationIds.Count == 0 ? [] : await db.OwnerRequests.AsNoTracking()
            .Where(r => organisationIds.Contains(r.OrganisationId) && r.AskedBy == askedBy && r.State == OwnerRequestState.Granted && r.GrantedUntil > now)
            .Select(r => new { r.OrganisationId, r.GrantedUntil })
            .ToListAsync(cancellationToken);
        var mailsToday = await db.Touches.CountAsync(t => t.UserId == askedBy && t.Channel == Channel.Email && t.At >= now.Date
            && (effectKey == null || t.EffectKey != effectKey), cancellationToken);

        return contacts.ToDictionary(c => c.contact.Id, c =>
        {
            var contact = c.contact;
            var touched = activity.Where(a => a.OrganisationId == contact.OrganisationId).ToList();
            var colleague = touched.Where(a => a.UserId != askedBy).MaxBy(a => a.LastAt);
            return new ClearanceFacts(
                new ContactFacts(contact.Id, contact.HasEmail, contact.Country, contact.Kind, contact.Source, contact.NoticeDueAt, contact.NoticeGivenAt),
                c.organisation is { } o ? new OrganisationFacts(o.Id, o.Name, o.SubscriberType, o.LeadOwnerId, o.ClaimedBy, o.ClaimedUntil) : null,
                Strictest(suppressions.Where(s =>
                    s.ContactId == contact.Id && s.Reason != SuppressionReason.Bounced || knownBy.GetValueOrDefault(contact.Id)?.Contains(s.Key) == true)),
                Widest(holds.Where(h => h.TargetId == null || h.TargetId == contact.Id || h.TargetId == contact.OrganisationId)),
                new ActivityFacts(
                    colleague?.UserId,
                    colleague?.LastAt,
                    permissions.Where(p => p.OrganisationId == contact.OrganisationId).Max(p => p.GrantedUntil),
                    touched.Max(a => a.LastColdMailAt)),
                new CapFacts(mailsToday, mailsADay, betweenColdMails));
        });
    }

    private static async Task<List<OrganisationActivity>> ActivityAsync(
        IClearanceDbContext db, List<Guid> organisationIds, DateTime now, TimeSpan betweenColdMails, string? effectKey, CancellationToken cancellationToken)
    {
        var since = now - (betweenColdMails > ClearanceRules.ColleagueActivityCounts ? betweenColdMails : ClearanceRules.ColleagueActivityCounts);
        return await db.Touches.AsNoTracking()
            .Where(t => t.OrganisationId != null && organisationIds.Contains(t.OrganisationId.Value) && t.At > since
                && (effectKey == null || t.EffectKey != effectKey))
            .GroupBy(t => new { t.OrganisationId, t.UserId })
            .Select(g => new OrganisationActivity(
                g.Key.OrganisationId, g.Key.UserId, g.Max(t => t.At), g.Max(t => t.IsCold && t.Channel == Channel.Email ? t.At : (DateTime?)null)))
            .ToListAsync(cancellationToken);
    }

    // A person's own words outrank a bounce, and what is confirmed outranks a guess.
    private static SuppressionFact? Strictest(IEnumerable<Suppression> suppressions) => suppressions
        .OrderBy(s => s.Reason == SuppressionReason.Bounced).ThenBy(s => s.IsPendingReview).ThenByDescending(s => s.At)
        .Select(s => new SuppressionFact(s.Reason, s.At, s.IsPendingReview)).FirstOrDefault();

    private static HoldFact? Widest(IEnumerable<Hold> holds) => holds
        .OrderByDescending(h => h.Until ?? DateTime.MaxValue).ThenByDescending(h => h.Scope)
        .Select(h => new HoldFact(h.Scope, h.Reason, h.Until, h.Id)).FirstOrDefault();

    private sealed record OrganisationActivity(Guid? OrganisationId, Guid UserId, DateTime LastAt, DateTime? LastColdMailAt);
}
