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
    IRepository<Relationship, Guid> relationships, IRepository<Touchpoint, Guid> touchpoints,
    IContactLookup contacts, IColleagueLookup colleagues, RelationshipPages pages, RelationshipMoving moving, HandingOver handingOver, TouchRecording recording, EscalationSteering steering, NoticeReminders notices, Journal journal, Words words) : EngagementAppService
{
    public virtual async Task<PagedResultDto<RelationshipDto>> GetListAsync(RelationshipListInput input)
    {
        var found = (await pages.FindAsync(input.OwnerId, input.OrganisationId, input.Filter)).WhereIf(input.Stage is not null, r => r.Stage == input.Stage);
        var total = await AsyncExecuter.CountBoundedAsync(found);
        var rows = await AsyncExecuter.ToListAsync(Sorted(found, input.Sorting).PageBy(input).Select(RelationshipRow.FromRelationship));
        return new PagedResultDto<RelationshipDto>(total, await pages.ReadAsync(rows));
    }

    /// <summary>The ladder as columns, each with its count and its first cards, those touched last first.</summary>
    [HttpGet("/api/crm/relationships/board")]
    public virtual async Task<ListResultDto<RelationshipColumnDto>> GetBoardAsync(RelationshipBoardInput input)
    {
        var found = await pages.FindAsync(input.OwnerId, input.OrganisationId, input.Filter);
        var counts = (await AsyncExecuter.ToListAsync(found.GroupBy(r => r.Stage).Select(g => new { Stage = g.Key, Count = g.Count() })))
            .ToDictionary(c => c.Stage, c => c.Count);
        var rows = new List<RelationshipRow>();
        foreach (var stage in counts.Keys)
            rows.AddRange(await AsyncExecuter.ToListAsync(
                Sorted(found.Where(r => r.Stage == stage), null).Take(input.CardsInColumn).Select(RelationshipRow.FromRelationship)));
        var cards = (await pages.ReadAsync(rows)).ToLookup(r => r.Stage);
        return new ListResultDto<RelationshipColumnDto>(
            [.. Enum.GetValues<Stage>().Select(s => new RelationshipColumnDto(s, counts.GetValueOrDefault(s), [.. cards[s]]))]);
    }

    /// <summary>Moves a card, and says in a sentence why not.</summary>
    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> MoveAsync(Guid id, MoveInput input)
    {
        var relationship = await relationships.GetAsync(id);
        if (moving.NeedsOverride(relationship, input)) await CheckPolicyAsync(EngagementPermissions.Relationships.Override);
        await moving.MoveAsync(relationship, input);
        return Read(relationship);
    }

    /// <summary>The same for many, each by itself: one that can't be done stops no other.</summary>
    [HttpPost("/api/crm/relationships/bulk")]
    [Authorize(EngagementPermissions.Relationships.Escalate)]
    public virtual async Task<ListResultDto<BulkItemDto>> ActOnManyAsync(BulkInput input)
    {
        if (input.Action == BulkAction.AssignOwner) await CheckPolicyAsync(EngagementPermissions.Relationships.Edit);
        var ids = input.Ids.Distinct().ToList();
        var found = (await relationships.GetListAsync(r => ids.Contains(r.Id))).ToDictionary(r => r.Id);
        var results = new List<BulkItemDto>();
        foreach (var id in ids)
            results.Add(found.TryGetValue(id, out var relationship)
                ? await moving.TryAsync(relationship, () => ActAsync(relationship, input))
                : new BulkItemDto(id, "", false, L["RelationshipGone"]));
        return new ListResultDto<BulkItemDto>(results);
    }

    public virtual async Task<RelationshipDto> GetAsync(Guid id) =>
        (await pages.ReadAsync([await AsyncExecuter.FirstOrDefaultAsync(
            (await relationships.GetQueryableAsync()).Where(r => r.Id == id).Select(RelationshipRow.FromRelationship))
            ?? throw new EntityNotFoundException(typeof(Relationship), id)])).Single();

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> CreateAsync(BeginRelationshipInput input)
    {
        var contact = (await contacts.GetAsync([input.ContactId])).GetValueOrDefault(input.ContactId)
            ?? throw new BusinessException(EngagementErrors.ContactUnknown);
        if (await relationships.FindAsync(r => r.ContactId == input.ContactId) is { } known)
            throw new BusinessException(EngagementErrors.ContactHasOwner).WithData("Name", known.ContactName);
        if (input.OwnerId is { } given) await colleagues.EnsureHereAsync([given]);
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
        await moving.CloseAsync(relationship, input.Reason);
        return Read(relationship);
    }

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> ReopenAsync(Guid id, ReasonInput input)
    {
        var relationship = await relationships.GetAsync(id);
        await moving.ReopenAsync(relationship, input.Reason);
        return Read(relationship);
    }

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> RestAsync(Guid id, RestInput input)
    {
        var relationship = await relationships.GetAsync(id);
        await moving.RestAsync(relationship, input.Until, input.Reason);
        return Read(relationship);
    }

    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> WakeAsync(Guid id, ReasonInput input)
    {
        var relationship = await relationships.GetAsync(id);
        await moving.WakeAsync(relationship, input.Reason);
        return Read(relationship);
    }

    /// <summary>A colleague takes it on, with what is open.</summary>
    [Authorize(EngagementPermissions.Relationships.Edit)]
    public virtual async Task<RelationshipDto> HandOverAsync(Guid id, HandOverInput input)
    {
        var relationship = await relationships.GetAsync(id);
        await handingOver.HandOverAsync(relationship, input.OwnerId);
        return Read(relationship);
    }

    [HttpGet("/api/crm/relationships/{id}/touchpoints")]
    public virtual async Task<PagedResultDto<TouchpointDto>> GetTouchpointsAsync(Guid id, PagedResultRequestDto input)
    {
        var relationship = await relationships.GetAsync(id);
        var all = (await touchpoints.GetQueryableAsync()).Where(t => t.ContactId == relationship.ContactId);
        var page = await AsyncExecuter.ToListAsync(all.OrderByDescending(t => t.At).ThenBy(t => t.Id).PageBy(input).Select(TouchpointDto.FromTouchpoint));
        return new PagedResultDto<TouchpointDto>(await AsyncExecuter.CountBoundedAsync(all), page.ConvertAll(t => t with { Summary = words.Said(t.Summary) }));
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

    private async Task ActAsync(Relationship relationship, BulkInput input)
    {
        if (input.Action is BulkAction.Pause or BulkAction.Stop && string.IsNullOrWhiteSpace(input.Reason)) throw new BusinessException(EngagementErrors.ReasonMissing);
        if (input.Action == BulkAction.AssignOwner)
        {
            await handingOver.HandOverAsync(relationship, input.OwnerId ?? throw new BusinessException(EngagementErrors.OwnerMissing));
            return;
        }
        var escalation = await steering.GetLiveAsync(relationship);
        await (input.Action switch
        {
            BulkAction.Pause => steering.PauseAsync(escalation, relationship, input.Reason!),
            BulkAction.Resume => steering.ResumeAsync(escalation, relationship),
            _ => steering.EndAsync(escalation, relationship, EndReason.Stopped, Sentence.Of("Journal:Stopped", ("Reason", input.Reason))),
        });
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
