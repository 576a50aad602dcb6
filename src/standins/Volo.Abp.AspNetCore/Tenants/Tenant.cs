using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;

namespace Volo.Abp.TenantManagement;

/// <summary>An organisation that has the application to itself. Made and renamed by <see cref="ITenantManager"/>.</summary>
public class Tenant : FullAuditedAggregateRoot<Guid>, IHasEntityVersion
{
    protected Tenant() { }

    protected internal Tenant(Guid id, string name, string normalizedName)
        : base(id)
    {
        SetName(name);
        SetNormalizedName(normalizedName);
    }

    public virtual string Name { get; protected set; } = default!;
    public virtual string NormalizedName { get; protected set; } = default!;
    public virtual int EntityVersion { get; protected set; }
    public virtual List<TenantConnectionString> ConnectionStrings { get; protected set; } = [];

    /// <summary>The named connection string, null without one.</summary>
    public virtual string? FindConnectionString(string name) => ConnectionStrings.FirstOrDefault(c => c.Name == name)?.Value;

    public virtual void SetConnectionString(string name, string connectionString)
    {
        if (ConnectionStrings.FirstOrDefault(c => c.Name == name) is { } existing)
        {
            existing.SetValue(connectionString);
        }
        else
        {
            ConnectionStrings.Add(new TenantConnectionString(Id, name, connectionString));
        }
    }

    public virtual void RemoveConnectionString(string name) => ConnectionStrings.RemoveAll(c => c.Name == name);

    protected internal virtual void SetName(string name) => Name = Check.NotNullOrWhiteSpace(name, nameof(name), 64);

    /// <summary>Changes the name it is searched by.</summary>
    protected internal virtual void SetNormalizedName(string normalizedName) => NormalizedName = normalizedName;
}

/// <summary>A database of a tenant's own.</summary>
public class TenantConnectionString : Entity
{
    public TenantConnectionString(Guid tenantId, string name, string value)
    {
        TenantId = tenantId;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), 64);
        SetValue(value);
    }

    protected TenantConnectionString() { }

    public virtual Guid TenantId { get; protected set; }
    public virtual string Name { get; protected set; } = default!;
    public virtual string Value { get; protected set; } = default!;

    public virtual void SetValue(string value) => Value = Check.NotNullOrWhiteSpace(value, nameof(value), 1024);

    public override object[] GetKeys() => [TenantId, Name];
}
