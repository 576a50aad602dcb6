using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.AspNetCore.Caching;
using Volo.Abp.Domain;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Settings;
using Volo.Abp.Users;
using Values = System.Collections.Frozen.FrozenDictionary<string, string>;

namespace Volo.Abp.SettingManagement;

/// <summary>Values of settings in the database.</summary>
[DependsOn(typeof(AbpDddDomainModule), typeof(AbpSettingsModule))]
public class AbpSettingManagementDomainModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(typeof(ChangeAwareCache<,>));
        services.Replace(ServiceDescriptor.Transient<ISettingStore, SettingStore>());
        services.TryAddTransient<ISettingManager, SettingManager>();
        services.AddLocalEventHandler<SettingChanges>();
    }
}

/// <summary>Reads and writes settings for others than the current user.</summary>
public interface ISettingManager
{
    /// <summary>The value at the level, or at the next one up that has one when <paramref name="fallback"/> is true.</summary>
    Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey, bool fallback = true);

    /// <summary>Sets the value at the level. Null, or what the level would inherit anyway, removes it there, unless forced.</summary>
    Task SetAsync(string name, string? value, string providerName, string? providerKey, bool forceToSet = false);

    Task DeleteAsync(string providerName, string? providerKey);
}

/// <summary>Settings for everybody.</summary>
public static class GlobalSettingManagerExtensions
{
    public static Task<string?> GetOrNullGlobalAsync(this ISettingManager settingManager, string name, bool fallback = true) =>
        settingManager.GetOrNullAsync(name, GlobalSettingValueProvider.ProviderName, null, fallback);

    public static Task SetGlobalAsync(this ISettingManager settingManager, string name, string? value) =>
        settingManager.SetAsync(name, value, GlobalSettingValueProvider.ProviderName, null);
}

/// <summary>Settings of tenants.</summary>
public static class TenantSettingManagerExtensions
{
    public static Task<string?> GetOrNullForTenantAsync(this ISettingManager settingManager, string name, Guid tenantId, bool fallback = true) =>
        settingManager.GetOrNullAsync(name, TenantSettingValueProvider.ProviderName, tenantId.ToString(), fallback);

    public static Task SetForTenantAsync(this ISettingManager settingManager, Guid tenantId, string name, string? value, bool forceToSet = false) =>
        settingManager.SetAsync(name, value, TenantSettingValueProvider.ProviderName, tenantId.ToString(), forceToSet);

    /// <summary>Sets the tenant's value, or everybody's on the host.</summary>
    public static Task SetForTenantOrGlobalAsync(this ISettingManager settingManager, Guid? tenantId, string name, string? value, bool forceToSet = false) =>
        tenantId is { } id ? settingManager.SetForTenantAsync(id, name, value, forceToSet) : settingManager.SetGlobalAsync(name, value);
}

/// <summary>Settings of users.</summary>
public static class UserSettingManagerExtensions
{
    public static Task<string?> GetOrNullForUserAsync(this ISettingManager settingManager, string name, Guid userId, bool fallback = true) =>
        settingManager.GetOrNullAsync(name, UserSettingValueProvider.ProviderName, userId.ToString(), fallback);

    public static Task SetForUserAsync(this ISettingManager settingManager, Guid userId, string name, string? value, bool forceToSet = false) =>
        settingManager.SetAsync(name, value, UserSettingValueProvider.ProviderName, userId.ToString(), forceToSet);

    public static Task SetForCurrentUserAsync(this ISettingManager settingManager, string name, string? value, bool forceToSet = false) =>
        settingManager.SetAsync(name, value, UserSettingValueProvider.ProviderName, null, forceToSet);
}

// One query for all values at a level, then memory.
internal sealed class SettingStore(ISettingRepository settings, ChangeAwareCache<(string? Provider, string? Key), Values> cache) : ISettingStore
{
    public async Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) =>
        (await AllAsync(providerName, providerKey)).GetValueOrDefault(name);

    public async Task<List<SettingValue>> GetAllAsync(string[] names, string? providerName, string? providerKey)
    {
        var values = await AllAsync(providerName, providerKey);
        return [.. names.Select(name => new SettingValue(name, values.GetValueOrDefault(name)))];
    }

    private Task<Values> AllAsync(string? providerName, string? providerKey) => cache.GetAsync(
        (providerName, providerKey),
        async () => (await settings.GetListAsync(providerName, providerKey)).ToFrozenDictionary(s => s.Name, s => s.Value));
}

internal sealed class SettingChanges(ChangeAwareCache<(string? Provider, string? Key), Values> cache) : ILocalEventHandler<EntityChangedEventData<Setting>>
{
    public Task HandleEventAsync(EntityChangedEventData<Setting> eventData)
    {
        cache.Changed();
        return Task.CompletedTask;
    }
}

internal sealed class SettingManager(
    ISettingRepository settings, ISettingStore store, ISettingDefinitionManager definitions, ISettingEncryptionService encryption,
    IConfiguration configuration, IGuidGenerator guids, ICurrentTenant currentTenant, ICurrentUser currentUser) : ISettingManager
{
    // From the most particular to the most general.
    private static readonly string[] Levels =
    [
        UserSettingValueProvider.ProviderName, TenantSettingValueProvider.ProviderName, GlobalSettingValueProvider.ProviderName,
        ConfigurationSettingValueProvider.ProviderName, DefaultValueSettingValueProvider.ProviderName,
    ];

    public async Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey, bool fallback = true)
    {
        var definition = await definitions.GetAsync(name);
        foreach (var level in Levels.Skip(LevelOf(providerName)))
        {
            var value = await ValueAtAsync(definition, level, level == providerName ? providerKey : null);
            if (value != null || !fallback || !definition.IsInherited) return value;
        }

        return null;
    }

    public async Task SetAsync(string name, string? value, string providerName, string? providerKey, bool forceToSet = false)
    {
        var definition = await definitions.GetAsync(name);
        var level = LevelOf(providerName);
        if (Levels[level] is ConfigurationSettingValueProvider.ProviderName or DefaultValueSettingValueProvider.ProviderName)
        {
            throw new AbpException($"Values of the provider {providerName} are not in the database: {name} can't be set there.");
        }

        if (value != null && !forceToSet && definition.IsInherited && value == await GetOrNullAsync(name, Levels[level + 1], null)) value = null;

        var key = KeyAt(providerName, providerKey);
        var setting = await settings.FindAsync(name, providerName, key);
        if (value == null)
        {
            if (setting != null) await settings.DeleteAsync(setting, autoSave: true);

            return;
        }

        var stored = definition.IsEncrypted ? encryption.Encrypt(definition, value)! : value;
        if (setting == null)
        {
            await settings.InsertAsync(new Setting(guids.Create(), name, stored, providerName, key), autoSave: true);
        }
        else
        {
            setting.Value = stored;
            await settings.UpdateAsync(setting, autoSave: true);
        }
    }

    public async Task DeleteAsync(string providerName, string? providerKey) =>
        await settings.DeleteManyAsync(await settings.GetListAsync(providerName, KeyAt(providerName, providerKey)), autoSave: true);

    private static int LevelOf(string providerName) =>
        Array.IndexOf(Levels, providerName) is var level and >= 0 ? level : throw new AbpException($"Unknown setting value provider: {providerName}");

    private async Task<string?> ValueAtAsync(SettingDefinition definition, string level, string? key)
    {
        var value = level switch
        {
            DefaultValueSettingValueProvider.ProviderName => definition.DefaultValue,
            ConfigurationSettingValueProvider.ProviderName => configuration[ConfigurationSettingValueProvider.ConfigurationNamePrefix + definition.Name],
            GlobalSettingValueProvider.ProviderName => await store.GetOrNullAsync(definition.Name, level, null),
            _ => KeyAt(level, key) is { } owner ? await store.GetOrNullAsync(definition.Name, level, owner) : null,
        };
        return value != null && definition.IsEncrypted && level is not DefaultValueSettingValueProvider.ProviderName
            ? encryption.Decrypt(definition, value) : value;
    }

    private string? KeyAt(string level, string? key) => key ?? level switch
    {
        UserSettingValueProvider.ProviderName => currentUser.Id?.ToString(),
        TenantSettingValueProvider.ProviderName => currentTenant.Id?.ToString(),
        _ => null,
    };
}
