using Microsoft.Extensions.Logging;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Timing;

namespace PartnerCrm.Meetings;

/// <summary>The contact follows the link and chooses, or their calendar answers the invitation.</summary>
public class WhenTheyAnswer(
    IRepository<Offer, Guid> offers, IRepository<Meeting, Guid> meetings, IContactLookup contacts, Offering offering, IClock clock, ILogger<WhenTheyAnswer> logger) :
    ILocalEventHandler<OfferTimePicked>, ILocalEventHandler<CalendarReplyArrived>, ITransientDependency
{
    public virtual async Task HandleEventAsync(OfferTimePicked eventData)
    {
        var hash = Offer.HashOf(eventData.Token);
        if (await offers.FindAsync(o => o.TokenHash == hash) is { } offer) await offering.ChooseAsync(offer, eventData.Choice);
        else logger.LogInformation("A time was picked with a token that no offer of this tenant has");
    }

    public virtual async Task HandleEventAsync(CalendarReplyArrived eventData)
    {
        if (Calendar.ReadReply(eventData.Calendar) is not { } reply)
        {
            logger.LogInformation("Mail {Mail} carries a calendar part that is no reply we can read; nothing changes", eventData.IncomingMailId);
            return;
        }

        if (await meetings.FindAsync(m => m.Uid == reply.Uid) is not { } meeting)
        {
            logger.LogInformation("Mail {Mail} answers an invitation that is not ours; nothing changes", eventData.IncomingMailId);
            return;
        }

        if (!await IsFromContactAsync(meeting, eventData.From, reply.Attendee))
        {
            logger.LogInformation("Mail {Mail} answers meeting {Meeting} for somebody who was not invited; nothing changes", eventData.IncomingMailId, meeting.Id);
            return;
        }

        if (meeting.Answer(reply.Answer, reply.Sequence, reply.Stamp, clock.Now)) await meetings.UpdateAsync(meeting);
        else logger.LogInformation("Mail {Mail} answers an older state of meeting {Meeting}; nothing changes", eventData.IncomingMailId, meeting.Id);
    }

    // Some calendars answer from an alias: either the sender or the attendee must be the one we invited.
    private async Task<bool> IsFromContactAsync(Meeting meeting, string from, string attendee)
    {
        var email = (await contacts.GetAsync([meeting.ContactId])).GetValueOrDefault(meeting.ContactId)?.Email;
        return email != null && (email.Equals(from, StringComparison.OrdinalIgnoreCase) || email.Equals(attendee, StringComparison.OrdinalIgnoreCase));
    }
}
