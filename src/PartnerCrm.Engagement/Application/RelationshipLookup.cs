using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace PartnerCrm.Engagement;

public class RelationshipLookup(IRepository<Relationship, Guid> relationships, IAsyncQueryableExecuter queries) : IRelationshipLookup, ITransientDependency
{
    public async Task<IReadOnlyDictionary<Guid, RelationshipCard>> OfContactsAsync(
        IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
    {
        if (contactIds.Count == 0) return new Dictionary<Guid, RelationshipCard>();
        var ids = contactIds.ToList();
        // EF.Parameter: a thousand ids travel as one array, and are one statement with any other number of them.
        var rows = await queries.ToListAsync((await relationships.GetQueryableAsync()).Where(r => EF.Parameter(ids).Contains(r.ContactId))
            .Select(r => new { r.Id, r.ContactId, r.OrganisationId, r.OwnerId, r.Stage, r.LastTouchpointAt }), cancellationToken);
        return rows.ToDictionary(
            r => r.ContactId, r => new RelationshipCard(r.Id, r.ContactId, r.OrganisationId, r.OwnerId, r.Stage.ToString(), r.LastTouchpointAt));
    }
}
