using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace PartnerCrm.Meetings;

/// <summary>Two contacts were one person: offers and meetings with either are with them. Links in offers go on working.</summary>
public class WhenContactsMerge(MergedRows rows) : ILocalEventHandler<ContactsMerged>, ILocalEventHandler<RelationshipsMerged>, ITransientDependency
{
    public virtual Task HandleEventAsync(ContactsMerged eventData) => rows.MoveAsync(eventData.MergedId, eventData.Contact.Id);

    public virtual Task HandleEventAsync(RelationshipsMerged eventData) =>
        rows.MoveRelationshipAsync(eventData.ContactId, eventData.EndedId, eventData.RelationshipId);
}
