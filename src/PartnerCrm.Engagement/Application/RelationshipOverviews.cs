using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace PartnerCrm.Engagement;

public class RelationshipOverviews(
    IRepository<Relationship, Guid> relationships, IRepository<Touchpoint, Guid> touchpoints, RelationshipPages pages, IAsyncQueryableExecuter queries)
    : IRelationshipOverviews, ITransientDependency
{
    private const int AcquaintancesShown = 50;

    public async Task<RelationshipOverview?> OfContactAsync(Guid contactId, CancellationToken cancellationToken = default) =>
        (await ReadAsync((await relationships.GetQueryableAsync()).Where(r => r.ContactId == contactId), cancellationToken)).FirstOrDefault();

    public async Task<IReadOnlyList<Acquaintance>> WhoKnowsAsync(Guid contactId, CancellationToken cancellationToken = default) => await queries.ToListAsync(
        (await touchpoints.GetQueryableAsync()).Where(t => t.ContactId == contactId).GroupBy(t => t.UserId)
            .Select(g => new { UserId = g.Key, Touches = g.Count(), LastAt = g.Max(t => t.At) })
            .OrderByDescending(a => a.LastAt).Take(AcquaintancesShown).Select(a => new Acquaintance(a.UserId, a.Touches, a.LastAt)),
        cancellationToken);

    public async Task<IReadOnlyList<RelationshipOverview>> AtOrganisationAsync(Guid organisationId, int max, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            (await relationships.GetQueryableAsync()).Where(r => r.OrganisationId == organisationId).OrderByDescending(r => r.LastTouchpointAt).ThenBy(r => r.Id).Take(max),
            cancellationToken);

    private async Task<List<RelationshipOverview>> ReadAsync(IQueryable<Relationship> found, CancellationToken cancellationToken)
    {
        var rows = await queries.ToListAsync(found.Select(RelationshipRow.FromRelationship), cancellationToken);
        return (await pages.ReadAsync(rows)).ConvertAll(r => new RelationshipOverview(
            r.Id, r.ContactId, r.ContactName, r.OwnerId, r.Stage.ToString(), r.They, r.We, r.Unanswered, r.RestingUntil, r.ClosedBecause, r.LastTouchpointAt,
            r.NextStep, r.NextDue));
    }
}
