using Volo.Abp.DependencyInjection;

namespace Volo.Abp.MultiTenancy;

/// <summary>Belongs to a tenant, or to the host if null.</summary>
public interface IMultiTenant
{
    Guid? TenantId { get; }
}

/// <summary>Who something is for.</summary>
[Flags]
public enum MultiTenancySides : byte
{
    Tenant = 1,
    Host = 2,
    Both = Tenant | Host
}

/// <summary>A context that tenants don't have their own database for.</summary>
[AttributeUsage(AttributeTargets.All)]
public class IgnoreMultiTenancyAttribute : Attribute;

/// <summary>Whether there are tenants.</summary>
public class AbpMultiTenancyOptions
{
    public bool IsEnabled { get; set; }
}

/// <summary>A tenant's id and name.</summary>
public class BasicTenantInfo(Guid? tenantId, string? name = null)
{
    public Guid? TenantId { get; } = tenantId;
    public string? Name { get; } = name;
}

/// <summary>The tenant of the current flow of execution.</summary>
public interface ICurrentTenant
{
    bool IsAvailable { get; }
    Guid? Id { get; }
    string? Name { get; }

    /// <summary>Works for another tenant, or for the host, until disposed.</summary>
    IDisposable Change(Guid? id, string? name = null);
}

/// <summary>Where the current tenant is kept; null means that nobody said.</summary>
public interface ICurrentTenantAccessor
{
    BasicTenantInfo? Current { get; set; }
}

/// <inheritdoc />
public class AsyncLocalCurrentTenantAccessor : ICurrentTenantAccessor
{
    private readonly AsyncLocal<BasicTenantInfo?> current = new();

    private AsyncLocalCurrentTenantAccessor()
    {
    }

    public static AsyncLocalCurrentTenantAccessor Instance { get; } = new();

    public BasicTenantInfo? Current
    {
        get => current.Value;
        set => current.Value = value;
    }
}

internal sealed class CurrentTenant(ICurrentTenantAccessor accessor) : ICurrentTenant, ITransientDependency
{
    public bool IsAvailable => Id.HasValue;
    public Guid? Id => accessor.Current?.TenantId;
    public string? Name => accessor.Current?.Name;

    public IDisposable Change(Guid? id, string? name = null)
    {
        var outer = accessor.Current;
        accessor.Current = new BasicTenantInfo(id, name);
        return new DisposeAction(() => accessor.Current = outer);
    }
}

public static class CurrentTenantExtensions
{
    public static Guid GetId(this ICurrentTenant currentTenant) =>
        currentTenant.Id ?? throw new AbpException("Current Tenant Id is not available!");

    public static MultiTenancySides GetMultiTenancySide(this ICurrentTenant currentTenant) =>
        currentTenant.Id.HasValue ? MultiTenancySides.Tenant : MultiTenancySides.Host;
}
