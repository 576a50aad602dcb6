using Volo.Abp.Localization;

namespace Volo.Abp.Localization
{
    internal static class ModuleTexts
    {
        /// <summary>Adds the resource with the files in Texts that have its name.</summary>
        public static void AddTexts<TResource>(this AbpLocalizationOptions options, params Type[] bases) =>
            options.Resources.Add<TResource>("en").AddVirtualJson("/Texts/" + LocalizationResourceNameAttribute.GetName(typeof(TResource))).AddBaseTypes(bases);
    }
}

namespace Localization.Resources.AbpUi
{
    /// <summary>Texts of buttons and messages that every screen has.</summary>
    [LocalizationResourceName("AbpUi")]
    public class AbpUiResource;
}

namespace Volo.Abp.Validation.Localization
{
    /// <summary>What is wrong with an input.</summary>
    [LocalizationResourceName("AbpValidation")]
    public class AbpValidationResource;
}

namespace Volo.Abp.UI.Navigation.Localization.Resource
{
    /// <summary>Texts of menus.</summary>
    [LocalizationResourceName("AbpUiNavigation")]
    public class AbpUiNavigationResource;
}

namespace Volo.Abp.AspNetCore.Mvc.UI.MultiTenancy.Localization
{
    // Texts of the box that switches tenants.
    [LocalizationResourceName("AbpUiMultiTenancy")]
    internal sealed class AbpUiMultiTenancyResource;
}
