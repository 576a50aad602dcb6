using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;

namespace PartnerCrm.Meetings;

/// <summary>Another module wants times offered, or no longer.</summary>
public class WhenAnOfferIsWanted(Offering offering, IRepository<Offer, Guid> offers) :
    ILocalEventHandler<MeetingOfferRequested>, ILocalEventHandler<MeetingOfferWithdrawn>, ITransientDependency
{
    public virtual async Task HandleEventAsync(MeetingOfferRequested eventData) => await offering.OfferAsync(
        eventData.EffectKey, eventData.ContactId, eventData.OwnerId, eventData.RelationshipId, eventData.EscalationId, eventData.Template, eventData.Duration);

    public virtual async Task HandleEventAsync(MeetingOfferWithdrawn eventData)
    {
        var open = await offers.GetListAsync(o => o.EscalationId == eventData.EscalationId && o.State == OfferState.Open);
        open.ForEach(o => o.Withdraw());
        await offers.UpdateManyAsync(open);
    }
}
