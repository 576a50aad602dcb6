using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

[Authorize(EngagementPermissions.FollowUps.Default)]
public class FollowUpsAppService(
    IRepository<FollowUp, Guid> followUps, IRepository<Relationship, Guid> relationships, FollowUpDoing doing, FollowUpUndoing undoing, FollowUpList list,
    IColleagueLookup colleagues, Words words) : EngagementAppService
{
    public virtual async Task<PagedResultDto<FollowUpDto>> GetListAsync(FollowUpListInput input)
    {
        var ownerId = input.OwnerId ?? CurrentUser.Id;
        if (ownerId != CurrentUser.Id || ownerId is null) await CheckPolicyAsync(EngagementPermissions.FollowUps.OfAll);
        var state = input.State ?? FollowUpState.Open;
        var found = (await followUps.GetQueryableAsync())
            .Where(f => f.State == state)
            .WhereIf(ownerId is not null, f => f.OwnerId == ownerId)
            .WhereIf(input.Kind is not null, f => f.Kind == input.Kind)
            .WhereIf(input.RelationshipId is not null, f => f.RelationshipId == input.RelationshipId);
        var page = await AsyncExecuter.ToListAsync(found.OrderBy(f => f.DueAt).ThenBy(f => f.Id).PageBy(input));
        return new PagedResultDto<FollowUpDto>(await AsyncExecuter.CountBoundedAsync(found), page.ConvertAll(Read));
    }

    public virtual async Task<FollowUpDto> GetAsync(Guid id) => Read(await GetMineAsync(id));

    /// <summary>Done, with the answer where it is a question. What follows from it follows at once.</summary>
    public virtual async Task<FollowUpDto> DoneAsync(Guid id, FollowUpDoneInput input)
    {
        var followUp = await GetMineAsync(id);
        followUp.Done(input.Answer, input.Note, Clock.Now);
        await doing.FollowAsync(followUp);
        return Read(followUp);
    }

    /// <summary>Something a person puts on their own list, or a colleague's.</summary>
    public virtual async Task<FollowUpDto> CreateAsync(CreateFollowUpInput input)
    {
        var relationship = await relationships.GetAsync(input.RelationshipId);
        var ownerId = input.OwnerId ?? CurrentUser.Id ?? relationship.OwnerId;
        if (ownerId != CurrentUser.Id) await CheckPolicyAsync(EngagementPermissions.FollowUps.OfAll);
        if (input.OwnerId is { } given) await colleagues.EnsureHereAsync([given]);
        return Read(await list.AskAsync(relationship, new Asked(
            FollowUpKind.ToDo, Sentence.Of("FollowUp:ToDo", ("Text", input.Text.Trim())), EffectKeys.ByHand(GuidGenerator.Create()),
            DueAt: input.DueAt is { } due ? Clock.Normalize(due) : null, OwnerId: ownerId)));
    }

    /// <summary>Not now: it comes back then.</summary>
    public virtual async Task<FollowUpDto> SnoozeAsync(Guid id, SnoozeInput input)
    {
        var followUp = await GetMineAsync(id);
        followUp.Snooze(Clock.Normalize(input.Until), Clock.Now);
        return Read(followUp);
    }

    /// <summary>Takes back "done", with what followed from it; refused when that has gone on.</summary>
    public virtual async Task<FollowUpDto> ReopenAsync(Guid id)
    {
        var followUp = await GetMineAsync(id);
        await undoing.TakeBackAsync(followUp);
        return Read(followUp);
    }

    private async Task<FollowUp> GetMineAsync(Guid id)
    {
        var followUp = await followUps.GetAsync(id);
        if (followUp.OwnerId != CurrentUser.Id) await CheckPolicyAsync(EngagementPermissions.FollowUps.OfAll);
        return followUp;
    }

    private FollowUpDto Read(FollowUp f) => new(
        f.Id, f.Kind, f.State, words.Of(f.Title), f.SuggestedText, f.OwnerId, f.RelationshipId, f.ContactId, f.EscalationId, f.AboutId, f.DueAt, f.AskedAt,
        f.DoneAt, f.Answer, f.Note, FollowUpAnswers.Of(f.Kind));
}
