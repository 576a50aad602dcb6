using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.Threading;

namespace Volo.Abp.BackgroundWorkers;

/// <summary>Base of workers.</summary>
public abstract class BackgroundWorkerBase : IBackgroundWorker
{
    public BackgroundWorkerBase()
    {
        StoppingTokenSource = new CancellationTokenSource();
        StoppingToken = StoppingTokenSource.Token;
    }

    public IServiceProvider ServiceProvider { get; set; } = default!;
    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;
    protected ILoggerFactory LoggerFactory => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>();

    protected ILogger Logger => LazyServiceProvider.LazyGetService<ILogger>(
        _ => LoggerFactory?.CreateLogger(GetType().FullName!) ?? NullLogger.Instance);

    protected CancellationTokenSource StoppingTokenSource { get; }
    protected CancellationToken StoppingToken { get; }

    public virtual Task StartAsync(CancellationToken cancellationToken = default)
    {
        Logger.LogDebug("Started background worker: {Worker}", ToString());
        return Task.CompletedTask;
    }

    public virtual Task StopAsync(CancellationToken cancellationToken = default)
    {
        Logger.LogDebug("Stopped background worker: {Worker}", ToString());
        StoppingTokenSource.Cancel();
        return Task.CompletedTask;
    }

    public override string ToString() => GetType().FullName!;
}

/// <summary>A worker that does its work again and again.</summary>
public abstract class AsyncPeriodicBackgroundWorkerBase : BackgroundWorkerBase
{
    protected AsyncPeriodicBackgroundWorkerBase(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory)
    {
        ServiceScopeFactory = serviceScopeFactory;
        Timer = timer;
        Timer.Elapsed = _ => RunAsync();
    }

    protected IServiceScopeFactory ServiceScopeFactory { get; }
    protected AbpAsyncTimer Timer { get; }
    protected CancellationToken StartCancellationToken { get; set; }

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        StartCancellationToken = cancellationToken;
        await base.StartAsync(cancellationToken);
        Timer.Start(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        // A run in progress is told first, so that waiting for it is short.
        await base.StopAsync(cancellationToken);
        Timer.Stop(cancellationToken);
    }

    protected abstract Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext);

    private async Task RunAsync()
    {
        await using var scope = ServiceScopeFactory.CreateAsyncScope();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(StartCancellationToken, StoppingToken);
        try
        {
            await DoWorkAsync(new PeriodicBackgroundWorkerContext(scope.ServiceProvider, either.Token));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (Exception e)
        {
            await scope.ServiceProvider.GetRequiredService<IExceptionNotifier>().NotifyAsync(e);
            Logger.LogException(e);
        }
    }
}

internal sealed class BackgroundWorkerManager : IBackgroundWorkerManager, ISingletonDependency
{
    private readonly List<IBackgroundWorker> workers = [];
    private bool running;

    public async Task AddAsync(IBackgroundWorker worker, CancellationToken cancellationToken = default)
    {
        workers.Add(worker);
        if (running) await worker.StartAsync(cancellationToken);
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        running = true;
        foreach (var worker in workers) await worker.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        running = false;
        foreach (var worker in workers) await worker.StopAsync(cancellationToken);
    }
}

public static class BackgroundWorkersApplicationInitializationContextExtensions
{
    public static Task<ApplicationInitializationContext> AddBackgroundWorkerAsync<TWorker>(
        this ApplicationInitializationContext context, CancellationToken cancellationToken = default) where TWorker : IBackgroundWorker =>
        context.AddBackgroundWorkerAsync(typeof(TWorker), cancellationToken);

    public static async Task<ApplicationInitializationContext> AddBackgroundWorkerAsync(
        this ApplicationInitializationContext context, Type workerType, CancellationToken cancellationToken = default)
    {
        if (!workerType.IsAssignableTo<IBackgroundWorker>())
            throw new AbpException($"Given type ({workerType.AssemblyQualifiedName}) must implement the {typeof(IBackgroundWorker).AssemblyQualifiedName} interface, but it doesn't!");
        await context.ServiceProvider.GetRequiredService<IBackgroundWorkerManager>()
            .AddAsync((IBackgroundWorker)context.ServiceProvider.GetRequiredService(workerType), cancellationToken);
        return context;
    }
}

/// <summary>Background workers: started with the application, unless switched off.</summary>
[DependsOn(typeof(AbpThreadingModule), typeof(AbpExceptionHandlingModule))]
public class AbpBackgroundWorkersModule : AbpModule
{
    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        if (context.ServiceProvider.GetRequiredService<IOptions<AbpBackgroundWorkerOptions>>().Value.IsEnabled)
            await context.ServiceProvider.GetRequiredService<IBackgroundWorkerManager>().StartAsync();
    }

    public override async Task OnApplicationShutdownAsync(ApplicationShutdownContext context)
    {
        if (context.ServiceProvider.GetRequiredService<IOptions<AbpBackgroundWorkerOptions>>().Value.IsEnabled)
            await context.ServiceProvider.GetRequiredService<IBackgroundWorkerManager>().StopAsync();
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context) =>
        AsyncHelper.RunSync(() => OnApplicationInitializationAsync(context));

    public override void OnApplicationShutdown(ApplicationShutdownContext context) => AsyncHelper.RunSync(() => OnApplicationShutdownAsync(context));
}
