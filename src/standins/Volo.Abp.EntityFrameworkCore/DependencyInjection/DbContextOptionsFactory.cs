using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.Threading;

namespace Volo.Abp.EntityFrameworkCore.DependencyInjection;

public static class DbContextOptionsFactory
{
    public static DbContextOptions<TDbContext> Create<TDbContext>(IServiceProvider serviceProvider) where TDbContext : AbpDbContext<TDbContext>
    {
        var creation = DbContextCreationContext.Current ?? Resolve<TDbContext>(serviceProvider);
        return serviceProvider.GetRequiredService<DbContextOptionsCache>().Get<TDbContext>(creation);
    }

    // Outside a unit of work, as a schema test or a migration runner asks for a context.
    private static DbContextCreationContext Resolve<TDbContext>(IServiceProvider serviceProvider)
    {
        var name = ConnectionStringNameAttribute.GetConnStringName<TDbContext>();
        return new(name, AsyncHelper.RunSync(() => serviceProvider.GetRequiredService<IConnectionStringResolver>().ResolveAsync(name)));
    }
}

/// <summary>Options are built once per context type and connection string: building them per unit of work costs more than a query.</summary>
internal sealed class DbContextOptionsCache(IServiceProvider rootServices, IOptions<AbpDbContextOptions> options)
{
    private readonly ConcurrentDictionary<(Type, string), DbContextOptions> cache = new();

    public DbContextOptions<TDbContext> Get<TDbContext>(DbContextCreationContext creation) where TDbContext : AbpDbContext<TDbContext>
    {
        if (creation.ExistingConnection is not null) return Build<TDbContext>(creation);
        var key = (typeof(TDbContext), creation.ConnectionString);
        return (DbContextOptions<TDbContext>)(cache.TryGetValue(key, out var known) ? known : cache.GetOrAdd(key, Build<TDbContext>(creation)));
    }

    private DbContextOptions<TDbContext> Build<TDbContext>(DbContextCreationContext creation) where TDbContext : AbpDbContext<TDbContext>
    {
        var context = new AbpDbContextConfigurationContext<TDbContext>(
            creation.ConnectionString, rootServices, creation.ConnectionStringName, creation.ExistingConnection);
        options.Value.Apply(context);
        DataFilterQueries.Use(context.DbContextOptions);
        return context.DbContextOptions.Options;
    }
}
