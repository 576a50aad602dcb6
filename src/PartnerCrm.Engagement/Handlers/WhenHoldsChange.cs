using System.Linq.Expressions;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Linq;

namespace PartnerCrm.Engagement;

/// <summary>A hold pauses the climbs it covers, and keeps those from starting that wait; its end lets them go on.</summary>
public class WhenHoldsChange(
    IRepository<Escalation, Guid> escalations, IRepository<Relationship, Guid> relationships, EscalationSteering steering, IAsyncQueryableExecuter queries)
    : ILocalEventHandler<HoldPlaced>, ILocalEventHandler<HoldLifted>, ITransientDependency
{
    public async Task HandleEventAsync(HoldPlaced fact)
    {
        var covered = await ClimbsAsync(
            escalation => escalation.State != EscalationState.Ended,
            relationship => fact.Scope == HoldScope.Everything
                || fact.Scope == HoldScope.Contact && relationship.ContactId == fact.TargetId
                || fact.Scope == HoldScope.Organisation && relationship.OrganisationId == fact.TargetId);
        foreach (var (escalation, relationship) in covered) await steering.HoldAsync(escalation, relationship, fact);
    }

    public async Task HandleEventAsync(HoldLifted fact)
    {
        // Not whom it covers today: people change jobs, and contacts are merged, while a climb is held.
        var id = fact.HoldId.ToString("N");
        var held = await ClimbsAsync(escalation => escalation.State != EscalationState.Ended && escalation.HeldBy.Contains(id), relationship => true);
        foreach (var (escalation, relationship) in held) await steering.LiftAsync(escalation, relationship, fact);
    }

    private async Task<List<(Escalation Escalation, Relationship Relationship)>> ClimbsAsync(
        Expression<Func<Escalation, bool>> which, Expression<Func<Relationship, bool>> whose)
    {
        var climbs = from escalation in (await escalations.GetQueryableAsync()).Where(which)
            join relationship in (await relationships.GetQueryableAsync()).Where(whose) on escalation.RelationshipId equals relationship.Id
            select new { escalation, relationship };
        return (await queries.ToListAsync(climbs)).ConvertAll(c => (c.escalation, c.relationship));
    }
}
