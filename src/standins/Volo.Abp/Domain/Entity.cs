namespace Volo.Abp.Domain.Entities;

/// <summary>Something with an identity.</summary>
public interface IEntity
{
    object?[] GetKeys();
}

/// <summary>Something with one key.</summary>
public interface IEntity<TKey> : IEntity
{
    TKey Id { get; }
}

/// <summary>The root of an aggregate.</summary>
public interface IAggregateRoot : IEntity;

/// <summary>The root of an aggregate, with one key.</summary>
public interface IAggregateRoot<TKey> : IEntity<TKey>, IAggregateRoot;

/// <summary>A stamp that changes with each update; an update with an old one fails.</summary>
public interface IHasConcurrencyStamp
{
    string ConcurrencyStamp { get; set; }
}

public static class ConcurrencyStampConsts
{
    public const int MaxLength = 40;
}

/// <summary>An event as an entity raised it.</summary>
public class DomainEventRecord(object eventData, long eventOrder)
{
    public object EventData { get; } = eventData;
    public long EventOrder { get; } = eventOrder;
}

/// <summary>Raises events that are published when its unit of work completes.</summary>
public interface IGeneratesDomainEvents
{
    IEnumerable<DomainEventRecord> GetLocalEvents();
    IEnumerable<DomainEventRecord> GetDistributedEvents();
    void ClearLocalEvents();
    void ClearDistributedEvents();
}

/// <summary>Leaves the id to the database.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class DisableIdGenerationAttribute : Attribute;

/// <summary>An entity with a composite key. The tenant is that of the flow in which it is made.</summary>
public abstract class Entity : IEntity
{
    protected Entity() => EntityHelper.TrySetTenantId(this);

    public abstract object?[] GetKeys();

    public bool EntityEquals(IEntity other) => EntityHelper.EntityEquals(this, other);

    public override string ToString() => $"[ENTITY: {GetType().Name}] Keys = {string.Join(", ", GetKeys())}";
}

/// <summary>An entity with one key.</summary>
public abstract class Entity<TKey> : Entity, IEntity<TKey>
{
    protected Entity()
    {
    }

    protected Entity(TKey id) => Id = id;

    public virtual TKey Id { get; protected set; } = default!;

    public override object?[] GetKeys() => [Id];

    public override string ToString() => $"[ENTITY: {GetType().Name}] Id = {Id}";
}
