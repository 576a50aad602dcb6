using Volo.Abp.Collections;

namespace Volo.Abp.EventBus.Local;

/// <summary>Events inside the process.</summary>
public interface ILocalEventBus : IEventBus
{
    IDisposable Subscribe<TEvent>(ILocalEventHandler<TEvent> handler) where TEvent : class;
}

/// <summary>The handlers, found by convention.</summary>
public class AbpLocalEventBusOptions
{
    public ITypeList<IEventHandler> Handlers { get; } = new TypeList<IEventHandler>();
}

/// <summary>Lower numbers handle an event first; 0 if absent.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LocalEventHandlerOrderAttribute(int order) : Attribute
{
    public int Order { get; set; } = order;
}
