using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Domain.Entities.Events;

/// <summary>Something happened to an entity.</summary>
public class EntityEventData<TEntity>(TEntity entity) : IEventDataWithInheritableGenericArgument, IEventDataMayHaveTenantId
{
    public TEntity Entity { get; } = entity;

    public virtual object[] GetConstructorArgs() => [Entity!];

    public virtual bool IsMultiTenant(out Guid? tenantId)
    {
        tenantId = (Entity as IMultiTenant)?.TenantId;
        return Entity is IMultiTenant;
    }
}

/// <summary>Created, updated or deleted.</summary>
public class EntityChangedEventData<TEntity>(TEntity entity) : EntityEventData<TEntity>(entity);

public class EntityCreatedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);

public class EntityUpdatedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);

public class EntityDeletedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);

/// <summary>Records entity events in the current unit of work, one a change however often it is saved.</summary>
public interface IEntityChangeEventHelper
{
    void PublishEntityCreatedEvent(object entity);
    void PublishEntityUpdatedEvent(object entity);
    void PublishEntityDeletedEvent(object entity);
}
