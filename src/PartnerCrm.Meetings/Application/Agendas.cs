using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Timing;

namespace PartnerCrm.Meetings;

/// <summary>Meetings and offered times of a stretch of days, with the names of those who meet.</summary>
public class Agendas(
    IRepository<Meeting, Guid> meetings, IRepository<Offer, Guid> offers, IContactLookup contacts, IColleagueLookup colleagues,
    IAsyncQueryableExecuter queries, IClock clock) : ITransientDependency
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(62);
    private const int Most = 500;

    public virtual async Task<AgendaDto> ReadAsync(DateTime from, DateTime until, Guid? ownerId)
    {
        var met = await queries.ToListAsync((await meetings.GetQueryableAsync())
            .Where(m => m.Start >= from && m.Start < until && m.State != MeetingState.Cancelled).WhereIf(ownerId is not null, m => m.OrganiserId == ownerId)
            .OrderBy(m => m.Start).ThenBy(m => m.Id).Take(Most).Select(MeetingDto.FromMeeting));
        var open = await queries.ToListAsync((await offers.GetQueryableAsync())
            .Where(o => o.State == OfferState.Open && o.FirstTime < until && o.ThirdTime >= from).WhereIf(ownerId is not null, o => o.OwnerId == ownerId)
            .OrderBy(o => o.FirstTime).ThenBy(o => o.Id).Take(Most).Select(OfferDto.FromOffer));
        return new AgendaDto(await NameAsync(met), await NameAsync(open));
    }

    public virtual async Task<IReadOnlyList<AgendaMeetingDto>> NameAsync(IReadOnlyList<MeetingDto> some)
    {
        var people = await contacts.GetAsync([.. some.Select(m => m.ContactId).Distinct()]);
        var organisers = await colleagues.GetAsync([.. some.Select(m => m.OrganiserId).Distinct()]);
        var now = clock.Now;
        return [.. some.Select(m => new AgendaMeetingDto(
            m, people.GetValueOrDefault(m.ContactId)?.DisplayName ?? m.Subject, people.GetValueOrDefault(m.ContactId)?.OrganisationName,
            organisers.GetValueOrDefault(m.OrganiserId)?.DisplayName, m.End < now && m.State is (MeetingState.Accepted or MeetingState.Tentative or MeetingState.Invited)))];
    }

    public virtual async Task<IReadOnlyList<AgendaOfferDto>> NameAsync(IReadOnlyList<OfferDto> some)
    {
        var people = await contacts.GetAsync([.. some.Select(o => o.ContactId).Distinct()]);
        var owners = await colleagues.GetAsync([.. some.Select(o => o.OwnerId).Distinct()]);
        return [.. some.Select(o => new AgendaOfferDto(
            o, people.GetValueOrDefault(o.ContactId)?.DisplayName ?? "", people.GetValueOrDefault(o.ContactId)?.OrganisationName,
            owners.GetValueOrDefault(o.OwnerId)?.DisplayName))];
    }
}
