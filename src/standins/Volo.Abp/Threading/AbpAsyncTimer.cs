using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.ExceptionHandling;

namespace Volo.Abp.Threading;

/// <summary>Runs a function again and again, never twice at a time; the period counts from the end of the last run.</summary>
public class AbpAsyncTimer : ITransientDependency
{
    public Func<AbpAsyncTimer, Task> Elapsed = _ => Task.CompletedTask;

    private readonly object gate = new();
    private CancellationTokenSource? stopping;
    private Task running = Task.CompletedTask;

    /// <summary>Milliseconds.</summary>
    public int Period { get; set; }

    /// <summary>Runs at once when started, not only after the first period.</summary>
    public bool RunOnStart { get; set; }
    public ILogger<AbpAsyncTimer> Logger { get; set; } = NullLogger<AbpAsyncTimer>.Instance;
    public IExceptionNotifier? ExceptionNotifier { get; set; }

    public void Start(CancellationToken cancellationToken = default)
    {
        if (Period <= 0) throw new AbpException("Period should be set before starting the timer!");
        lock (gate)
        {
            if (stopping != null) return;
            stopping = new CancellationTokenSource();
            var token = stopping.Token;
            // The timer outlives the flow that started it: it must not inherit that flow's unit of work, tenant or user.
            using var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
            running = Task.Run(() => RunAsync(token), CancellationToken.None);
        }
    }

    public void Stop(CancellationToken cancellationToken = default)
    {
        Task last;
        lock (gate)
        {
            if (stopping == null) return;
            stopping.Cancel();
            stopping.Dispose();
            stopping = null;
            last = running;
        }

        // A run in progress ends before the services it uses are gone.
        try
        {
            last.Wait(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Logger.LogWarning("A periodic run had not ended when the time to stop was over.");
        }
    }

    private async Task RunAsync(CancellationToken token)
    {
        try
        {
            if (!RunOnStart) await Task.Delay(Period, token);
            while (!token.IsCancellationRequested)
            {
                await RunOnceAsync();
                await Task.Delay(Period, token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped while waiting.
        }
    }

    private async Task RunOnceAsync()
    {
        try
        {
            await Elapsed(this);
        }
        catch (Exception e)
        {
            Logger.LogException(e);
            if (ExceptionNotifier != null) await ExceptionNotifier.NotifyAsync(e);
        }
    }
}
