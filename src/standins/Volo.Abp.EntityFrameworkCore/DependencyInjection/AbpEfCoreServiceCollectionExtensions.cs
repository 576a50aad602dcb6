using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

public static class AbpEfCoreServiceCollectionExtensions
{
    /// <summary>Registers a context, its repositories, and itself for every context that its <see cref="ReplaceDbContextAttribute"/> names.</summary>
    public static IServiceCollection AddAbpDbContext<TDbContext>(
        this IServiceCollection services, Action<IAbpDbContextRegistrationOptionsBuilder>? optionsBuilder = null)
        where TDbContext : AbpDbContext<TDbContext>
    {
        services.AddMemoryCache();

        var options = new AbpDbContextRegistrationOptions(typeof(TDbContext), services);
        foreach (var replaced in typeof(TDbContext).GetCustomAttributes<ReplaceDbContextAttribute>(true).SelectMany(a => a.ReplacedDbContextTypes))
            options.ReplaceDbContext(replaced.Type, multiTenancySides: replaced.MultiTenancySide);
        optionsBuilder?.Invoke(options);

        var create = ActivatorUtilities.CreateFactory<TDbContext>([typeof(DbContextOptions<TDbContext>)]);
        services.TryAddTransient(DbContextOptionsFactory.Create<TDbContext>);
        // Replaces what the assembly scan registered: this factory needs neither a proxy nor reflection.
        services.Replace(ServiceDescriptor.Transient(provider =>
        {
            var context = create(provider, [DbContextOptionsFactory.Create<TDbContext>(provider)]);
            context.LazyServiceProvider = provider.GetRequiredService<IAbpLazyServiceProvider>();
            return context;
        }));

        services.Configure<AbpDbContextOptions>(o => o.Pools[typeof(TDbContext)] = (cache, creation) => new DbContextPool<TDbContext>(cache.Get<TDbContext>(creation)));

        foreach (var (replaced, target) in options.ReplacedDbContextTypes)
        {
            var replacement = target ?? typeof(TDbContext);
            services.Replace(ServiceDescriptor.Transient(replaced.Type, provider => provider.GetRequiredService(
                provider.GetRequiredService<IEfCoreDbContextTypeProvider>().GetDbContextType(replaced.Type))));
            services.Configure<AbpDbContextOptions>(o => o.Replacements[replaced] = replacement);
        }

        RepositoryRegistration.AddRepositories(options);
        return services;
    }
}
