using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

[Authorize(EngagementPermissions.Relationships.Default)]
public class EscalationsAppService(
    IRepository<Relationship, Guid> relationships, IRepository<Escalation, Guid> escalations, IRepository<JournalEntry, Guid> journalEntries,
    IRepository<PlaybookVersion, Guid> versions, IRepository<Playbook, Guid> playbooks, EscalationStarting starting, EscalationSteering steering,
    IColleagueLookup colleagues, Words words) : EngagementAppService
{
    private const int LongestJournal = 200;

    /// <summary>The escalation that runs, or else the last one.</summary>
    [HttpGet("/api/crm/relationships/{id}/escalation")]
    public virtual async Task<EscalationDto> GetAsync(Guid id)
    {
        var relationship = await relationships.GetAsync(id);
        var escalation = await AsyncExecuter.FirstOrDefaultAsync(
            (await escalations.GetQueryableAsync()).Where(e => e.RelationshipId == id).OrderByDescending(e => e.QueuedAt))
            ?? throw new BusinessException(EngagementErrors.NoEscalation).WithData("Name", relationship.ContactName);
        return await ReadAsync(escalation);
    }

    /// <summary>Queues the climb; it starts within moments if the owner has room. A resting relationship is woken by it.</summary>
    [HttpPost("/api/crm/relationships/{id}/escalation/start")]
    [Authorize(EngagementPermissions.Relationships.Escalate)]
    public virtual async Task<EscalationDto> StartAsync(Guid id, StartEscalationInput input)
    {
        var relationship = await relationships.GetAsync(id);
        var playbook = input.PlaybookId is { } given ? await starting.GetPlaybookAsync(given) : await DefaultAsync();
        if (relationship.Stage == Stage.Resting) relationship.Wake(nameof(StartAsync), Clock.Now);
        return await ReadAsync(await starting.QueueAsync(relationship, playbook));
    }

    [HttpPost("/api/crm/relationships/{id}/escalation/stop")]
    [Authorize(EngagementPermissions.Relationships.Escalate)]
    public virtual Task<EscalationDto> StopAsync(Guid id, EscalationReasonInput input) => OnLiveAsync(id, (escalation, relationship) =>
        steering.EndAsync(escalation, relationship, EndReason.Stopped, Sentence.Of("Journal:Stopped", ("Reason", input.Reason))));

    [HttpPost("/api/crm/relationships/{id}/escalation/pause")]
    [Authorize(EngagementPermissions.Relationships.Escalate)]
    public virtual Task<EscalationDto> PauseAsync(Guid id, EscalationReasonInput input) => OnLiveAsync(id, (escalation, relationship) =>
        steering.PauseAsync(escalation, relationship, input.Reason));

    [HttpPost("/api/crm/relationships/{id}/escalation/resume")]
    [Authorize(EngagementPermissions.Relationships.Escalate)]
    public virtual Task<EscalationDto> ResumeAsync(Guid id) => OnLiveAsync(id, steering.ResumeAsync);

    /// <summary>Opens the next gate, with a sentence that the head of engagement sees.</summary>
    [HttpPost("/api/crm/relationships/{id}/escalation/override")]
    [Authorize(EngagementPermissions.Relationships.Override)]
    public virtual Task<EscalationDto> OverrideAsync(Guid id, EscalationReasonInput input) => OnLiveAsync(id, (escalation, relationship) =>
        steering.OverrideAsync(escalation, relationship, input.Reason));

    /// <summary>Everybody's overrides, newest first: for the head of engagement.</summary>
    [HttpGet("/api/crm/escalations/overrides")]
    [Authorize(EngagementPermissions.Relationships.SeeOverrides)]
    public virtual async Task<PagedResultDto<OverrideDto>> GetOverridesAsync(PagedResultRequestDto input)
    {
        var all = (await journalEntries.GetQueryableAsync()).Where(e => e.Key == Journal.GateOverridden);
        var page = await AsyncExecuter.ToListAsync(all.OrderByDescending(e => e.At).ThenBy(e => e.Id).PageBy(input));
        var ids = page.Select(e => e.RelationshipId).Distinct().ToList();
        var names = (await AsyncExecuter.ToListAsync((await relationships.GetQueryableAsync()).Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.ContactName })))
            .ToDictionary(r => r.Id, r => r.ContactName);
        var users = await colleagues.GetAsync([.. page.Select(e => e.UserId).OfType<Guid>().Distinct()]);
        return new PagedResultDto<OverrideDto>(await AsyncExecuter.CountBoundedAsync(all), page.ConvertAll(e => new OverrideDto(
            e.RelationshipId, e.ContactId, e.At, e.UserId, words.Of(e.Sentence), names.GetValueOrDefault(e.RelationshipId),
            e.UserId is { } user ? users.GetValueOrDefault(user)?.DisplayName : null)));
    }

    private async Task<EscalationDto> OnLiveAsync(Guid relationshipId, Func<Escalation, Relationship, Task> act)
    {
        var relationship = await relationships.GetAsync(relationshipId);
        var escalation = await steering.GetLiveAsync(relationship);
        await act(escalation, relationship);
        return await ReadAsync(escalation);
    }

    private async Task<Playbook> DefaultAsync() =>
        await playbooks.FindAsync(p => p.Name == DefaultPlaybooks.Name, includeDetails: false) ?? throw new BusinessException(EngagementErrors.PlaybookUnknown);

    private async Task<EscalationDto> ReadAsync(Escalation e)
    {
        await CurrentUnitOfWork!.SaveChangesAsync();
        var version = await versions.GetAsync(e.PlaybookVersionId, includeDetails: false);
        // Of a very long story the latest; read from its beginning.
        var entries = await AsyncExecuter.ToListAsync((await journalEntries.GetQueryableAsync())
            .Where(j => j.ContactId == e.ContactId && j.EscalationId == e.Id).OrderByDescending(j => j.At).ThenByDescending(j => j.Order).Take(LongestJournal));
        entries.Reverse();
        return new EscalationDto(
            e.Id, e.RelationshipId, e.PlaybookId, e.PlaybookVersionId, version.Number, e.State, Math.Min(e.Step + 1, version.Steps.Count), version.Steps.Count,
            e.Step < version.Steps.Count ? version.Steps[e.Step].Kind : null, e.WaitingFor, e.DueAt, e.QueuedAt, e.StartedAt, e.PausedAt, e.PausedBecause is { } why ? words.Said(why) : null,
            e.EndedAt, e.EndReason, e.MeetingId, entries.ConvertAll(j => new JournalSentence(j.At, words.Of(j.Sentence), j.UserId)));
    }
}
