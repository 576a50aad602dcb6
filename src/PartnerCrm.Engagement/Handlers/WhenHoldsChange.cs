using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Linq;

namespace PartnerCrm.Engagement;

/// <summary>A hold pauses the climbs it covers; its end lets them go on.</summary>
public class WhenHoldsChange(
    IRepository<Escalation, Guid> escalations, IRepository<Relationship, Guid> relationships, EscalationSteering steering, IAsyncQueryableExecuter queries)
    : ILocalEventHandler<HoldPlaced>, ILocalEventHandler<HoldLifted>, ITransientDependency
{
    public async Task HandleEventAsync(HoldPlaced fact)
    {
        foreach (var (escalation, relationship) in await CoveredAsync(fact.Scope, fact.TargetId)) await steering.HoldAsync(escalation, relationship, fact);
    }

    public async Task HandleEventAsync(HoldLifted fact)
    {
        foreach (var (escalation, relationship) in await HeldByAsync(fact.HoldId)) await steering.LiftAsync(escalation, relationship, fact);
    }

    // Not whom it covers today: people change jobs, and contacts are merged, while a climb is held.
    private async Task<List<(Escalation Escalation, Relationship Relationship)>> HeldByAsync(Guid holdId)
    {
        var id = holdId.ToString("N");
        var held = from escalation in await escalations.GetQueryableAsync()
            join relationship in await relationships.GetQueryableAsync() on escalation.RelationshipId equals relationship.Id
            where escalation.State == EscalationState.Paused && escalation.HeldBy.Contains(id)
            select new { escalation, relationship };
        return (await queries.ToListAsync(held)).ConvertAll(c => (c.escalation, c.relationship));
    }

    private async Task<List<(Escalation Escalation, Relationship Relationship)>> CoveredAsync(HoldScope scope, Guid? targetId)
    {
        var covered = from escalation in await escalations.GetQueryableAsync()
            join relationship in await relationships.GetQueryableAsync() on escalation.RelationshipId equals relationship.Id
            where escalation.State == EscalationState.Running || escalation.State == EscalationState.Paused
            where scope == HoldScope.Everything
                || scope == HoldScope.Contact && relationship.ContactId == targetId
                || scope == HoldScope.Organisation && relationship.OrganisationId == targetId
            select new { escalation, relationship };
        return (await queries.ToListAsync(covered)).ConvertAll(c => (c.escalation, c.relationship));
    }
}
