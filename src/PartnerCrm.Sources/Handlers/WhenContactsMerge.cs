using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace PartnerCrm.Sources;

/// <summary>Two contacts were one person: candidates that are either are them.</summary>
public class WhenContactsMerge(MergedRows rows) : ILocalEventHandler<ContactsMerged>, ITransientDependency
{
    public virtual Task HandleEventAsync(ContactsMerged eventData) => rows.MoveAsync(eventData.MergedId, eventData.Contact.Id);
}
