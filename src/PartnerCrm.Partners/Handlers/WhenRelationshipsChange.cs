using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Uow;

namespace PartnerCrm.Partners;

/// <summary>All that one unit of work tells of relationships has been told.</summary>
public record StandingsGathered;

/// <summary>
/// Keeps what lists of contacts are narrowed by. It is no change of the contact: whoever edits them meanwhile is not disturbed. A pick tells of a thousand
/// relationships, and of each twice: they are gathered, and the last word of each is kept.
/// </summary>
public class WhenRelationshipsChange(ContactStandings standings, IUnitOfWorkManager unitsOfWork, ILocalEventBus events)
    : ILocalEventHandler<RelationshipChanged>, ILocalEventHandler<StandingsGathered>, ITransientDependency
{
    private const string Key = "PartnerCrm.Partners.Standings";

    public virtual async Task HandleEventAsync(RelationshipChanged eventData)
    {
        if (unitsOfWork.Current is not { } unitOfWork)
        {
            await standings.KeepAsync([eventData.Relationship]);
            return;
        }
        var gathered = unitOfWork.GetOrAddItem(Key, _ => new Dictionary<Guid, RelationshipCard>());
        // Handled when those that are being told are through.
        if (gathered.Count == 0) await events.PublishAsync(new StandingsGathered());
        gathered[eventData.Relationship.ContactId] = eventData.Relationship;
    }

    public virtual async Task HandleEventAsync(StandingsGathered eventData)
    {
        if (unitsOfWork.Current is not { } unitOfWork || unitOfWork.GetItemOrDefault<Dictionary<Guid, RelationshipCard>>(Key) is not { Count: > 0 } gathered) return;
        unitOfWork.RemoveItem(Key);
        await standings.KeepAsync(gathered.Values);
    }
}
