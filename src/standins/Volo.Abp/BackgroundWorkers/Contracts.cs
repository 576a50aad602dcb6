using Volo.Abp.DependencyInjection;
using Volo.Abp.Threading;

namespace Volo.Abp.BackgroundWorkers;

/// <summary>Works in the background while the application runs.</summary>
public interface IBackgroundWorker : IRunnable, ISingletonDependency;

/// <summary>Starts workers with the application and stops them with it.</summary>
public interface IBackgroundWorkerManager : IRunnable
{
    Task AddAsync(IBackgroundWorker worker, CancellationToken cancellationToken = default);
}

/// <summary>Whether workers run at all.</summary>
public class AbpBackgroundWorkerOptions
{
    public bool IsEnabled { get; set; } = true;
}

/// <summary>What one run of a periodic worker has.</summary>
public class PeriodicBackgroundWorkerContext
{
    public PeriodicBackgroundWorkerContext(IServiceProvider serviceProvider) : this(serviceProvider, CancellationToken.None)
    {
    }

    public PeriodicBackgroundWorkerContext(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        ServiceProvider = serviceProvider;
        CancellationToken = cancellationToken;
    }

    public IServiceProvider ServiceProvider { get; }
    public CancellationToken CancellationToken { get; }
}
