using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>
/// How much an owner has on. StartedThisWeek counts the last seven days; Free is how many could start now; Queued wait for room, NextRoomAt is when time makes
/// some again: null where there is now (Free), or where only the end of one of the active makes any. Overdue tasks were due before yesterday.
/// </summary>
public record CapacityDto(
    Guid OwnerId, string? OwnerName, int StartedThisWeek, int StartsLimit, int Active, int ActiveLimit, int Queued, int AwaitingOwner, int Free,
    DateTime? NextRoomAt, int OpenTasks, int OverdueTasks)
{
    /// <summary>More is running, or waiting, than a person can take forward with care.</summary>
    public bool IsOver => Active > ActiveLimit || Queued > StartsLimit || OverdueTasks > 0;
}

/// <summary>Who can take on how much: for picking, and for the head of engagement.</summary>
[Authorize(EngagementPermissions.Relationships.Default)]
public class CapacitiesAppService(
    IRepository<Escalation, Guid> escalations, IRepository<FollowUp, Guid> followUps, EngagementPolicy policy, IColleagueLookup colleagues) : EngagementAppService
{
    /// <summary>The caller's own, unless an owner is given.</summary>
    [HttpGet("/api/crm/capacity")]
    public virtual async Task<CapacityDto> GetAsync(Guid? ownerId)
    {
        var id = ownerId ?? CurrentUser.Id ?? throw new BusinessException(EngagementErrors.OwnerMissing);
        return (await ReadAsync(id)).FirstOrDefault() ?? await EmptyAsync(id);
    }

    /// <summary>Every owner with something on, those with most first.</summary>
    [HttpGet("/api/crm/team/capacity")]
    [Authorize(EngagementPermissions.Relationships.SeeOverrides)]
    public virtual async Task<ListResultDto<CapacityDto>> GetTeamAsync() =>
        new([.. (await ReadAsync(null)).OrderByDescending(c => c.IsOver).ThenByDescending(c => c.Active + c.Queued).ThenBy(c => c.OwnerName, StringComparer.CurrentCulture)]);

    private async Task<CapacityDto> EmptyAsync(Guid ownerId)
    {
        var limits = await policy.CapacityAsync();
        var name = (await colleagues.GetAsync([ownerId])).GetValueOrDefault(ownerId)?.DisplayName;
        return new CapacityDto(ownerId, name, 0, limits.StartsInSevenDays, 0, limits.Active, 0, 0, limits.Free(0, 0), null, 0, 0);
    }

    private async Task<List<CapacityDto>> ReadAsync(Guid? ownerId)
    {
        var (limits, since, overdue) = (await policy.CapacityAsync(), Clock.Now - Capacity.Window, Clock.Now.AddDays(-1));
        var climbs = await AsyncExecuter.ToListAsync((await escalations.GetQueryableAsync())
            .Where(e => e.State != EscalationState.Ended || e.StartedAt > since).WhereIf(ownerId is not null, e => e.OwnerId == ownerId)
            .GroupBy(e => e.OwnerId)
            .Select(g => new
            {
                OwnerId = g.Key,
                Active = g.Count(e => e.StartedAt != null && e.State != EscalationState.Ended),
                Starts = g.Count(e => e.StartedAt > since),
                Queued = g.Count(e => e.State == EscalationState.Queued),
                Awaiting = g.Count(e => e.State == EscalationState.AwaitingOwner),
                First = g.Min(e => e.StartedAt > since ? e.StartedAt : null),
            }));
        var tasks = (await AsyncExecuter.ToListAsync((await followUps.GetQueryableAsync())
            .Where(f => f.State == FollowUpState.Open).WhereIf(ownerId is not null, f => f.OwnerId == ownerId)
            .GroupBy(f => f.OwnerId).Select(g => new { OwnerId = g.Key, Open = g.Count(), Overdue = g.Count(f => f.DueAt < overdue) }))).ToDictionary(t => t.OwnerId);
        var byOwner = climbs.ToDictionary(c => c.OwnerId);
        var owners = byOwner.Keys.Union(tasks.Keys).ToList();
        var names = await colleagues.GetAsync(owners);
        return owners.ConvertAll(id =>
        {
            var (climb, task) = (byOwner.GetValueOrDefault(id), tasks.GetValueOrDefault(id));
            var free = limits.Free(climb?.Starts ?? 0, climb?.Active ?? 0);
            return new CapacityDto(
                id, names.GetValueOrDefault(id)?.DisplayName, climb?.Starts ?? 0, limits.StartsInSevenDays, climb?.Active ?? 0, limits.Active, climb?.Queued ?? 0,
                climb?.Awaiting ?? 0, free, free > 0 || climb?.Active >= limits.Active ? null : climb?.First + Capacity.Window, task?.Open ?? 0, task?.Overdue ?? 0);
        });
    }
}
