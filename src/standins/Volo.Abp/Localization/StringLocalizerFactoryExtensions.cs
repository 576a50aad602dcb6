using Volo.Abp;

namespace Microsoft.Extensions.Localization;

/// <summary>Localizers by the names of resources.</summary>
public interface IAbpStringLocalizerFactory
{
    IStringLocalizer? CreateDefaultOrNull();
    IStringLocalizer? CreateByResourceNameOrNull(string resourceName);
}

public static class AbpStringLocalizerFactoryExtensions
{
    public static IStringLocalizer? CreateDefaultOrNull(this IStringLocalizerFactory localizerFactory) =>
        (localizerFactory as IAbpStringLocalizerFactory)?.CreateDefaultOrNull();

    public static IStringLocalizer? CreateByResourceNameOrNull(this IStringLocalizerFactory localizerFactory, string resourceName) =>
        (localizerFactory as IAbpStringLocalizerFactory)?.CreateByResourceNameOrNull(resourceName);

    public static IStringLocalizer CreateByResourceName(this IStringLocalizerFactory localizerFactory, string resourceName) =>
        localizerFactory.CreateByResourceNameOrNull(resourceName) ?? throw new AbpException("Couldn't find a localizer with given resource name: " + resourceName);
}

public static class AbpCoreStringLocalizerFactoryExtensions
{
    public static IStringLocalizer Create<TResource>(this IStringLocalizerFactory localizerFactory) => localizerFactory.Create(typeof(TResource));
}
