using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace PartnerCrm.Meetings;

/// <summary>Makes offers, and meetings of the times that are chosen.</summary>
public class Offering(
    IRepository<Offer, Guid> offers,
    IRepository<Meeting, Guid> meetings,
    IContactLookup contacts,
    IColleagueLookup colleagues,
    MeetingMails mails,
    ILocalEventBus events,
    IAsyncQueryableExecuter executer,
    ICurrentTenant tenant,
    IGuidGenerator guids,
    IClock clock) : ITransientDependency
{
    /// <summary>Offers three times, once per effect key.</summary>
    public virtual async Task<Offer> OfferAsync(
        string effectKey, Guid contactId, Guid ownerId, Guid relationshipId, Guid? escalationId, string template, TimeSpan duration)
    {
        if (await offers.FindAsync(o => o.EffectKey == effectKey) is { } known) return known;

        var contact = (await contacts.GetAsync([contactId])).GetValueOrDefault(contactId);
        var owner = (await colleagues.GetAsync([ownerId])).GetValueOrDefault(ownerId) ?? throw new BusinessException(MeetingsErrors.NoTimesFound);
        var times = ProposedTimes.Find(owner, contact?.TimeZone, duration, await BusyAsync(ownerId), clock.Now);
        if (times.Count < 3) throw new BusinessException(MeetingsErrors.NoTimesFound).WithData("Owner", owner.DisplayName);

        var token = Offer.NewToken();
        var offer = await offers.InsertAsync(
            new Offer(guids.Create(), tenant.Id, effectKey, token, contactId, ownerId, relationshipId, escalationId, times, duration));
        await mails.OfferAsync(offer, token, template);
        await events.PublishAsync(new MeetingOffered(offer.Id, effectKey, contactId, relationshipId, escalationId, offer.Times, clock.Now));
        return offer;
    }

    /// <summary>The contact chose: the meeting is made and the invitation asked for.</summary>
    public virtual async Task<Meeting> ChooseAsync(Offer offer, int choice)
    {
        var id = guids.Create();
        var start = offer.Choose(choice, id, clock.Now);
        await offers.UpdateAsync(offer);

        var contact = (await contacts.GetAsync([offer.ContactId])).GetValueOrDefault(offer.ContactId);
        var owner = (await colleagues.GetAsync([offer.OwnerId])).GetValueOrDefault(offer.OwnerId);
        var host = new Uri(mails.Link("")).Host;
        var meeting = await meetings.InsertAsync(new Meeting(
            id, tenant.Id, host, offer.OwnerId, offer.ContactId, offer.RelationshipId, offer.EscalationId,
            $"{contact?.DisplayName} – {owner?.DisplayName}", null, start, offer.Duration));
        await events.PublishAsync(new MeetingTimeChosen(offer.Id, id, offer.ContactId, offer.RelationshipId, offer.EscalationId, start, clock.Now));
        await mails.InviteAsync(meeting);
        return meeting;
    }

    private async Task<List<BusyTime>> BusyAsync(Guid ownerId)
    {
        var now = clock.Now;
        var query = (await meetings.GetQueryableAsync())
            .Where(m => m.OrganiserId == ownerId && m.Start > now && m.State != MeetingState.Cancelled && m.State != MeetingState.Declined)
            .Select(m => new BusyTime(m.Start, m.End));
        var busy = await executer.ToListAsync(query);
        // What is offered to somebody else is taken until they choose.
        foreach (var open in await offers.GetListAsync(o => o.OwnerId == ownerId && o.State == OfferState.Open))
            busy.AddRange(open.Times.Select(t => new BusyTime(t, t + open.Duration)));
        return busy;
    }
}
