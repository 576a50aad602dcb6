using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Elsa.Engine;

/// <summary>The nearest timer that this process has set, so that nobody sleeps through it.</summary>
internal sealed class NearestTimer(TimeProvider clock)
{
    private readonly SemaphoreSlim nearer = new(0, 1);
    private readonly Lock gate = new();
    private long nearest = long.MaxValue;

    public void Offer(long due)
    {
        lock (gate)
        {
            if (due >= nearest) return;
            nearest = due;
            if (nearer.CurrentCount == 0) nearer.Release();
        }
    }

    /// <summary>Waits until a timer is due, a second at most: other processes set timers too.</summary>
    public async Task WaitAsync(long nextDue, CancellationToken ct)
    {
        do
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            long until;
            lock (gate)
            {
                if (nearest <= now) nearest = long.MaxValue;
                until = Math.Min(Math.Min(nextDue, nearest), now + 1000);
            }
            if (until <= now) return;
            using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(until - now), clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
            try
            {
                await nearer.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return;
            }
        }
        while (true);
    }
}

/// <summary>Fires timers as they become due, as long as the host runs.</summary>
internal sealed class TimerService(DueTimers timers, Definitions definitions, NearestTimer nearest, ILogger<TimerService> log) : BackgroundService
{
    private const int Claim = 256;

    /// <summary>A definition that can't be built stops the host at its start, not an instance in the night.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await definitions.AllAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    while (await timers.PassAsync(Claim, stoppingToken) > 0) { }
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(exception, "Timers could not be claimed; trying again in a second");
                }
                await nearest.WaitAsync(timers.NextDue, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
