using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Collections;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Uow;

namespace Volo.Abp.Data;

/// <summary>For whom data is seeded, with what.</summary>
public class DataSeedContext(Guid? tenantId = null)
{
    public Guid? TenantId { get; set; } = tenantId;
    public Dictionary<string, object?> Properties { get; } = [];

    public object? this[string name]
    {
        get => Properties.GetOrDefault(name);
        set => Properties[name] = value;
    }

    public virtual DataSeedContext WithProperty(string key, object? value)
    {
        Properties[key] = value;
        return this;
    }
}

/// <summary>Puts data in place that a module needs to start; it must be repeatable.</summary>
public interface IDataSeedContributor
{
    Task SeedAsync(DataSeedContext context);
}

/// <summary>Runs every <see cref="IDataSeedContributor"/>.</summary>
public interface IDataSeeder
{
    Task SeedAsync(DataSeedContext context);
}

/// <summary>The contributors, found by convention.</summary>
public class AbpDataSeedOptions
{
    public DataSeedContributorList Contributors { get; } = [];
}

/// <inheritdoc />
public class DataSeedContributorList : TypeList<IDataSeedContributor>;

public static class DataSeederExtensions
{
    public static Task SeedAsync(this IDataSeeder seeder, Guid? tenantId = null) => seeder.SeedAsync(new DataSeedContext(tenantId));
}

internal sealed class DataSeeder(IOptions<AbpDataSeedOptions> options, IServiceScopeFactory scopes, IUnitOfWorkManager unitOfWorkManager)
    : IDataSeeder, ITransientDependency
{
    public async Task SeedAsync(DataSeedContext context)
    {
        using var unitOfWork = unitOfWorkManager.Begin(isTransactional: true);
        using var scope = scopes.CreateScope();
        foreach (var type in options.Value.Contributors)
            await ((IDataSeedContributor)scope.ServiceProvider.GetRequiredService(type)).SeedAsync(context);
        await unitOfWork.CompleteAsync();
    }
}
