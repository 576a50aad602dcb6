using System.Reflection;

namespace Volo.Abp.Localization;

/// <summary>A language that the user can choose.</summary>
public interface ILanguageInfo
{
    string CultureName { get; }
    string UiCultureName { get; }
    string DisplayName { get; }
}

/// <inheritdoc />
public class LanguageInfo(string cultureName, string? uiCultureName = null, string? displayName = null) : ILanguageInfo
{
    public virtual string CultureName { get; protected set; } = Check.NotNullOrWhiteSpace(cultureName, nameof(cultureName));
    public virtual string UiCultureName { get; protected set; } = uiCultureName.IsNullOrWhiteSpace() ? cultureName : uiCultureName;
    public virtual string DisplayName { get; protected set; } = displayName.IsNullOrWhiteSpace() ? cultureName : displayName;
    public virtual string TwoLetterISOLanguageName { get; protected set; } = new System.Globalization.CultureInfo(cultureName).TwoLetterISOLanguageName;
}

/// <summary>The application's languages.</summary>
public interface ILanguageProvider
{
    Task<IReadOnlyList<LanguageInfo>> GetLanguagesAsync();
}

/// <summary>Languages, resources and how a missing text is looked for.</summary>
public class AbpLocalizationOptions
{
    public LocalizationResourceDictionary Resources { get; } = [];

    /// <summary>The resource where none is named.</summary>
    public Type? DefaultResourceType { get; set; }
    public List<LanguageInfo> Languages { get; } = [];

    /// <summary>From en-GB to en.</summary>
    public bool TryToGetFromBaseCulture { get; set; } = true;
    public bool TryToGetFromDefaultCulture { get; set; } = true;
}

/// <summary>Texts under one name.</summary>
public abstract class LocalizationResourceBase
{
    internal LocalizationResourceBase(string resourceName, string? defaultCultureName) =>
        (ResourceName, DefaultCultureName) = (resourceName, defaultCultureName);

    public string ResourceName { get; }
    public List<string> BaseResourceNames { get; } = [];
    public string? DefaultCultureName { get; set; }
    internal List<string> VirtualPaths { get; } = [];
}

/// <summary>Texts that belong to a class.</summary>
public class LocalizationResource : LocalizationResourceBase
{
    internal LocalizationResource(Type resourceType, string? defaultCultureName) : base(LocalizationResourceNameAttribute.GetName(resourceType), defaultCultureName)
    {
        ResourceType = resourceType;
        foreach (var inherited in resourceType.GetCustomAttributes<InheritResourceAttribute>(true).SelectMany(a => a.GetInheritedResourceTypes()))
            BaseResourceNames.AddIfNotContains(LocalizationResourceNameAttribute.GetName(inherited));
    }

    public Type ResourceType { get; }
}

/// <summary>Resources by name.</summary>
public class LocalizationResourceDictionary : Dictionary<string, LocalizationResourceBase>
{
    public LocalizationResource Add<TResouce>(string? defaultCultureName = null) => Add(typeof(TResouce), defaultCultureName);

    public LocalizationResource Add(Type resourceType, string? defaultCultureName = null)
    {
        var resource = new LocalizationResource(resourceType, defaultCultureName);
        if (!TryAdd(resource.ResourceName, resource)) throw new AbpException("This resource is already added before: " + resource.ResourceName);
        return resource;
    }

    public LocalizationResourceBase Get<TResource>() => Get(typeof(TResource));

    public LocalizationResourceBase Get(Type resourceType) =>
        GetOrNull(resourceType) ?? throw new AbpException("Can not find a resource with given type: " + resourceType.AssemblyQualifiedName);

    public LocalizationResourceBase Get(string resourceName) =>
        this.GetOrDefault(resourceName) ?? throw new AbpException("Can not find a resource with given name: " + resourceName);

    public LocalizationResourceBase? GetOrNull(Type resourceType) => this.GetOrDefault(LocalizationResourceNameAttribute.GetName(resourceType));
}

public static class LocalizationResourceExtensions
{
    /// <summary>Takes texts from the JSON files of a folder: {"culture":"en","texts":{…}}.</summary>
    public static TLocalizationResource AddVirtualJson<TLocalizationResource>(this TLocalizationResource localizationResource, string virtualPath)
        where TLocalizationResource : LocalizationResourceBase
    {
        localizationResource.VirtualPaths.Add(virtualPath.EnsureStartsWith('/'));
        return localizationResource;
    }

    public static TLocalizationResource AddBaseTypes<TLocalizationResource>(this TLocalizationResource localizationResource, params Type[] types)
        where TLocalizationResource : LocalizationResourceBase =>
        localizationResource.AddBaseResources(types.Select(LocalizationResourceNameAttribute.GetName).ToArray());

    public static TLocalizationResource AddBaseResources<TLocalizationResource>(this TLocalizationResource localizationResource, params string[] baseResourceNames)
        where TLocalizationResource : LocalizationResourceBase
    {
        localizationResource.BaseResourceNames.AddIfNotContains(baseResourceNames);
        return localizationResource;
    }
}
