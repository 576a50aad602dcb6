using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

[Authorize(EngagementPermissions.FollowUps.Default)]
public class FollowUpsAppService(IRepository<FollowUp, Guid> followUps, FollowUpDoing doing, Words words) : EngagementAppService
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
        return new PagedResultDto<FollowUpDto>(await CountAsync(found), page.ConvertAll(Read));
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
