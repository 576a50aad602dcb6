using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace PartnerCrm.Partners;

/// <summary>Keeps what lists of contacts are narrowed by. It is no change of the contact: whoever edits them meanwhile is not disturbed.</summary>
public class WhenRelationshipsChange(ContactStandings standings) : ILocalEventHandler<RelationshipChanged>, ITransientDependency
{
    public virtual Task HandleEventAsync(RelationshipChanged eventData) => standings.KeepAsync(eventData.Relationship);
}
