using Microsoft.EntityFrameworkCore.Internal;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.EntityFrameworkCore;

/// <summary>Which database each context uses: <c>Configure(context => context.UseSqlite())</c> for all, or for one context type.</summary>
public class AbpDbContextOptions
{
    private readonly List<Action<AbpDbContextConfigurationContext>> defaultPreparations = [];
    private readonly Dictionary<Type, List<object>> preparations = [];
    private readonly Dictionary<Type, object> configurations = [];
    private Action<AbpDbContextConfigurationContext>? defaultConfiguration;

    internal Dictionary<MultiTenantDbContextType, Type> Replacements { get; } = [];
    internal Dictionary<Type, Func<DbContextOptionsCache, DbContextCreationContext, IDbContextPool>> Pools { get; } = [];

    public void PreConfigure(Action<AbpDbContextConfigurationContext> action) => defaultPreparations.Add(action);

    public void PreConfigure<TDbContext>(Action<AbpDbContextConfigurationContext<TDbContext>> action) where TDbContext : AbpDbContext<TDbContext>
    {
        if (!preparations.TryGetValue(typeof(TDbContext), out var actions)) preparations[typeof(TDbContext)] = actions = [];
        actions.Add(action);
    }

    public void Configure(Action<AbpDbContextConfigurationContext> action) => defaultConfiguration = action;

    public void Configure<TDbContext>(Action<AbpDbContextConfigurationContext<TDbContext>> action) where TDbContext : AbpDbContext<TDbContext> =>
        configurations[typeof(TDbContext)] = action;

    public bool IsConfiguredDefault() => defaultConfiguration is not null;
    public bool IsConfigured<TDbContext>() => IsConfigured(typeof(TDbContext));
    public bool IsConfigured(Type dbContextType) => configurations.ContainsKey(dbContextType);

    internal void Apply<TDbContext>(AbpDbContextConfigurationContext<TDbContext> context) where TDbContext : AbpDbContext<TDbContext>
    {
        foreach (var prepare in defaultPreparations) prepare(context);
        foreach (var prepare in preparations.GetValueOrDefault(typeof(TDbContext)) ?? [])
            ((Action<AbpDbContextConfigurationContext<TDbContext>>)prepare)(context);

        if (configurations.TryGetValue(typeof(TDbContext), out var own)) ((Action<AbpDbContextConfigurationContext<TDbContext>>)own)(context);
        else if (defaultConfiguration is not null) defaultConfiguration(context);
        else
            throw new AbpException(
                $"No database is configured for {typeof(TDbContext).FullName}. Use services.Configure<AbpDbContextOptions>(options => options.UseSqlite()) or UseNpgsql().");
    }

    internal Type GetReplacedTypeOrSelf(Type dbContextType, MultiTenancySides side)
    {
        var type = dbContextType;
        for (var step = 0; step <= Replacements.Count; step++)
        {
            var replacement = Replacements.FirstOrDefault(r => r.Key.Type == type && r.Key.MultiTenancySide.HasFlag(side)).Value;
            if (replacement is null) return type;
            type = replacement;
        }

        throw new AbpException($"The replacement of {dbContextType.FullName} leads back to itself. Check the ReplaceDbContext attributes.");
    }
}
