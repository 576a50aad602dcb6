using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.EventBus.Local;

internal sealed class ActionEventHandler<TEvent>(Func<TEvent, Task> action) : ILocalEventHandler<TEvent>
{
    public Task HandleEventAsync(TEvent eventData) => action(eventData);
}

internal sealed class LocalEventBus : ILocalEventBus, ISingletonDependency
{
    private readonly List<Subscription> subscriptions = [];
    private readonly ConcurrentDictionary<Type, Subscription[]> byEvent = new();
    private readonly ConcurrentDictionary<(Type Handler, Type Event), Func<IEventHandler, object, Task>> invokers = new();
    private readonly IServiceScopeFactory scopes;
    private readonly ICurrentTenant currentTenant;
    private readonly IUnitOfWorkManager unitOfWorkManager;

    public LocalEventBus(
        IOptions<AbpLocalEventBusOptions> options, IServiceScopeFactory scopes, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    {
        this.scopes = scopes;
        this.currentTenant = currentTenant;
        this.unitOfWorkManager = unitOfWorkManager;
        foreach (var handler in options.Value.Handlers) SubscribeType(handler, typeof(ILocalEventHandler<>));
    }

    public Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true) where TEvent : class =>
        PublishAsync(typeof(TEvent), eventData, onUnitOfWorkComplete);

    public async Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true)
    {
        if (onUnitOfWorkComplete && unitOfWorkManager.Current is { } unitOfWork)
        {
            unitOfWork.AddOrReplaceLocalEvent(new UnitOfWorkEventRecord(eventType, eventData, EventOrderGenerator.GetNext()));
            return;
        }

        var failures = new List<Exception>();
        await TriggerAsync(eventType, eventData, failures);
        if (failures.Count == 1) failures[0].ReThrow();
        if (failures.Count > 1)
            throw new AggregateException($"More than one error has occurred while triggering the event: {eventType}", failures);
    }

    public IDisposable Subscribe<TEvent>(Func<TEvent, Task> action) where TEvent : class => Subscribe(typeof(TEvent), new ActionEventHandler<TEvent>(action));

    public IDisposable Subscribe<TEvent>(ILocalEventHandler<TEvent> handler) where TEvent : class => Subscribe(typeof(TEvent), handler);

    public IDisposable Subscribe(Type eventType, IEventHandler handler) => Add(new Subscription(eventType, handler.GetType(), handler));

    /// <summary>Subscribes a registered class to each event it handles; an instance is made in a scope of its own for each event.</summary>
    internal void SubscribeType(Type handler, Type openInterface)
    {
        foreach (var type in handler.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == openInterface))
            Add(new Subscription(type.GenericTypeArguments[0], handler, null));
    }

    private DisposeAction Add(Subscription subscription)
    {
        lock (subscriptions)
        {
            subscriptions.Add(subscription);
            byEvent.Clear();
        }

        return new DisposeAction(() =>
        {
            lock (subscriptions)
            {
                subscriptions.Remove(subscription);
                byEvent.Clear();
            }
        });
    }

    private async Task TriggerAsync(Type eventType, object eventData, List<Exception> failures)
    {
        foreach (var subscription in Find(eventType)) await HandleAsync(subscription, eventData, failures);

        // What happened to a class happened to its base class too.
        if (eventData is IEventDataWithInheritableGenericArgument inheritable
            && eventType is { IsGenericType: true, GenericTypeArguments: [{ BaseType: { } baseArgument }] } && baseArgument != typeof(object))
        {
            var baseEvent = eventType.GetGenericTypeDefinition().MakeGenericType(baseArgument);
            await TriggerAsync(baseEvent, Activator.CreateInstance(baseEvent, inheritable.GetConstructorArgs())!, failures);
        }
    }

    private Subscription[] Find(Type eventType)
    {
        if (byEvent.TryGetValue(eventType, out var found)) return found;
        lock (subscriptions)
        {
            return byEvent[eventType] = subscriptions.Where(s => s.EventType.IsAssignableFrom(eventType))
                .OrderBy(s => s.HandlerType.GetCustomAttribute<LocalEventHandlerOrderAttribute>()?.Order ?? 0).ToArray();
        }
    }

    private async Task HandleAsync(Subscription subscription, object eventData, List<Exception> failures)
    {
        try
        {
            using var tenant = currentTenant.Change(TenantOf(eventData));
            if (subscription.Instance is { } instance)
            {
                await Invoke(instance, subscription, eventData);
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            await Invoke((IEventHandler)scope.ServiceProvider.GetRequiredService(subscription.HandlerType), subscription, eventData);
        }
        catch (Exception e)
        {
            failures.Add(e);
        }
    }

    private Guid? TenantOf(object eventData) => eventData switch
    {
        IMultiTenant multiTenant => multiTenant.TenantId,
        IEventDataMayHaveTenantId possible when possible.IsMultiTenant(out var tenantId) => tenantId,
        _ => currentTenant.Id
    };

    private Task Invoke(IEventHandler handler, Subscription subscription, object eventData) =>
        invokers.GetOrAdd((subscription.HandlerType, subscription.EventType), static key => Compile(key.Handler, key.Event))(handler, eventData);

    private static Func<IEventHandler, object, Task> Compile(Type handlerType, Type eventType)
    {
        var type = new[] { typeof(ILocalEventHandler<>), typeof(IDistributedEventHandler<>) }
            .Select(i => i.MakeGenericType(eventType)).First(i => i.IsAssignableFrom(handlerType));
        var handler = Expression.Parameter(typeof(IEventHandler));
        var data = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<IEventHandler, object, Task>>(
            Expression.Call(Expression.Convert(handler, type), type.GetMethod(nameof(ILocalEventHandler<object>.HandleEventAsync))!, Expression.Convert(data, eventType)),
            handler, data).Compile();
    }

    private sealed record Subscription(Type EventType, Type HandlerType, IEventHandler? Instance);
}
