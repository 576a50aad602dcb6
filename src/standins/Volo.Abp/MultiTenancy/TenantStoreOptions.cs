namespace Volo.Abp.MultiTenancy.ConfigurationStore;

/// <summary>Tenants named by the configuration.</summary>
public class AbpDefaultTenantStoreOptions
{
    public TenantConfiguration[] Tenants { get; set; } = [];
}
