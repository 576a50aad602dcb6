using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Clearance;

public record AnswerOwnerRequestInput(bool IsAllowed, [StringLength(OwnerRequest.NoteLength)] string? Note);

/// <summary>State and MadeByMe narrow the list; without them, the open requests that wait for the caller's answer.</summary>
public class OwnerRequestsInput : PagedResultRequestDto
{
    public OwnerRequestState? State { get; set; }

    /// <summary>True: those the caller made; false: those for the caller to answer.</summary>
    public bool MadeByMe { get; set; }
}

public record OwnerRequestDto(
    Guid Id, Guid ContactId, Guid OrganisationId, Guid AskedBy, Guid OwnerId, DateTime AskedAt, OwnerRequestState State, string? Note, DateTime? AnsweredAt,
    string? ContactName, string? OrganisationName, string? AskedByName, string? OwnerName)
{
    internal static readonly Expression<Func<OwnerRequest, OwnerRequestDto>> FromRequest = r =>
        new OwnerRequestDto(r.Id, r.ContactId, r.OrganisationId, r.AskedBy, r.OwnerId, r.AskedAt, r.State, r.Note, r.AnsweredAt, null, null, null, null);
}

/// <summary>"May I write to somebody at your organisation?", and the owner's answer.</summary>
[Authorize(ClearancePermissions.OwnerRequests.Default)]
public class OwnerRequestsAppService(IRepository<OwnerRequest, Guid> requests, ClearanceNames names, IPermissionChecker permissions) : ApplicationService
{
    public virtual async Task<PagedResultDto<OwnerRequestDto>> GetListAsync(OwnerRequestsInput input)
    {
        var me = CurrentUser.Id;
        var state = input.State ?? OwnerRequestState.Open;
        var query = (await requests.GetQueryableAsync()).Where(r => r.State == state);
        if (input.MadeByMe) query = query.Where(r => r.AskedBy == me);
        else if (!await permissions.IsGrantedAsync(ClearancePermissions.OwnerRequests.AnswerForOthers)) query = query.Where(r => r.OwnerId == me);

        return new PagedResultDto<OwnerRequestDto>(
            await AsyncExecuter.CountBoundedAsync(query),
            await names.OfAsync(await AsyncExecuter.ToListAsync(query.OrderBy(r => r.AskedAt).ThenBy(r => r.Id).Select(OwnerRequestDto.FromRequest).PageBy(input))));
    }

    /// <summary>The owner's answer; the head of engagement may give it in their place. A yes holds 30 days.</summary>
    public virtual async Task AnswerAsync(Guid id, AnswerOwnerRequestInput input)
    {
        var request = await requests.GetAsync(id);
        if (request.OwnerId != CurrentUser.Id && !await permissions.IsGrantedAsync(ClearancePermissions.OwnerRequests.AnswerForOthers))
            throw new BusinessException(ClearanceErrors.RequestIsForAnotherOwner);
        request.Answer(input.IsAllowed, input.Note, Clock.Now);
        // One answer for the organisation, had they asked about several people there.
        var others = await requests.GetListAsync(r =>
            r.OrganisationId == request.OrganisationId && r.AskedBy == request.AskedBy && r.State == OwnerRequestState.Open && r.Id != id);
        others.ForEach(r => r.Answer(input.IsAllowed, input.Note, Clock.Now));
        await requests.UpdateManyAsync([request, .. others]);
    }
}
