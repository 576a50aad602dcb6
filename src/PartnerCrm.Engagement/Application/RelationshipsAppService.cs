using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace PartnerCrm.Engagement;

[Authorize(EngagementPermissions.Relationships.Default)]
public class RelationshipsAppService(
    IRepository<Relationship, Guid> relationships, IRepository<Touchpoint, Guid> touchpoints, IRepository<FollowUp, Guid> followUps,
    IContactLookup contacts, TouchRecording recording, EscalationSteering steering, NoticeReminders notices, Journal journal) : EngagementAppService
{
    public virtual async Task<PagedResultDto<RelationshipDto>> GetListAsync(RelationshipListInput input)
    {
        var found = (await relationships.GetQueryableAsync())
            .WhereIf(input.Stage is not null, r => r.Stage == input.Stage)
            .WhereIf(input.OwnerId is not null, r => r.OwnerId == input.OwnerId)
            .WhereIf(input.OrganisationId is not null, r => r.OrganisationId == input.OrganisationId);
        var total = await CountAsync(found);
        var rows = await AsyncExecuter.ToListAsync(Sorted(found, input.Sorting).PageBy(input).Select(RelationshipRow.FromRelationship));
        var now = Clock.Now;
        return new PagedResultDto<RelationshipDto>(total, rows.ConvertAll(r => r.AsOf(now)));
    }

    public virtual async Task<RelationshipDto> GetAsync(Guid id) =>
        (await AsyncExecuter.FirstOrDefaultAsync((await relationships.GetQueryableAsync()).Where(r => r.Id == id).Select(RelationshipRow.FromRelationship))
            ?? throw new EntityNotFoundException(typeof(Relationship), id)).AsOf(Clock.Now);

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> CreateAsync(BeginRelationshipInput input)
    {
        var contact = (await contacts.GetAsync([input.ContactId])).GetValueOrDefault(input.ContactId)
            ?? throw new BusinessException(EngagementErrors.ContactUnknown);
        if (await relationships.FindAsync(r => r.ContactId == input.ContactId) is { } known)
            throw new BusinessException(EngagementErrors.ContactHasOwner).WithData("Name", known.ContactName);
        var ownerId = input.OwnerId ?? CurrentUser.Id ?? throw new BusinessException(EngagementErrors.OwnerMissing);
        var relationship = await relationships.InsertAsync(new Relationship(GuidGenerator.Create(), CurrentTenant.Id, contact, ownerId));
        await notices.RemindAsync([relationship]);
        await journal.WriteAsync(relationship, null, "Journal:Begun");
        return Read(relationship);
    }

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> CloseAsync(Guid id, ReasonInput input)
    {
        var relationship = await relationships.GetAsync(id);
        relationship.Close(input.Reason, Clock.Now);
        if (await steering.FindLiveAsync(relationship) is { } escalation)
            await steering.EndAsync(escalation, relationship, EndReason.RelationshipClosed, Sentence.Of("Journal:Closed", ("Reason", input.Reason)));
        else await journal.WriteAsync(relationship, null, "Journal:Closed", ("Reason", input.Reason));
        return Read(relationship);
    }

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> ReopenAsync(Guid id, ReasonInput input)
    {
        var relationship = await relationships.GetAsync(id);
        relationship.Reopen(input.Reason, Clock.Now);
        await journal.WriteAsync(relationship, null, "Journal:Reopened", ("Reason", input.Reason));
        return Read(relationship);
    }

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> RestAsync(Guid id, RestInput input)
    {
        var relationship = await relationships.GetAsync(id);
        relationship.Rest(input.Until, input.Reason, Clock.Now);
        var why = Sentence.Of("Journal:RestsByHand", ("Until", input.Until), ("Reason", input.Reason));
        if (await steering.FindLiveAsync(relationship) is { } escalation) await steering.EndAsync(escalation, relationship, EndReason.Stopped, why);
        else await journal.WriteAsync(relationship, null, why);
        return Read(relationship);
    }

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> WakeAsync(Guid id, ReasonInput input)
    {
        var relationship = await relationships.GetAsync(id);
        relationship.Wake(input.Reason, Clock.Now);
        await journal.WriteAsync(relationship, null, "Journal:Woken", ("Reason", input.Reason));
        return Read(relationship);
    }

    /// <summary>A colleague takes it on, with what is open.</summary>
    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> HandOverAsync(Guid id, HandOverInput input)
    {
        var relationship = await relationships.GetAsync(id);
        relationship.HandOver(input.OwnerId);
        var escalation = await steering.FindLiveAsync(relationship);
        escalation?.HandOver(input.OwnerId);
        foreach (var followUp in await followUps.GetListAsync(f => f.RelationshipId == id && f.State == FollowUpState.Open && f.Kind != FollowUpKind.AskOwner))
            followUp.HandOver(input.OwnerId);
        await journal.WriteAsync(relationship, escalation?.Id, "Journal:HandedOver");
        return Read(relationship);
    }

    [HttpGet("/api/crm/relationships/{id}/touchpoints")]
    public virtual async Task<PagedResultDto<TouchpointDto>> GetTouchpointsAsync(Guid id, PagedResultRequestDto input)
    {
        var relationship = await relationships.GetAsync(id);
        var all = (await touchpoints.GetQueryableAsync()).Where(t => t.ContactId == relationship.ContactId);
        return new PagedResultDto<TouchpointDto>(
            await CountAsync(all),
            await AsyncExecuter.ToListAsync(all.OrderByDescending(t => t.At).ThenBy(t => t.Id).PageBy(input).Select(TouchpointDto.FromTouchpoint)));
    }

    [HttpPost("/api/crm/relationships/{id}/touchpoints")]
    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<TouchpointDto> RecordTouchpointAsync(Guid id, RecordTouchpointInput input)
    {
        var at = input.At?.ToUniversalTime() ?? Clock.Now;
        if (at > Clock.Now) throw new BusinessException(EngagementErrors.TouchInTheFuture).WithData("At", at);
        var touchpoint = await recording.RecordByHandAsync(await relationships.GetAsync(id), new NewTouch(
            input.Channel, input.Direction, input.Kind, at, input.Summary ?? "", CurrentUser.Id, input.IsInterested));
        return TouchpointDto.FromTouchpoint.Compile()(touchpoint);
    }

    private RelationshipDto Read(Relationship relationship) => RelationshipRow.FromRelationship.Compile()(relationship).AsOf(Clock.Now);

    private static IQueryable<Relationship> Sorted(IQueryable<Relationship> found, string? sorting)
    {
        var (by, descending) = Sorting.Parse(sorting, "lastTouchpointAt desc", "lastTouchpointAt", "contactName", "reciprocity");
        return by switch
        {
            "contactName" => By(r => r.ContactName),
            "reciprocity" => By(r => r.TheirsAtEpoch),
            _ => By(r => r.LastTouchpointAt),
        };

        IQueryable<Relationship> By<T>(Expression<Func<Relationship, T>> key) =>
            descending ? found.OrderByDescending(key).ThenByDescending(r => r.Id) : found.OrderBy(key).ThenBy(r => r.Id);
    }
}
