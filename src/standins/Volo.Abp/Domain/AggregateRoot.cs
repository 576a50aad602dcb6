using Volo.Abp.Data;
using Volo.Abp.Uow;

namespace Volo.Abp.Domain.Entities;

/// <summary>An aggregate root without concurrency stamp and extra properties.</summary>
public abstract class BasicAggregateRoot<TKey> : Entity<TKey>, IAggregateRoot<TKey>, IGeneratesDomainEvents
{
    private RaisedEvents events;

    protected BasicAggregateRoot()
    {
    }

    protected BasicAggregateRoot(TKey id) : base(id)
    {
    }

    public virtual IEnumerable<DomainEventRecord> GetLocalEvents() => events.Local ?? [];

    public virtual IEnumerable<DomainEventRecord> GetDistributedEvents() => events.Distributed ?? [];

    public virtual void ClearLocalEvents() => events.Local = null;

    public virtual void ClearDistributedEvents() => events.Distributed = null;

    protected virtual void AddLocalEvent(object eventData) => RaisedEvents.Add(ref events.Local, eventData);

    protected virtual void AddDistributedEvent(object eventData) => RaisedEvents.Add(ref events.Distributed, eventData);
}

/// <summary>An aggregate root with concurrency stamp and extra properties.</summary>
public abstract class AggregateRoot<TKey> : BasicAggregateRoot<TKey>, IHasExtraProperties, IHasConcurrencyStamp
{
    protected AggregateRoot()
    {
    }

    protected AggregateRoot(TKey id) : base(id)
    {
    }

    public virtual ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];
    public virtual string ConcurrencyStamp { get; set; } = Guid.NewGuid().ToString("N");
}

/// <summary>The events of an aggregate; no lists until one is raised, because most that are read raise none.</summary>
internal struct RaisedEvents
{
    public List<DomainEventRecord>? Local;
    public List<DomainEventRecord>? Distributed;

    public static void Add(ref List<DomainEventRecord>? list, object eventData) =>
        (list ??= []).Add(new DomainEventRecord(eventData, EventOrderGenerator.GetNext()));
}
