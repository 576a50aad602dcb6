using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.Localization;

/// <summary>A resource's texts: the culture's, its base culture's, the default culture's, then those of the base resources.</summary>
internal sealed class AbpStringLocalizer(
    LocalizationResourceBase resource, Dictionary<string, Dictionary<string, string>> texts, List<AbpStringLocalizer> bases, AbpLocalizationOptions options)
    : IAbpStringLocalizer
{
    public LocalizedString this[string name] => Find(name) is { } text ? new LocalizedString(name, text) : new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] => Find(name) is { } text
        ? new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text, arguments))
        : new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, name, arguments), resourceNotFound: true);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => GetAllStrings(includeParentCultures, true, true);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures, bool includeBaseLocalizers, bool includeDynamicContributors)
    {
        var all = new Dictionary<string, LocalizedString>();
        if (includeBaseLocalizers)
            foreach (var inherited in Enumerable.Reverse(bases).SelectMany(b => b.GetAllStrings(includeParentCultures))) all[inherited.Name] = inherited;
        var cultures = includeParentCultures ? Cultures().Reverse() : [CultureInfo.CurrentUICulture.Name];
        foreach (var culture in cultures)
            foreach (var (name, text) in texts.GetOrDefault(culture) ?? []) all[name] = new LocalizedString(name, text);
        return all.Values;
    }

    public Task<IEnumerable<string>> GetSupportedCulturesAsync() => Task.FromResult(AllCultures().Distinct());

    private IEnumerable<string> AllCultures() => texts.Keys.Concat(bases.SelectMany(b => b.AllCultures()));

    private string? Find(string name)
    {
        foreach (var culture in Cultures())
            if (texts.TryGetValue(culture, out var found) && found.TryGetValue(name, out var text)) return text;
        foreach (var inherited in bases)
            if (inherited.Find(name) is { } text) return text;
        return null;
    }

    private IEnumerable<string> Cultures()
    {
        var current = CultureInfo.CurrentUICulture.Name;
        yield return current;
        if (options.TryToGetFromBaseCulture && current.Contains('-')) yield return CultureHelper.GetBaseCultureName(current);
        if (options.TryToGetFromDefaultCulture && resource.DefaultCultureName is { } fallback) yield return fallback;
    }
}

internal sealed class AbpStringLocalizerFactory(
    ResourceManagerStringLocalizerFactory inner, IOptions<AbpLocalizationOptions> options, IVirtualFileProvider files) : IStringLocalizerFactory, IAbpStringLocalizerFactory
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private readonly ConcurrentDictionary<string, Lazy<AbpStringLocalizer>> localizers = new();

    public IStringLocalizer Create(Type resourceType) => Find(LocalizationResourceNameAttribute.GetName(resourceType)) ?? inner.Create(resourceType);

    public IStringLocalizer Create(string baseName, string location) => inner.Create(baseName, location);

    public IStringLocalizer? CreateDefaultOrNull() => options.Value.DefaultResourceType is { } type ? Create(type) : null;

    public IStringLocalizer? CreateByResourceNameOrNull(string resourceName) => Find(resourceName);

    private AbpStringLocalizer? Find(string name) => options.Value.Resources.GetOrDefault(name) is { } resource
        ? localizers.GetOrAdd(name, _ => new Lazy<AbpStringLocalizer>(() => Load(resource))).Value
        : null;

    private AbpStringLocalizer Load(LocalizationResourceBase resource)
    {
        var texts = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in resource.VirtualPaths.SelectMany(p => files.GetDirectoryContents(p)).Where(f => !f.IsDirectory && f.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
        {
            var (culture, entries) = Read(file);
            var target = texts.GetOrAdd(culture, () => []);
            foreach (var (name, text) in entries) target[name] = text;
        }

        return new AbpStringLocalizer(resource, texts, resource.BaseResourceNames.Select(Find).OfType<AbpStringLocalizer>().ToList(), options.Value);
    }

    private static (string Culture, Dictionary<string, string> Texts) Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        var content = JsonSerializer.Deserialize<JsonFile>(stream, Json);
        return content?.Culture is { Length: > 0 } culture
            ? (culture, content.Texts)
            : throw new AbpException($"Culture is empty in language json file {file.Name}.");
    }

    private sealed record JsonFile(string? Culture, Dictionary<string, string> Texts);
}

internal sealed class DefaultLanguageProvider(IOptions<AbpLocalizationOptions> options) : ILanguageProvider, ITransientDependency
{
    public Task<IReadOnlyList<LanguageInfo>> GetLanguagesAsync() => Task.FromResult<IReadOnlyList<LanguageInfo>>(options.Value.Languages);
}

/// <summary>Texts from embedded JSON files.</summary>
[DependsOn(typeof(AbpVirtualFileSystemModule))]
public class AbpLocalizationModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        context.Services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, AbpStringLocalizerFactory>());
    }
}
