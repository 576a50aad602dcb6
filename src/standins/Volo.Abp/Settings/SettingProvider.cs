using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Security;

namespace Volo.Abp.Settings;

[Dependency(TryRegister = true)]
internal sealed class NullSettingStore : ISettingStore, ISingletonDependency
{
    public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) => Task.FromResult<string?>(null);

    public Task<List<SettingValue>> GetAllAsync(string[] names, string? providerName, string? providerKey) =>
        Task.FromResult(names.Select(n => new SettingValue(n, null)).ToList());
}

internal sealed class SettingDefinitionManager(IServiceScopeFactory scopes, IOptions<AbpSettingOptions> options) : ISettingDefinitionManager, ISingletonDependency
{
    private readonly Lazy<Dictionary<string, SettingDefinition>> definitions = new(() =>
    {
        var context = new Context();
        using var scope = scopes.CreateScope();
        foreach (var type in options.Value.DefinitionProviders) ((ISettingDefinitionProvider)scope.ServiceProvider.GetRequiredService(type)).Define(context);
        return context.Definitions;
    });

    public async Task<SettingDefinition> GetAsync(string name) => await GetOrNullAsync(name) ?? throw new AbpException("Undefined setting: " + name);

    public Task<SettingDefinition?> GetOrNullAsync(string name) => Task.FromResult(definitions.Value.GetOrDefault(name));

    public Task<IReadOnlyList<SettingDefinition>> GetAllAsync() => Task.FromResult<IReadOnlyList<SettingDefinition>>([.. definitions.Value.Values]);

    private sealed class Context : ISettingDefinitionContext
    {
        public Dictionary<string, SettingDefinition> Definitions { get; } = [];

        public SettingDefinition? GetOrNull(string name) => Definitions.GetOrDefault(name);

        public IReadOnlyList<SettingDefinition> GetAll() => [.. Definitions.Values];

        public void Add(params SettingDefinition[] added)
        {
            foreach (var definition in added) Definitions[definition.Name] = definition;
        }
    }
}

internal sealed class SettingValueProviderManager(IServiceProvider serviceProvider, IOptions<AbpSettingOptions> options) : ISettingValueProviderManager, ISingletonDependency
{
    private readonly Lazy<List<ISettingValueProvider>> providers = new(
        () => options.Value.ValueProviders.Select(t => (ISettingValueProvider)serviceProvider.GetRequiredService(t)).ToList());

    public List<ISettingValueProvider> Providers => providers.Value;
}

internal sealed class SettingProvider(
    ISettingDefinitionManager definitions, ISettingValueProviderManager valueProviders, ISettingEncryptionService encryption) : ISettingProvider, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name)
    {
        var setting = await definitions.GetAsync(name);
        foreach (var provider in ProvidersOf(setting))
        {
            var value = await provider.GetOrNullAsync(setting);
            if (value != null) return setting.IsEncrypted ? encryption.Decrypt(setting, value) : value;
        }

        return null;
    }

    public async Task<List<SettingValue>> GetAllAsync(string[] names) =>
        await GetAllAsync([.. (await definitions.GetAllAsync()).Where(s => names.Contains(s.Name))]);

    public async Task<List<SettingValue>> GetAllAsync() => await GetAllAsync([.. await definitions.GetAllAsync()]);

    // Each provider is asked once, for the settings that no earlier one had a value for.
    private async Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings)
    {
        var found = settings.ToDictionary(s => s.Name, s => new SettingValue(s.Name, null));
        foreach (var provider in Enumerable.Reverse(valueProviders.Providers))
        {
            var open = settings.Where(s => found[s.Name].Value == null && ProvidersOf(s).Contains(provider)).ToArray();
            if (open.Length == 0) continue;
            var encrypted = open.Where(s => s.IsEncrypted).ToDictionary(s => s.Name);
            foreach (var value in await provider.GetAllAsync(open))
            {
                if (value.Value != null && found.TryGetValue(value.Name, out var target))
                    target.Value = encrypted.TryGetValue(value.Name, out var setting) ? encryption.Decrypt(setting, value.Value) : value.Value;
            }
        }

        return [.. found.Values];
    }

    private IEnumerable<ISettingValueProvider> ProvidersOf(SettingDefinition setting) =>
        Enumerable.Reverse(valueProviders.Providers).Where(p => setting.Providers.Count == 0 || setting.Providers.Contains(p.Name));
}

internal sealed class SettingEncryptionService(IServiceProvider services, ILogger<SettingEncryptionService> logger) : ISettingEncryptionService, ITransientDependency
{
    private IDataProtector Protector => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Volo.Abp.Settings");

    public string? Encrypt(SettingDefinition settingDefinition, string? plainValue) => plainValue.IsNullOrEmpty() ? plainValue : Protector.Protect(plainValue);

    public string? Decrypt(SettingDefinition settingDefinition, string? encryptedValue)
    {
        if (encryptedValue.IsNullOrEmpty()) return encryptedValue;
        // A value that no key opens any more is a value that isn't there: the application must still start.
        try
        {
            return Protector.Unprotect(encryptedValue);
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            logger.LogException(e);
            return string.Empty;
        }
    }
}

/// <summary>Settings.</summary>
[DependsOn(typeof(AbpDataModule), typeof(AbpSecurityModule), typeof(AbpLocalizationModule))]
public class AbpSettingsModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        var providers = new List<Type>();
        context.Services.OnRegistered(registered =>
        {
            if (typeof(ISettingDefinitionProvider).IsAssignableFrom(registered.ImplementationType)) providers.AddIfNotContains(registered.ImplementationType);
        });
        context.Services.Configure<AbpSettingOptions>(options => providers.ForEach(t => options.DefinitionProviders.AddIfNotContains(t)));
    }

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddDataProtection();
        Configure<AbpSettingOptions>(options =>
        {
            options.ValueProviders.Add<DefaultValueSettingValueProvider>();
            options.ValueProviders.Add<ConfigurationSettingValueProvider>();
            options.ValueProviders.Add<GlobalSettingValueProvider>();
            options.ValueProviders.Add<UserSettingValueProvider>();
        });
    }
}
