namespace Volo.Abp.EventBus;

/// <summary>Publishes events and calls who handles them.</summary>
public interface IEventBus
{
    /// <summary>With <paramref name="onUnitOfWorkComplete"/> the event waits for the current unit of work to complete, inside its transaction.</summary>
    Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true) where TEvent : class;
    Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true);

    /// <summary>Handles events until disposed.</summary>
    IDisposable Subscribe<TEvent>(Func<TEvent, Task> action) where TEvent : class;
    IDisposable Subscribe(Type eventType, IEventHandler handler);
}

/// <summary>Handles events.</summary>
public interface IEventHandler;

/// <summary>Handles events of this process.</summary>
public interface ILocalEventHandler<in TEvent> : IEventHandler
{
    Task HandleEventAsync(TEvent eventData);
}

/// <summary>An event that knows whose tenant it is about.</summary>
public interface IEventDataMayHaveTenantId
{
    bool IsMultiTenant(out Guid? tenantId);
}

/// <summary>An event about a class that is also one about its base class.</summary>
public interface IEventDataWithInheritableGenericArgument
{
    object[] GetConstructorArgs();
}

/// <summary>Names events.</summary>
public interface IEventNameProvider
{
    string GetName(Type eventType);
}

/// <summary>The name under which an event leaves the process.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class EventNameAttribute(string name) : Attribute, IEventNameProvider
{
    public virtual string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

    public static string GetNameOrDefault<TEvent>() => GetNameOrDefault(typeof(TEvent));

    public static string GetNameOrDefault(Type eventType) =>
        eventType.GetCustomAttributes(true).OfType<IEventNameProvider>().FirstOrDefault()?.GetName(eventType) ?? eventType.FullName!;

    public string GetName(Type eventType) => Name;
}

public static class EventBusConsts
{
    public const string CorrelationIdHeaderName = "X-Correlation-Id";
}
