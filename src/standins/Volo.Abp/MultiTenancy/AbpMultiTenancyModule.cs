using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy.ConfigurationStore;
using Volo.Abp.Security;
using Volo.Abp.Settings;

namespace Volo.Abp.MultiTenancy;

/// <summary>The current tenant.</summary>
public class AbpMultiTenancyAbstractionsModule : AbpModule;

/// <summary>Finding tenants.</summary>
[DependsOn(typeof(AbpDataModule), typeof(AbpSecurityModule), typeof(AbpSettingsModule), typeof(AbpMultiTenancyAbstractionsModule))]
public class AbpMultiTenancyModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddSingleton<ICurrentTenantAccessor>(AsyncLocalCurrentTenantAccessor.Instance);
        Configure<AbpDefaultTenantStoreOptions>(context.Services.GetConfiguration());
        // Before the user's own value, after the application's.
        Configure<AbpSettingOptions>(options => options.ValueProviders.Insert(
            options.ValueProviders.IndexOf(typeof(GlobalSettingValueProvider)) + 1, typeof(TenantSettingValueProvider)));
    }
}
