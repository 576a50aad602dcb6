using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Collections;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.EventBus;

/// <summary>Event buses; handlers are found by convention.</summary>
[DependsOn(typeof(AbpUnitOfWorkModule), typeof(AbpDataModule), typeof(AbpGuidsModule), typeof(AbpTimingModule), typeof(AbpMultiTenancyModule))]
public class AbpEventBusModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        List<Type> local = [], distributed = [];
        context.Services.OnRegistered(registered =>
        {
            var type = registered.ImplementationType;
            if (!typeof(IEventHandler).IsAssignableFrom(type)) return;
            if (Handles(type, typeof(ILocalEventHandler<>))) local.AddIfNotContains(type);
            if (Handles(type, typeof(IDistributedEventHandler<>))) distributed.AddIfNotContains(type);
        });
        context.Services.Configure<AbpLocalEventBusOptions>(options => local.ForEach(t => options.Handlers.AddIfNotContains(t)));
        context.Services.Configure<AbpDistributedEventBusOptions>(options => distributed.ForEach(t => options.Handlers.AddIfNotContains(t)));
    }

    // Handlers of distributed events subscribe when the bus is made: that must not wait for the first publication.
    public override void OnApplicationInitialization(ApplicationInitializationContext context) =>
        context.ServiceProvider.GetRequiredService<IDistributedEventBus>();

    private static bool Handles(Type type, Type openInterface) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == openInterface);
}

internal sealed class UnitOfWorkEventPublisher(ILocalEventBus localEventBus, IDistributedEventBus distributedEventBus)
    : IUnitOfWorkEventPublisher, ITransientDependency
{
    public async Task PublishLocalEventsAsync(IEnumerable<UnitOfWorkEventRecord> localEvents)
    {
        foreach (var record in localEvents) await localEventBus.PublishAsync(record.EventType, record.EventData, onUnitOfWorkComplete: false);
    }

    public async Task PublishDistributedEventsAsync(IEnumerable<UnitOfWorkEventRecord> distributedEvents)
    {
        foreach (var record in distributedEvents)
            await distributedEventBus.PublishAsync(record.EventType, record.EventData, onUnitOfWorkComplete: false, useOutbox: record.UseOutbox);
    }
}
