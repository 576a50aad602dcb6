using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>The relationship that a fact is about, however the fact names it. Facts about strangers are no business of ours.</summary>
public class RelationshipOf(IRepository<Relationship, Guid> relationships) : ITransientDependency
{
    public async Task<Relationship?> ContactAsync(Guid contactId) => await relationships.FindAsync(r => r.ContactId == contactId);

    public async Task<Relationship?> FactAsync(Guid? relationshipId, Guid contactId) =>
        (relationshipId is { } id ? await relationships.FindAsync(id, includeDetails: false) : null) ?? await ContactAsync(contactId);
}
