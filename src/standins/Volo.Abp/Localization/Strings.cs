using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Localization;

/// <summary>A text that is translated when it is shown.</summary>
public interface ILocalizableString
{
    LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory);
}

/// <summary>A text by its name in a resource.</summary>
public class LocalizableString : ILocalizableString
{
    public LocalizableString(Type? resourceType, string name)
    {
        Name = Check.NotNullOrEmpty(name, nameof(name));
        ResourceType = resourceType;
        ResourceName = resourceType == null ? null : LocalizationResourceNameAttribute.GetName(resourceType);
    }

    public LocalizableString(string name, string? resourceName = null)
    {
        Name = Check.NotNullOrEmpty(name, nameof(name));
        ResourceName = resourceName;
    }

    public string? ResourceName { get; }
    public Type? ResourceType { get; }
    public string Name { get; }

    public static LocalizableString Create<TResource>(string name) => new(typeof(TResource), name);

    public static LocalizableString Create(Type resourceType, string name) => new(resourceType, name);

    public static LocalizableString Create(string name, string? resourceName = null) => new(name, resourceName);

    public LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory)
    {
        var localizer = ResourceType != null ? stringLocalizerFactory.Create(ResourceType)
            : ResourceName != null ? stringLocalizerFactory.CreateByResourceNameOrNull(ResourceName)
            : stringLocalizerFactory.CreateDefaultOrNull();
        return localizer?[Name] ?? new LocalizedString(Name, Name, resourceNotFound: true);
    }
}

/// <summary>A text that is the same in every language.</summary>
public class FixedLocalizableString(string value) : ILocalizableString
{
    public string Value { get; } = value;

    public LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory) => new(Value, Value);
}

/// <summary>The name of a resource for those who don't have its class, such as the UI.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LocalizationResourceNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static LocalizationResourceNameAttribute? GetOrNull(Type resourceType) => resourceType.GetCustomAttribute<LocalizationResourceNameAttribute>(true);

    public static string GetName(Type resourceType) => GetOrNull(resourceType)?.Name ?? resourceType.FullName!;
}

/// <summary>Resources whose texts are also this one's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class InheritResourceAttribute(params Type[] resourceTypes) : Attribute
{
    public Type[] ResourceTypes { get; } = resourceTypes;

    public virtual Type[] GetInheritedResourceTypes() => ResourceTypes;
}

/// <summary>What an exception needs to translate its message.</summary>
public class LocalizationContext(IServiceProvider serviceProvider) : IServiceProviderAccessor
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public IStringLocalizerFactory LocalizerFactory { get; } = serviceProvider.GetRequiredService<IStringLocalizerFactory>();
}

/// <summary>A localizer that knows its cultures.</summary>
public interface IAbpStringLocalizer : IStringLocalizer
{
    IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures, bool includeBaseLocalizers, bool includeDynamicContributors);
    Task<IEnumerable<string>> GetSupportedCulturesAsync();
}

public static class AbpStringLocalizerExtensions
{
    public static IEnumerable<LocalizedString> GetAllStrings(
        this IStringLocalizer stringLocalizer, bool includeParentCultures, bool includeBaseLocalizers, bool includeDynamicContributors) =>
        stringLocalizer is IAbpStringLocalizer abp
            ? abp.GetAllStrings(includeParentCultures, includeBaseLocalizers, includeDynamicContributors)
            : stringLocalizer.GetAllStrings(includeParentCultures);
}
