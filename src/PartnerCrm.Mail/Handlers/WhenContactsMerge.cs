using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Mail;

/// <summary>
/// Two contacts were one person: one conversation is left. A link to unsubscribe from an old mail still stops whoever they are now. First of all: a mail that
/// is going out just now is settled before, its own row first and what follows from it afterwards.
/// </summary>
[LocalEventHandlerOrder(-1)]
public class WhenContactsMerge(MergedRows rows, ICurrentTenant tenant)
    : ILocalEventHandler<ContactsMerged>, ILocalEventHandler<RelationshipsMerged>, ITransientDependency
{
    public virtual Task HandleEventAsync(ContactsMerged eventData) => rows.MoveAsync(tenant.Id, eventData.MergedId, eventData.Contact.Id);

    public virtual Task HandleEventAsync(RelationshipsMerged eventData) =>
        rows.MoveRelationshipAsync(tenant.Id, eventData.ContactId, eventData.EndedId, eventData.RelationshipId);
}
