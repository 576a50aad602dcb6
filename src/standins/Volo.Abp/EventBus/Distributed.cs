using Volo.Abp.Collections;
using Volo.Abp.Data;

namespace Volo.Abp.EventBus.Distributed;

/// <summary>Events for other processes.</summary>
public interface IDistributedEventBus : IEventBus
{
    IDisposable Subscribe<TEvent>(IDistributedEventHandler<TEvent> handler) where TEvent : class;

    /// <summary>With <paramref name="useOutbox"/>, and an outbox that takes it, the event is stored in the transaction and sent later.</summary>
    Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true) where TEvent : class;
    Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true);
}

/// <summary>Handles events that may come from other processes.</summary>
public interface IDistributedEventHandler<in TEvent> : IEventHandler
{
    Task HandleEventAsync(TEvent eventData);
}

/// <summary>The handlers, found by convention, and the boxes.</summary>
public class AbpDistributedEventBusOptions
{
    public ITypeList<IEventHandler> Handlers { get; } = new TypeList<IEventHandler>();
    public OutboxConfigDictionary Outboxes { get; } = [];
}

/// <summary>An outbox: where events wait for being sent.</summary>
public class OutboxConfig(string name)
{
    private string databaseName = default!;

    public string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

    public string DatabaseName
    {
        get => databaseName;
        set => databaseName = Check.NotNullOrWhiteSpace(value, nameof(DatabaseName));
    }

    /// <summary>An <see cref="IEventOutbox"/> resolved from the unit of work.</summary>
    public Type ImplementationType { get; set; } = default!;

    /// <summary>Which events it takes; all if null.</summary>
    public Func<Type, bool>? Selector { get; set; }
    public bool IsSendingEnabled { get; set; } = true;
}

/// <summary>Outboxes by name.</summary>
public class OutboxConfigDictionary : Dictionary<string, OutboxConfig>
{
    public void Configure(Action<OutboxConfig> configAction) => Configure("Default", configAction);

    public void Configure(string outboxName, Action<OutboxConfig> configAction) => configAction(this.GetOrAdd(outboxName, () => new OutboxConfig(outboxName)));
}

/// <summary>An event on its way out.</summary>
public class OutgoingEventInfo : IHasExtraProperties
{
    public OutgoingEventInfo(Guid id, string eventName, byte[] eventData, DateTime creationTime)
    {
        Id = id;
        EventName = Check.NotNullOrWhiteSpace(eventName, nameof(eventName), MaxEventNameLength);
        EventData = eventData;
        CreationTime = creationTime;
    }

    public static int MaxEventNameLength { get; set; } = 256;
    public ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];
    public Guid Id { get; }
    public string EventName { get; }

    /// <summary>JSON in UTF-8.</summary>
    public byte[] EventData { get; }
    public DateTime CreationTime { get; }

    public void SetCorrelationId(string correlationId) => ExtraProperties[EventBusConsts.CorrelationIdHeaderName] = correlationId;

    public string? GetCorrelationId() => ExtraProperties.GetOrDefault(EventBusConsts.CorrelationIdHeaderName)?.ToString();
}

/// <summary>Keeps outgoing events.</summary>
public interface IEventOutbox
{
    Task EnqueueAsync(OutgoingEventInfo outgoingEvent);
    Task<List<OutgoingEventInfo>> GetWaitingEventsAsync(int maxCount, CancellationToken cancellationToken = default);
    Task DeleteAsync(Guid id);
    Task DeleteManyAsync(IEnumerable<Guid> ids);
}
