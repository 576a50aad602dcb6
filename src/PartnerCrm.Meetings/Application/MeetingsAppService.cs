using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Meetings;

/// <summary>From and Until are UTC and bound the start.</summary>
public class MeetingsInput : PagedResultRequestDto
{
    public DateTime? From { get; set; }
    public DateTime? Until { get; set; }
    public Guid? OwnerId { get; set; }
    public Guid? ContactId { get; set; }
}

public record RescheduleInput(DateTime Start, [Range(10, 480)] int Minutes = 30);

public record CancelMeetingInput([Required, StringLength(Meeting.OutcomeLength)] string Reason);

public record RecordOutcomeInput([Required, StringLength(Meeting.OutcomeLength)] string Outcome);

/// <summary>Times are UTC.</summary>
public record MeetingDto(
    Guid Id, string Uid, int Sequence, Guid OrganiserId, Guid ContactId, Guid RelationshipId, string Subject, string? Location,
    DateTime Start, DateTime End, MeetingState State, string? Outcome)
{
    internal static readonly Expression<Func<Meeting, MeetingDto>> FromMeeting = m => new MeetingDto(
        m.Id, m.Uid, m.Sequence, m.OrganiserId, m.ContactId, m.RelationshipId, m.Subject, m.Location, m.Start, m.End, m.State, m.Outcome);
}

/// <summary>A stretch of days, two months at most; of one owner, or of everybody. The caller's own with Mine.</summary>
public class AgendaInput
{
    public DateTime From { get; set; }
    public DateTime Until { get; set; }
    public Guid? OwnerId { get; set; }
    public bool Mine { get; set; }
}

/// <summary>A meeting on the agenda. NeedsOutcome: it is over, and nobody has said what came of it.</summary>
public record AgendaMeetingDto(MeetingDto Meeting, string ContactName, string? OrganisationName, string? OrganiserName, bool NeedsOutcome);

/// <summary>Times held free for somebody who has not chosen yet.</summary>
public record AgendaOfferDto(OfferDto Offer, string ContactName, string? OrganisationName, string? OwnerName);

/// <summary>Both by time, at most 500 of each.</summary>
public record AgendaDto(IReadOnlyList<AgendaMeetingDto> Meetings, IReadOnlyList<AgendaOfferDto> Offers);

[Authorize(MeetingsPermissions.Meetings.Default)]
public class MeetingsAppService(IRepository<Meeting, Guid> meetings, Agendas agendas, MeetingMails mails) : ApplicationService
{
    /// <summary>By start, earliest first.</summary>
    public virtual async Task<PagedResultDto<MeetingDto>> GetListAsync(MeetingsInput input)
    {
        var query = (await meetings.GetQueryableAsync())
            .WhereIf(input.From != null, m => m.Start >= input.From)
            .WhereIf(input.Until != null, m => m.Start < input.Until)
            .WhereIf(input.OwnerId != null, m => m.OrganiserId == input.OwnerId)
            .WhereIf(input.ContactId != null, m => m.ContactId == input.ContactId);
        return new PagedResultDto<MeetingDto>(
            await AsyncExecuter.CountBoundedAsync(query),
            await AsyncExecuter.ToListAsync(query.OrderBy(m => m.Start).ThenBy(m => m.Id).Select(MeetingDto.FromMeeting).PageBy(input)));
    }

    /// <summary>What is on in these days, with the times that are offered.</summary>
    public virtual Task<AgendaDto> GetAgendaAsync(AgendaInput input)
    {
        var (from, until) = (Clock.Normalize(input.From), Clock.Normalize(input.Until));
        if (until <= from || until - from > Agendas.Longest) throw new BusinessException(MeetingsErrors.AgendaTooLong).WithData("Days", Agendas.Longest.TotalDays);
        return agendas.ReadAsync(from, until, input.Mine ? CurrentUser.Id ?? input.OwnerId : input.OwnerId);
    }

    public virtual async Task<MeetingDto> GetAsync(Guid id) => MeetingDto.FromMeeting.Compile()(await meetings.GetAsync(id));

    /// <summary>The same with names, for the screen.</summary>
    public virtual async Task<AgendaMeetingDto> GetNamedAsync(Guid id) => (await agendas.NameAsync([await GetAsync(id)])).Single();

    [Authorize(MeetingsPermissions.Meetings.Edit)]
    public virtual async Task RescheduleAsync(Guid id, RescheduleInput input)
    {
        var meeting = await meetings.GetAsync(id);
        meeting.Reschedule(Clock.Normalize(input.Start), TimeSpan.FromMinutes(input.Minutes), Clock.Now);
        await meetings.UpdateAsync(meeting);
        await mails.InviteAsync(meeting);
    }

    [Authorize(MeetingsPermissions.Meetings.Edit)]
    public virtual async Task CancelAsync(Guid id, CancelMeetingInput input)
    {
        var meeting = await meetings.GetAsync(id);
        meeting.Cancel(input.Reason, Clock.Now);
        await meetings.UpdateAsync(meeting);
        await mails.CancelAsync(meeting);
    }

    /// <summary>It took place: what came of it, in the owner's words.</summary>
    [Authorize(MeetingsPermissions.Meetings.Edit)]
    public virtual async Task RecordOutcomeAsync(Guid id, RecordOutcomeInput input)
    {
        var meeting = await meetings.GetAsync(id);
        meeting.RecordOutcome(input.Outcome, Clock.Now);
        await meetings.UpdateAsync(meeting);
    }
}
