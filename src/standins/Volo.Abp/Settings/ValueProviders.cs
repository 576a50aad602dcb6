using Microsoft.Extensions.Configuration;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Users;

namespace Volo.Abp.Settings;

/// <summary>The definition's default.</summary>
public class DefaultValueSettingValueProvider(ISettingStore settingStore) : SettingValueProvider(settingStore)
{
    public const string ProviderName = "D";

    public override string Name => ProviderName;

    public override Task<string?> GetOrNullAsync(SettingDefinition setting) => Task.FromResult(setting.DefaultValue);

    public override Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        Task.FromResult(settings.Select(s => new SettingValue(s.Name, s.DefaultValue)).ToList());
}

/// <summary>The section Settings of the configuration.</summary>
public class ConfigurationSettingValueProvider(IConfiguration configuration) : ISettingValueProvider, ITransientDependency
{
    public const string ConfigurationNamePrefix = "Settings:";
    public const string ProviderName = "C";

    public string Name => ProviderName;

    public virtual Task<string?> GetOrNullAsync(SettingDefinition setting) => Task.FromResult(configuration[ConfigurationNamePrefix + setting.Name]);

    public Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        Task.FromResult(settings.Select(s => new SettingValue(s.Name, configuration[ConfigurationNamePrefix + s.Name])).ToList());
}

/// <summary>The stored value for everybody.</summary>
public class GlobalSettingValueProvider(ISettingStore settingStore) : SettingValueProvider(settingStore)
{
    public const string ProviderName = "G";

    public override string Name => ProviderName;

    public override Task<string?> GetOrNullAsync(SettingDefinition setting) => SettingStore.GetOrNullAsync(setting.Name, Name, null);

    public override Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        SettingStore.GetAllAsync(settings.Select(s => s.Name).ToArray(), Name, null);
}

/// <summary>The stored value of the current tenant.</summary>
public class TenantSettingValueProvider(ISettingStore settingStore, ICurrentTenant currentTenant) : SettingValueProvider(settingStore)
{
    public const string ProviderName = "T";

    public override string Name => ProviderName;

    public override Task<string?> GetOrNullAsync(SettingDefinition setting) =>
        SettingStore.GetOrNullAsync(setting.Name, Name, currentTenant.Id?.ToString());

    public override Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        SettingStore.GetAllAsync(settings.Select(s => s.Name).ToArray(), Name, currentTenant.Id?.ToString());
}

/// <summary>The stored value of the current user.</summary>
public class UserSettingValueProvider(ISettingStore settingStore, ICurrentUser currentUser) : SettingValueProvider(settingStore)
{
    public const string ProviderName = "U";

    public override string Name => ProviderName;

    public override Task<string?> GetOrNullAsync(SettingDefinition setting) => currentUser.Id == null
        ? Task.FromResult<string?>(null)
        : SettingStore.GetOrNullAsync(setting.Name, Name, currentUser.Id.ToString());

    public override Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) => currentUser.Id == null
        ? Task.FromResult(settings.Select(s => new SettingValue(s.Name, null)).ToList())
        : SettingStore.GetAllAsync(settings.Select(s => s.Name).ToArray(), Name, currentUser.Id.ToString());
}
