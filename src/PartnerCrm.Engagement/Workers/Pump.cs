using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.BackgroundWorkers;

namespace PartnerCrm.Engagement;

/// <summary>Passes after passes while there is work; then waits for the bell, or half a second. Several loops share the work.</summary>
public abstract class Pump(Bell bell, IServiceScopeFactory scopes, int loops) : BackgroundWorkerBase
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private Task running = Task.CompletedTask;

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await base.StartAsync(cancellationToken);
        running = Task.WhenAll(Enumerable.Range(0, loops).Select(_ => Task.Run(LoopAsync, CancellationToken.None)));
    }

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await base.StopAsync(cancellationToken);
        await running;
    }

    protected abstract Task<int> PassAsync(IServiceProvider services, CancellationToken cancellationToken);

    private async Task LoopAsync()
    {
        while (!StoppingToken.IsCancellationRequested)
        {
            try
            {
                int done;
                await using (var scope = scopes.CreateAsyncScope()) done = await PassAsync(scope.ServiceProvider, StoppingToken);
                // More work than one pass takes: another loop may help.
                if (done > 0) bell.Ring();
                else await bell.WaitAsync(Look, StoppingToken);
            }
            catch (OperationCanceledException) when (StoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Logger.LogError(e, "A pass failed; the next one follows.");
                await Task.Delay(Look, CancellationToken.None);
            }
        }
    }
}

public class SignalPump(SignalBell bell, IServiceScopeFactory scopes) : Pump(bell, scopes, Math.Clamp(Environment.ProcessorCount, 2, 8))
{
    protected override Task<int> PassAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<SignalDispatcher>().PassAsync(cancellationToken);
}

public class StartPump(StartBell bell, IServiceScopeFactory scopes) : Pump(bell, scopes, 2)
{
    protected override Task<int> PassAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<StartQueueLook>().PassAsync(cancellationToken);
}
