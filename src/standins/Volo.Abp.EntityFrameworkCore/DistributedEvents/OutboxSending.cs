using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

/// <summary>
/// Hands committed events to the handlers of this process, oldest first, each in a transaction with its removal. One
/// process sends at a time. An event whose handler fails stays first in the queue and is tried again.
/// </summary>
internal sealed class OutboxSending(
    IUnitOfWorkManager unitOfWorkManager, IDistributedEventBus eventBus, ICorrelationIdProvider correlation, TimeProvider time,
    IOptions<AbpDistributedEventBusOptions> options, IOptions<AbpBackgroundWorkerOptions> workers, ILogger<OutboxSending> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly Lazy<Dictionary<string, Type>> handled = new(() => options.Value.Handlers.SelectMany(h => h.GetInterfaces())
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDistributedEventHandler<>))
        .Select(i => i.GenericTypeArguments[0]).Distinct().ToDictionary(EventNameAttribute.GetNameOrDefault));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!workers.Value.IsEnabled || options.Value.Outboxes.Count == 0) return;
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await SendAllAsync(stoppingToken);
    }

    /// <summary>One pass over all outboxes; says how many events were sent.</summary>
    public async Task<int> SendAllAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var outbox in options.Value.Outboxes.Values.Where(o => o.IsSendingEnabled))
        {
            try
            {
                while (await SendNextAsync(outbox.ImplementationType, cancellationToken)) sent++;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The outbox {Outbox} stops at an event whose handler failed; it is tried again in {Period}.", outbox.Name, Period);
            }
        }

        return sent;
    }

    private async Task<bool> SendNextAsync(Type outboxType, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var outbox = (IEventOutbox)unitOfWork.ServiceProvider.GetRequiredService(outboxType);
        if (outbox is ISendsAlone alone && !await alone.TryBecomeSenderAsync(cancellationToken)) return false;
        if (await outbox.GetWaitingEventsAsync(1, cancellationToken) is not [var next]) return false;

        // What nobody here handles has nobody to wait for.
        if (handled.Value.TryGetValue(next.EventName, out var type))
            using (correlation.Change(next.GetCorrelationId()))
                await eventBus.PublishAsync(type, JsonSerializer.Deserialize(next.EventData, type)!, onUnitOfWorkComplete: false, useOutbox: false);
        await outbox.DeleteAsync(next.Id);
        await unitOfWork.CompleteAsync(cancellationToken);
        return true;
    }
}

internal interface ISendsAlone
{
    Task<bool> TryBecomeSenderAsync(CancellationToken cancellationToken);
}
