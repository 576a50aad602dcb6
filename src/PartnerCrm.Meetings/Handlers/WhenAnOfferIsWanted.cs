using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Timing;

namespace PartnerCrm.Meetings;

/// <summary>Another module wants times offered, or no longer.</summary>
public class WhenAnOfferIsWanted(Offering offering, IRepository<Offer, Guid> offers, ILocalEventBus events, IClock clock) :
    ILocalEventHandler<MeetingOfferRequested>, ILocalEventHandler<MeetingOfferWithdrawn>, ITransientDependency
{
    /// <summary>Nobody waits for an answer here: that there are no times is a fact like any other.</summary>
    public virtual async Task HandleEventAsync(MeetingOfferRequested eventData)
    {
        try
        {
            await offering.OfferAsync(
                eventData.EffectKey, eventData.ContactId, eventData.OwnerId, eventData.RelationshipId, eventData.EscalationId, eventData.Template, eventData.Duration);
        }
        catch (BusinessException impossible) when (impossible.Code == MeetingsErrors.NoTimesFound)
        {
            await events.PublishAsync(new MeetingNotOffered(
                eventData.EffectKey, eventData.ContactId, eventData.RelationshipId, eventData.EscalationId, WhyNotOffered.NoTimes, null, null, clock.Now));
        }
    }

    public virtual async Task HandleEventAsync(MeetingOfferWithdrawn eventData)
    {
        var open = await offers.GetListAsync(o => o.EscalationId == eventData.EscalationId && o.State == OfferState.Open);
        open.ForEach(o => o.Withdraw());
        await offers.UpdateManyAsync(open);
    }
}
