using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.DependencyInjection;

/// <summary>
/// Contexts of units of work, used again: making one costs as much as a short query. Only units of work get them, because
/// they alone decide when a context is over.
/// </summary>
internal sealed class DbContextPools(IOptions<AbpDbContextOptions> options, DbContextOptionsCache optionsCache) : IDisposable
{
    private readonly ConcurrentDictionary<(Type, string), IDbContextPool?> pools = new();

    public IEfCoreDbContext? Rent(Type contextType, DbContextCreationContext creation, IUnitOfWork unitOfWork)
    {
        var key = (contextType, creation.ConnectionString);
        if (!pools.TryGetValue(key, out var pool)) pool = pools.GetOrAdd(key, Create(contextType, creation));
        if (pool is null) return null;

        var lease = new DbContextLease(pool, standalone: true);
        lease.Context.SetLease(lease);
        var context = (DbContext)lease.Context;
        ((IAbpDbContext)context).LazyServiceProvider = unitOfWork.ServiceProvider.GetRequiredService<IAbpLazyServiceProvider>();
        unitOfWork.Disposed += (_, _) => context.Dispose();
        return (IEfCoreDbContext)context;
    }

    public void Dispose()
    {
        foreach (var pool in pools.Values) (pool as IDisposable)?.Dispose();
    }

    private IDbContextPool? Create(Type contextType, DbContextCreationContext creation)
    {
        // A context that asks for more than its options is made by the container.
        var poolable = contextType.GetConstructors() is [var only] && only.GetParameters() is [_];
        return poolable && options.Value.Pools.TryGetValue(contextType, out var create) ? create(optionsCache, creation) : null;
    }
}
