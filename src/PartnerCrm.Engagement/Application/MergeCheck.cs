using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace PartnerCrm.Engagement;

/// <summary>Two plans can't go on as one, and a plan doesn't go on with somebody whom a colleague has closed: a person decides first.</summary>
public class MergeCheck(
    IRepository<Relationship, Guid> relationships, IRepository<Escalation, Guid> escalations, IAsyncQueryableExecuter queries, Words words) : IMergeCheck, ITransientDependency
{
    public async Task<string?> WhyNotAsync(Guid oneId, Guid otherId, CancellationToken cancellationToken = default)
    {
        var live = (await escalations.GetQueryableAsync()).Where(e => e.State != EscalationState.Ended);
        var ties = await queries.ToListAsync(
            (await relationships.GetQueryableAsync()).Where(r => r.ContactId == oneId || r.ContactId == otherId)
                .Select(r => new { r.ContactName, r.Stage, r.ClosedBecause, IsClimbing = live.Any(e => e.RelationshipId == r.Id) }),
            cancellationToken);
        if (ties.Count < 2 || ties.Find(t => t.IsClimbing) is not { } climbing) return null;
        if (ties.TrueForAll(t => t.IsClimbing)) return words.Of(Sentence.Of("Merge:BothClimb", ("Name", climbing.ContactName)));
        return ties.Find(t => t.Stage == Stage.Closed) is { } closed
            ? words.Of(Sentence.Of("Merge:OneIsClosed", ("Name", closed.ContactName), ("Reason", closed.ClosedBecause)))
            : null;
    }
}
