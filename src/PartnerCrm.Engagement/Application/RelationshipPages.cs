using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>Pages of relationships, with what comes next: three round trips a page, however long.</summary>
public class RelationshipPages(
    IRepository<Relationship, Guid> relationships, IRepository<Escalation, Guid> escalations, IRepository<FollowUp, Guid> followUps,
    IContactSearch search, IColleagueLookup colleagues, Words words, IAsyncQueryableExecuter queries, IClock clock) : ITransientDependency
{
    private const int MatchesLookedAt = 500;

    public async Task<IQueryable<Relationship>> FindAsync(Guid? ownerId, Guid? organisationId, string? filter)
    {
        var found = (await relationships.GetQueryableAsync())
            .WhereIf(ownerId is not null, r => r.OwnerId == ownerId).WhereIf(organisationId is not null, r => r.OrganisationId == organisationId);
        if (string.IsNullOrWhiteSpace(filter)) return found;
        var contactIds = await search.FindAsync(filter, MatchesLookedAt);
        return found.Where(r => contactIds.Contains(r.ContactId));
    }

    internal async Task<List<RelationshipDto>> ReadAsync(IReadOnlyCollection<RelationshipRow> rows)
    {
        if (rows.Count == 0) return [];
        var (now, ids) = (clock.Now, rows.Select(r => r.Id).ToList());
        var climbs = (await queries.ToListAsync((await escalations.GetQueryableAsync())
            .Where(e => ids.Contains(e.RelationshipId) && e.State != EscalationState.Ended)
            .Select(e => new Climb(e.RelationshipId, e.State, e.WaitingFor, e.DueAt, e.PausedBecause)))).ToDictionary(c => c.RelationshipId);
        var asked = (await queries.ToListAsync((await followUps.GetQueryableAsync())
            .Where(f => ids.Contains(f.RelationshipId) && f.State == FollowUpState.Open)
            .Select(f => new Todo(f.RelationshipId, f.TitleKey, f.TitleData, f.DueAt)))).ToLookup(t => t.RelationshipId);
        var owners = await colleagues.GetAsync([.. rows.Select(r => r.OwnerId).Distinct()]);
        return [.. rows.Select(r =>
        {
            var (step, due) = Next(climbs.GetValueOrDefault(r.Id), asked[r.Id].MinBy(t => t.DueAt));
            return r.AsOf(now) with
            {
                OwnerName = owners.GetValueOrDefault(r.OwnerId)?.DisplayName, NextStep = step, NextDue = due, EscalationState = climbs.GetValueOrDefault(r.Id)?.State,
            };
        })];
    }

    /// <summary>What stands still says so; else the first thing a person must do; else what the plan waits for.</summary>
    private (string? Step, DateTime? Due) Next(Climb? climb, Todo? first) => climb switch
    {
        { State: EscalationState.Paused } => (words.Of(Sentence.Of("Next:Paused", ("Reason", climb.PausedBecause))), null),
        { State: EscalationState.AwaitingOwner or EscalationState.Queued } => (words.Of(Sentence.Of($"Next:{climb.State}")), climb.DueAt),
        _ when first is not null && (climb?.DueAt is null || first.DueAt <= climb.DueAt) => (words.Of(first.TitleKey, first.TitleData), first.DueAt),
        { State: EscalationState.Running } => (words.Of(Sentence.Of($"Next:{climb.WaitingFor}")), climb.DueAt),
        _ => (null, null),
    };

    private sealed record Climb(Guid RelationshipId, EscalationState State, WaitingFor WaitingFor, DateTime? DueAt, string? PausedBecause);

    private sealed record Todo(Guid RelationshipId, string TitleKey, string TitleData, DateTime DueAt);
}
