using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;

namespace PartnerCrm.Engagement;

/// <summary>A touch as it came about; who did it is the relationship's owner unless said otherwise.</summary>
public record NewTouch(
    Channel Channel, Direction Direction, TouchKind Kind, DateTime At, string Summary, Guid? UserId = null, bool IsInterested = false);

/// <summary>Records touches: the row, what it counts for the relationship, and the fact for others.</summary>
public class Touches(
    IRepository<Touchpoint, Guid> touchpoints, EngagementPolicy policy, IGuidGenerator guids, ILocalEventBus facts) : ITransientDependency
{
    public async Task<Touchpoint> RecordAsync(Relationship relationship, NewTouch touch)
    {
        var touchpoint = Make(relationship, touch, await policy.WeightsAsync());
        // What was unanswered then can only be told from the history around it.
        var isLate = touch.At < relationship.LastTouchpointAt;
        var earlier = isLate ? await touchpoints.GetListAsync(t => t.ContactId == relationship.ContactId) : [];
        await touchpoints.InsertAsync(touchpoint);
        if (isLate) relationship.Recount([.. earlier.Where(t => t.Id != touchpoint.Id), touchpoint]);
        else relationship.Count(touchpoint);
        await facts.PublishAsync(Fact(relationship, touchpoint));
        return touchpoint;
    }

    /// <summary>Many at once, of relationships new or known, without asking the store for each.</summary>
    public async Task RecordManyAsync(IReadOnlyCollection<(Relationship Relationship, NewTouch Touch)> touches)
    {
        var weights = await policy.WeightsAsync();
        var known = touches.Where(t => t.Relationship.LastTouchpointAt is not null).Select(t => t.Relationship.ContactId).Distinct().ToList();
        var history = known.Count == 0 ? [] : await touchpoints.GetListAsync(t => known.Contains(t.ContactId));
        // The same attendee list picked from twice is still one evening.
        var made = touches.Where(t => !history.Any(h => IsSame(h, t.Relationship, t.Touch)))
            .Select(t => (t.Relationship, Touchpoint: Make(t.Relationship, t.Touch, weights))).ToList();
        foreach (var group in made.GroupBy(t => t.Relationship))
            group.Key.Recount([.. history.Where(t => t.ContactId == group.Key.ContactId), .. group.Select(t => t.Touchpoint)]);
        await touchpoints.InsertManyAsync(made.Select(t => t.Touchpoint));
        foreach (var (relationship, touchpoint) in made) await facts.PublishAsync(Fact(relationship, touchpoint));
    }

    private static bool IsSame(Touchpoint touchpoint, Relationship relationship, NewTouch touch) =>
        touchpoint.ContactId == relationship.ContactId && touchpoint.Channel == touch.Channel && touchpoint.Kind == touch.Kind
        && touchpoint.At == touch.At && touchpoint.Summary == touch.Summary;

    private Touchpoint Make(Relationship relationship, NewTouch touch, SignalWeights weights) => new(
        guids.Create(), relationship, touch.Channel, touch.Direction, touch.Kind, weights.Of(touch.Kind, touch.Direction), touch.At,
        touch.Summary, touch.UserId ?? relationship.OwnerId, touch.IsInterested);

    private static TouchpointRecorded Fact(Relationship relationship, Touchpoint touchpoint) => new(
        touchpoint.Id, relationship.Id, relationship.ContactId, relationship.OrganisationId, touchpoint.UserId, touchpoint.Channel, touchpoint.Direction,
        touchpoint.At);
}
