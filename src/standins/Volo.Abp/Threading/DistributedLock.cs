using System.Collections.Concurrent;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.Threading;

namespace Volo.Abp.DistributedLocking;

/// <summary>Lets one at a time, by name.</summary>
public interface IAbpDistributedLock
{
    /// <summary>Null if it isn't free within the timeout; by default it doesn't wait.</summary>
    Task<IAbpDistributedLockHandle?> TryAcquireAsync(string name, TimeSpan timeout = default, CancellationToken cancellationToken = default);
}

/// <summary>Held until disposed.</summary>
public interface IAbpDistributedLockHandle : IAsyncDisposable;

// One process: that is all the embedded database allows anyway.
internal sealed class LocalAbpDistributedLock : IAbpDistributedLock, ISingletonDependency
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> locks = new();

    public async Task<IAbpDistributedLockHandle?> TryAcquireAsync(string name, TimeSpan timeout = default, CancellationToken cancellationToken = default)
    {
        var semaphore = locks.GetOrAdd(Check.NotNullOrWhiteSpace(name, nameof(name)), _ => new SemaphoreSlim(1, 1));
        return await semaphore.WaitAsync(timeout, cancellationToken) ? new Handle(semaphore) : null;
    }

    private sealed class Handle(SemaphoreSlim semaphore) : IAbpDistributedLockHandle
    {
        private SemaphoreSlim? held = semaphore;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref held, null)?.Release();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>Contracts of locks.</summary>
public class AbpDistributedLockingAbstractionsModule : AbpModule;

/// <summary>Locks.</summary>
[DependsOn(typeof(AbpDistributedLockingAbstractionsModule), typeof(AbpThreadingModule))]
public class AbpDistributedLockingModule : AbpModule;
