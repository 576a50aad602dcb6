using Volo.Abp.Collections;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;

namespace Volo.Abp.Settings;

/// <summary>A setting: name, default and who may see it.</summary>
public class SettingDefinition(
    string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
    bool isVisibleToClients = false, bool isInherited = true, bool isEncrypted = false)
{
    private ILocalizableString shownAs = displayName ?? new FixedLocalizableString(name);

    public string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

    public ILocalizableString DisplayName
    {
        get => shownAs;
        set => shownAs = Check.NotNull(value, nameof(value));
    }

    public ILocalizableString? Description { get; set; } = description;
    public string? DefaultValue { get; set; } = defaultValue;
    public bool IsVisibleToClients { get; set; } = isVisibleToClients;

    /// <summary>The providers that may give a value; all if empty.</summary>
    public List<string> Providers { get; } = [];

    /// <summary>Whether a screen for settings shows the value of the wider scope where this one has none.</summary>
    public bool IsInherited { get; set; } = isInherited;
    public bool IsEncrypted { get; set; } = isEncrypted;
    public Dictionary<string, object> Properties { get; } = [];

    public virtual SettingDefinition WithProperty(string key, object value)
    {
        Properties[key] = value;
        return this;
    }

    public virtual SettingDefinition WithProviders(params string[] providers)
    {
        Providers.AddIfNotContains(providers);
        return this;
    }
}

/// <summary>Where definitions go.</summary>
public interface ISettingDefinitionContext
{
    SettingDefinition? GetOrNull(string name);
    IReadOnlyList<SettingDefinition> GetAll();
    void Add(params SettingDefinition[] definitions);
}

/// <summary>Defines settings.</summary>
public interface ISettingDefinitionProvider
{
    void Define(ISettingDefinitionContext context);
}

/// <inheritdoc />
public abstract class SettingDefinitionProvider : ISettingDefinitionProvider, ITransientDependency
{
    public abstract void Define(ISettingDefinitionContext context);
}

/// <summary>All definitions.</summary>
public interface ISettingDefinitionManager
{
    Task<SettingDefinition> GetAsync(string name);
    Task<IReadOnlyList<SettingDefinition>> GetAllAsync();
    Task<SettingDefinition?> GetOrNullAsync(string name);
}

/// <summary>A setting's value.</summary>
public class SettingValue : NameValue<string?>
{
    public SettingValue()
    {
    }

    public SettingValue(string name, string? value) : base(name, value)
    {
    }
}

/// <summary>The values that hold for the current user and tenant.</summary>
public interface ISettingProvider
{
    Task<string?> GetOrNullAsync(string name);
    Task<List<SettingValue>> GetAllAsync(string[] names);
    Task<List<SettingValue>> GetAllAsync();
}

/// <summary>Keeps values.</summary>
public interface ISettingStore
{
    Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey);
    Task<List<SettingValue>> GetAllAsync(string[] names, string? providerName, string? providerKey);
}

/// <summary>Gives values of one kind: the default's, the tenant's, the user's …</summary>
public interface ISettingValueProvider
{
    string Name { get; }
    Task<string?> GetOrNullAsync(SettingDefinition setting);
    Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings);
}

/// <inheritdoc />
public abstract class SettingValueProvider : ISettingValueProvider, ITransientDependency
{
    protected SettingValueProvider(ISettingStore settingStore) => SettingStore = settingStore;

    public abstract string Name { get; }
    protected ISettingStore SettingStore { get; }

    public abstract Task<string?> GetOrNullAsync(SettingDefinition setting);

    public abstract Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings);
}

/// <summary>The providers, the last of which is asked first.</summary>
public interface ISettingValueProviderManager
{
    List<ISettingValueProvider> Providers { get; }
}

/// <summary>Protects the values of encrypted settings.</summary>
public interface ISettingEncryptionService
{
    string? Encrypt(SettingDefinition settingDefinition, string? plainValue);
    string? Decrypt(SettingDefinition settingDefinition, string? encryptedValue);
}

/// <summary>Definitions and providers, found by convention.</summary>
public class AbpSettingOptions
{
    public ITypeList<ISettingDefinitionProvider> DefinitionProviders { get; } = new TypeList<ISettingDefinitionProvider>();
    public ITypeList<ISettingValueProvider> ValueProviders { get; } = new TypeList<ISettingValueProvider>();
}

public static class SettingProviderExtensions
{
    public static async Task<bool> IsTrueAsync(this ISettingProvider settingProvider, string name) =>
        string.Equals(await settingProvider.GetOrNullAsync(name), "true", StringComparison.OrdinalIgnoreCase);

    public static async Task<T> GetAsync<T>(this ISettingProvider settingProvider, string name, T defaultValue = default) where T : struct =>
        await settingProvider.GetOrNullAsync(name) is { } value
            ? (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture)
            : defaultValue;
}
