using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.MultiTenancy;

/// <summary>What the application knows of a tenant.</summary>
public class TenantConfiguration
{
    public TenantConfiguration() => IsActive = true;

    public TenantConfiguration(Guid id, string name) : this()
    {
        Id = id;
        Name = Check.NotNull(name, nameof(name));
        ConnectionStrings = [];
    }

    public TenantConfiguration(Guid id, string name, string normalizedName) : this(id, name) =>
        NormalizedName = Check.NotNull(normalizedName, nameof(normalizedName));

    public Guid Id { get; set; }
    public string Name { get; set; } = default!;
    public string NormalizedName { get; set; } = default!;
    public ConnectionStrings? ConnectionStrings { get; set; }
    public bool IsActive { get; set; }
}

/// <summary>Knows the tenants.</summary>
public interface ITenantStore
{
    Task<TenantConfiguration?> FindAsync(string normalizedName);
    Task<TenantConfiguration?> FindAsync(Guid id);
    Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false);
}

/// <summary>Makes names comparable.</summary>
public interface ITenantNormalizer
{
    string? NormalizeName(string? name);
}

internal sealed class UpperInvariantTenantNormalizer : ITenantNormalizer, ITransientDependency
{
    public string? NormalizeName(string? name) => name?.Normalize().ToUpperInvariant();
}

// Without tenant management there are the tenants of the configuration: none, unless it names some.
[Dependency(TryRegister = true)]
internal sealed class DefaultTenantStore(IOptionsMonitor<ConfigurationStore.AbpDefaultTenantStoreOptions> options) : ITenantStore, ITransientDependency
{
    public Task<TenantConfiguration?> FindAsync(string normalizedName) =>
        Task.FromResult(options.CurrentValue.Tenants.FirstOrDefault(t => t.NormalizedName == normalizedName));

    public Task<TenantConfiguration?> FindAsync(Guid id) => Task.FromResult(options.CurrentValue.Tenants.FirstOrDefault(t => t.Id == id));

    public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) =>
        Task.FromResult<IReadOnlyList<TenantConfiguration>>(options.CurrentValue.Tenants);
}
