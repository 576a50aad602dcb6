using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Uow;

namespace Volo.Abp.Domain.Entities.Events;

internal sealed class EntityChangeEventHelper(IUnitOfWorkManager unitOfWorkManager, ILogger<EntityChangeEventHelper> logger)
    : IEntityChangeEventHelper, ITransientDependency
{
    private const string Entity = "_Abp_Entity";
    private static readonly ConcurrentDictionary<(Type, Type), Type> EventTypes = new();

    public void PublishEntityCreatedEvent(object entity) => Publish(typeof(EntityCreatedEventData<>), entity);

    public void PublishEntityUpdatedEvent(object entity) => Publish(typeof(EntityUpdatedEventData<>), entity);

    public void PublishEntityDeletedEvent(object entity) => Publish(typeof(EntityDeletedEventData<>), entity);

    private void Publish(Type genericEventType, object entity)
    {
        if (unitOfWorkManager.Current is not { } unitOfWork)
        {
            logger.LogWarning("There is no unit of work: the event of {Entity} is not published.", entity.GetType().Name);
            return;
        }

        var eventType = EventTypes.GetOrAdd(
            (genericEventType, ProxyHelper.GetUnProxiedType(entity)), static key => key.Item1.MakeGenericType(key.Item2));
        var record = new UnitOfWorkEventRecord(eventType, Activator.CreateInstance(eventType, entity)!, EventOrderGenerator.GetNext())
        {
            Properties = { [Entity] = entity }
        };
        unitOfWork.AddOrReplaceLocalEvent(record, other => IsSame(record, other));
    }

    private static bool IsSame(UnitOfWorkEventRecord one, UnitOfWorkEventRecord other) =>
        one.EventType == other.EventType
        && other.Properties.GetOrDefault(Entity) is { } entity
        && (ReferenceEquals(entity, one.Properties[Entity]) || EntityHelper.EntityEquals(entity as IEntity, one.Properties[Entity] as IEntity));
}
