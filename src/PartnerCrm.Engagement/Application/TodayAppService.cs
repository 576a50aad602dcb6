using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>What a person looks at first in the morning. One round trip a group, one for the counts.</summary>
[Authorize(EngagementPermissions.FollowUps.Default)]
public class TodayAppService(
    IRepository<FollowUp, Guid> followUps, IRepository<Relationship, Guid> relationships, IRepository<Reply, Guid> replies,
    IRepository<Touchpoint, Guid> touchpoints, IContactLookup contacts, IColleagueLookup colleagues, Words words) : EngagementAppService
{
    private const int ItemsInGroup = 50;

    private static readonly FollowUpKind[] TheyAnswered = [FollowUpKind.Triage];
    private static readonly FollowUpKind[] CheckFirst =
        [FollowUpKind.AskOwner, FollowUpKind.ReviewObjection, FollowUpKind.StartBlocked, FollowUpKind.MailRefused, FollowUpKind.GiveNotice];
    private static readonly FollowUpKind[] YourTurn = [.. Enum.GetValues<FollowUpKind>().Except(TheyAnswered).Except(CheckFirst)];

    [HttpGet("/api/crm/today")]
    public virtual async Task<TodayDto> GetAsync(TodayInput input)
    {
        var ownerId = input.OwnerId ?? CurrentUser.Id ?? throw new BusinessException(EngagementErrors.OwnerMissing);
        if (ownerId != CurrentUser.Id) await CheckPolicyAsync(EngagementPermissions.FollowUps.OfAll);
        var (day, ends) = await DayOfAsync(ownerId);
        var mine = (await followUps.GetQueryableAsync()).Where(f => f.OwnerId == ownerId && f.State == FollowUpState.Open);
        var nextEnds = ends.AddDays(1);
        var counts = await AsyncExecuter.ToListAsync(mine.Where(f => f.DueAt < nextEnds).GroupBy(f => f.Kind)
            .Select(g => new KindCount(g.Key, g.Count(f => f.DueAt < ends), g.Count(f => f.DueAt >= ends))));
        return new TodayDto(
            day, await GroupAsync(mine, TheyAnswered, ends, counts), await GroupAsync(mine, YourTurn, ends, counts),
            await GroupAsync(mine, CheckFirst, ends, counts), counts.Sum(c => c.Tomorrow));
    }

    private async Task<TodayGroup> GroupAsync(IQueryable<FollowUp> mine, FollowUpKind[] kinds, DateTime ends, List<KindCount> counts)
    {
        var count = counts.Where(c => kinds.Contains(c.Kind)).Sum(c => c.Today);
        if (count == 0) return new TodayGroup(0, []);
        var due = from f in mine
            where f.DueAt < ends && kinds.Contains(f.Kind)
            join r in await relationships.GetQueryableAsync() on f.RelationshipId equals r.Id
            join reply in await replies.GetQueryableAsync() on f.AboutId equals reply.Id into wrote
            from reply in wrote.DefaultIfEmpty()
            join touch in await touchpoints.GetQueryableAsync() on reply.TouchpointId equals touch.Id into touched
            from touch in touched.DefaultIfEmpty()
            orderby f.DueAt, f.Id
            select new Row(
                f.Id, f.Kind, f.TitleKey, f.TitleData, f.DueAt, f.ContactId, r.ContactName, r.Position, r.OrganisationName, r.Id, f.EscalationId, f.AboutId,
                reply.Subject, reply.Excerpt, touch.Channel, f.SuggestedText);
        var rows = await AsyncExecuter.ToListAsync(due.Take(ItemsInGroup));
        var profiles = await contacts.GetAsync([.. rows.Where(r => r.Kind == FollowUpKind.SocialTouch).Select(r => r.ContactId).Distinct()]);
        return new TodayGroup(count, rows.ConvertAll(r => Read(r, profiles)));
    }

    private TodayItem Read(Row r, IReadOnlyDictionary<Guid, ContactCard> profiles) => new(
        r.Id, r.Kind, words.Of(r.TitleKey, r.TitleData), words.Of(Sentence.Of($"Why:{r.Kind}")), r.DueAt, r.DueAt < Clock.Now.AddDays(-1), r.ContactId,
        r.ContactName, r.Position, r.OrganisationName, r.RelationshipId, r.EscalationId, r.AboutId,
        r.Kind == FollowUpKind.ApproveDraft || r.Channel == Channel.Email ? r.AboutId : null, r.Subject is { } subject ? words.Said(subject) : null, r.Preview, r.SuggestedText,
        profiles.GetValueOrDefault(r.ContactId)?.ProfileSlug is { } slug ? ProfileUrl.LinkedIn(slug).Value : null, FollowUpAnswers.Of(r.Kind));

    private async Task<(DateOnly Day, DateTime Ends)> DayOfAsync(Guid ownerId)
    {
        var zoneId = (await colleagues.GetAsync([ownerId])).GetValueOrDefault(ownerId)?.TimeZone;
        var zone = zoneId is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var found) ? found : TimeZoneInfo.Utc;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Clock.Now, zone));
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30); // the clocks go forward through it
        return (day, TimeZoneInfo.ConvertTimeToUtc(midnight, zone));
    }

    private sealed record KindCount(FollowUpKind Kind, int Today, int Tomorrow);

    private sealed record Row(
        Guid Id, FollowUpKind Kind, string TitleKey, string TitleData, DateTime DueAt, Guid ContactId, string ContactName, string? Position,
        string? OrganisationName, Guid RelationshipId, Guid? EscalationId, Guid? AboutId, string? Subject, string? Preview, Channel? Channel,
        string? SuggestedText);
}
