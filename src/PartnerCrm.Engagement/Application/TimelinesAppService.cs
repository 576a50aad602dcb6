using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

public enum TimelineKind
{
    Touchpoint, Journal,
}

/// <summary>One line of a contact's story. Channel, Direction and Touch are set for touchpoints.</summary>
public record TimelineEntryDto(
    Guid Id, TimelineKind Kind, DateTime At, string Sentence, Channel? Channel, Direction? Direction, TouchKind? Touch, Guid? UserId);

[Authorize(EngagementPermissions.Relationships.Default)]
public class TimelinesAppService(
    IRepository<Touchpoint, Guid> touchpoints, IRepository<JournalEntry, Guid> journal, Words words) : EngagementAppService
{
    /// <summary>All that happened with a contact, and why, newest first.</summary>
    [HttpGet("/api/crm/contacts/{id}/timeline")]
    public virtual async Task<PagedResultDto<TimelineEntryDto>> GetAsync(Guid id, PagedResultRequestDto input)
    {
        var told = (await touchpoints.GetQueryableAsync()).Where(t => t.ContactId == id)
            .Select(t => new Row
            {
                Id = t.Id, At = t.At, Key = "", Data = t.Summary, Channel = t.Channel, Direction = t.Direction, Touch = t.Kind, UserId = t.UserId, Order = 0,
            })
            .Concat((await journal.GetQueryableAsync()).Where(j => j.ContactId == id)
                .Select(j => new Row
                {
                    Id = j.Id, At = j.At, Key = j.Key, Data = j.Data, Channel = null, Direction = null, Touch = null, UserId = j.UserId, Order = j.Order,
                }));
        var page = await AsyncExecuter.ToListAsync(told.OrderByDescending(r => r.At).ThenByDescending(r => r.Order).ThenByDescending(r => r.Id).PageBy(input));
        return new PagedResultDto<TimelineEntryDto>(await CountAsync(told), page.ConvertAll(Read));
    }

    private TimelineEntryDto Read(Row row) => new(
        row.Id, row.Touch is null ? TimelineKind.Journal : TimelineKind.Touchpoint, row.At,
        row.Touch is { } touch ? Told(touch, row.Direction, row.Data) : words.Of(row.Key, row.Data), row.Channel, row.Direction, row.Touch, row.UserId);

    private string Told(TouchKind touch, Direction? direction, string summary)
    {
        var what = words.Of(Sentence.Of($"Touch:{direction}:{touch}"));
        return summary.Length == 0 ? what : $"{what}: {summary}";
    }

    private sealed class Row
    {
        public Guid Id { get; init; }
        public DateTime At { get; init; }
        public string Key { get; init; } = "";
        public string Data { get; init; } = "";
        public Channel? Channel { get; init; }
        public Direction? Direction { get; init; }
        public TouchKind? Touch { get; init; }
        public Guid? UserId { get; init; }
        public long Order { get; init; }
    }
}
