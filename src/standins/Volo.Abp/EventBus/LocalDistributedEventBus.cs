using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Timing;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;

namespace Volo.Abp.EventBus.Distributed;

/// <summary>Without a broker: an event goes to the outbox that takes it, or to the handlers of this process.</summary>
internal sealed class LocalDistributedEventBus : IDistributedEventBus, ISingletonDependency
{
    private readonly LocalEventBus local;
    private readonly IUnitOfWorkManager unitOfWorkManager;
    private readonly AbpDistributedEventBusOptions options;
    private readonly IServiceScopeFactory scopes;

    public LocalDistributedEventBus(
        LocalEventBus local, IUnitOfWorkManager unitOfWorkManager, IOptions<AbpDistributedEventBusOptions> options, IServiceScopeFactory scopes)
    {
        this.local = local;
        this.unitOfWorkManager = unitOfWorkManager;
        this.options = options.Value;
        this.scopes = scopes;
        foreach (var handler in this.options.Handlers) local.SubscribeType(handler, typeof(IDistributedEventHandler<>));
    }

    public Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true) where TEvent : class =>
        PublishAsync(typeof(TEvent), eventData, onUnitOfWorkComplete, true);

    public Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true) =>
        PublishAsync(eventType, eventData, onUnitOfWorkComplete, true);

    public Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true) where TEvent : class =>
        PublishAsync(typeof(TEvent), eventData, onUnitOfWorkComplete, useOutbox);

    public async Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true)
    {
        if (onUnitOfWorkComplete && unitOfWorkManager.Current is { } unitOfWork)
            unitOfWork.AddOrReplaceDistributedEvent(new UnitOfWorkEventRecord(eventType, eventData, EventOrderGenerator.GetNext(), useOutbox));
        else if (!useOutbox || !await AddToOutboxAsync(eventType, eventData))
            await local.PublishAsync(eventType, eventData, false);
    }

    public IDisposable Subscribe<TEvent>(Func<TEvent, Task> action) where TEvent : class => local.Subscribe(action);

    public IDisposable Subscribe<TEvent>(IDistributedEventHandler<TEvent> handler) where TEvent : class => local.Subscribe(typeof(TEvent), handler);

    public IDisposable Subscribe(Type eventType, IEventHandler handler) => local.Subscribe(eventType, handler);

    private async Task<bool> AddToOutboxAsync(Type eventType, object eventData)
    {
        // Without a unit of work there is no transaction to store it in.
        if (unitOfWorkManager.Current is not { } unitOfWork) return false;
        var config = options.Outboxes.Values.OrderBy(o => o.Selector == null).FirstOrDefault(o => o.Selector == null || o.Selector(eventType));
        if (config == null) return false;

        using var scope = scopes.CreateScope();
        var services = scope.ServiceProvider;
        var outgoing = new OutgoingEventInfo(
            services.GetRequiredService<IGuidGenerator>().Create(), EventNameAttribute.GetNameOrDefault(eventType),
            JsonSerializer.SerializeToUtf8Bytes(eventData, eventType), services.GetRequiredService<IClock>().Now);
        if (services.GetRequiredService<ICorrelationIdProvider>().Get() is { } correlationId) outgoing.SetCorrelationId(correlationId);
        await ((IEventOutbox)unitOfWork.ServiceProvider.GetRequiredService(config.ImplementationType)).EnqueueAsync(outgoing);
        return true;
    }
}
