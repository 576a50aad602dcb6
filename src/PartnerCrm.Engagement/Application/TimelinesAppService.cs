using System.ComponentModel.DataAnnotations;
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

/// <summary>What a timeline can be narrowed to. System is the journal: what the product did, and why.</summary>
public enum TimelineFilter
{
    Mail, Call, Note, Meeting, Social, Event, System,
}

/// <summary>Where a page begins: at this moment, past so many of its entries.</summary>
public class TimelinePageInput
{
    public DateTime? Before { get; set; }

    [Range(0, 10_000)]
    public int Skip { get; set; }

    [Range(1, 200)]
    public int MaxResultCount { get; set; } = 50;

    public IReadOnlyList<TimelineFilter> Kinds { get; set; } = [];
}

public record TimelineKey(DateTime Before, int Skip);

/// <summary>Newest first. Next begins the next page; null at the end. Names are those of the users in it.</summary>
public record TimelinePageDto(IReadOnlyList<TimelineEntryDto> Items, TimelineKey? Next, IReadOnlyDictionary<Guid, string> Names);

[Authorize(EngagementPermissions.Relationships.Default)]
public class TimelinesAppService(
    IRepository<Touchpoint, Guid> touchpoints, IRepository<JournalEntry, Guid> journal, IColleagueLookup colleagues, Words words) : EngagementAppService
{
    /// <summary>All that happened with a contact, and why, newest first.</summary>
    [HttpGet("/api/crm/contacts/{id}/timeline")]
    public virtual async Task<PagedResultDto<TimelineEntryDto>> GetAsync(Guid id, PagedResultRequestDto input)
    {
        var told = await ToldAsync(id, []);
        var page = await AsyncExecuter.ToListAsync(told.OrderByDescending(r => r.At).ThenByDescending(r => r.Order).ThenByDescending(r => r.Id).PageBy(input));
        return new PagedResultDto<TimelineEntryDto>(await AsyncExecuter.CountBoundedAsync(told), page.ConvertAll(Read));
    }

    /// <summary>The same by key, as quick at the end of a long story as at its beginning.</summary>
    [HttpGet("/api/crm/contacts/{id}/timeline/page")]
    public virtual async Task<TimelinePageDto> GetPageAsync(Guid id, TimelinePageInput input)
    {
        var before = input.Before is { } at ? Clock.Normalize(at) : (DateTime?)null;
        var told = (await ToldAsync(id, input.Kinds)).WhereIf(before is not null, r => r.At <= before);
        var rows = await AsyncExecuter.ToListAsync(told.OrderByDescending(r => r.At).ThenByDescending(r => r.Order).ThenByDescending(r => r.Id)
            .Skip(input.Skip).Take(input.MaxResultCount + 1));
        var page = rows.Take(input.MaxResultCount).ToList();
        TimelineKey? next = null;
        if (rows.Count > page.Count)
        {
            var last = page[^1].At;
            var shownAtLast = page.Count(r => r.At == last);
            next = new TimelineKey(last, last == before ? input.Skip + shownAtLast : shownAtLast);
        }
        var names = await colleagues.GetAsync([.. page.Select(r => r.UserId).OfType<Guid>().Distinct()]);
        return new TimelinePageDto(page.ConvertAll(Read), next, names.ToDictionary(n => n.Key, n => n.Value.DisplayName));
    }

    private async Task<IQueryable<Row>> ToldAsync(Guid id, IReadOnlyList<TimelineFilter> kinds)
    {
        var channels = kinds.SelectMany(ChannelsOf).ToList();
        var withNotes = kinds.Contains(TimelineFilter.Note);
        var touches = (await touchpoints.GetQueryableAsync()).Where(t => t.ContactId == id);
        if (kinds.Count > 0) touches = touches.Where(t => channels.Contains(t.Channel) && t.Kind != TouchKind.Note || withNotes && t.Kind == TouchKind.Note);
        var happened = touches
            .Select(t => new Row
            {
                Id = t.Id, At = t.At, Key = "", Data = t.Summary, Channel = t.Channel, Direction = t.Direction, Touch = t.Kind, UserId = t.UserId, Order = 0,
            });
        return kinds.Count > 0 && !kinds.Contains(TimelineFilter.System)
            ? happened
            : happened.Concat((await journal.GetQueryableAsync()).Where(j => j.ContactId == id)
                .Select(j => new Row
                {
                    Id = j.Id, At = j.At, Key = j.Key, Data = j.Data, Channel = null, Direction = null, Touch = null, UserId = j.UserId, Order = j.Order,
                }));
    }

    private static IEnumerable<Channel> ChannelsOf(TimelineFilter kind) => kind switch
    {
        TimelineFilter.Mail => [Channel.Email],
        TimelineFilter.Call => [Channel.Phone],
        TimelineFilter.Meeting => [Channel.Meeting],
        TimelineFilter.Social => [Channel.LinkedIn, Channel.X, Channel.Facebook],
        TimelineFilter.Event => [Channel.Event, Channel.Website, Channel.Referral],
        TimelineFilter.Note => [Channel.Internal],
        _ => [],
    };

    private TimelineEntryDto Read(Row row) => new(
        row.Id, row.Touch is null ? TimelineKind.Journal : TimelineKind.Touchpoint, row.At,
        row.Touch is { } touch ? Told(touch, row.Direction, row.Data) : words.Of(row.Key, row.Data), row.Channel, row.Direction, row.Touch, row.UserId);

    private string Told(TouchKind touch, Direction? direction, string summary)
    {
        var what = words.Of(Sentence.Of($"Touch:{direction}:{touch}"));
        return summary.Length == 0 ? what : $"{what}: {words.Said(summary)}";
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
