using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.FeatureManagement;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

/// <summary>All texts of all resources, in one language.</summary>
internal sealed class ApplicationTexts(IOptions<AbpLocalizationOptions> options, IStringLocalizerFactory localizers)
{
    public AbpLocalizationOptions Options => options.Value;

    public Dictionary<string, ApplicationLocalizationResourceDto> All() => options.Value.Resources.Values.ToDictionary(
        r => r.ResourceName,
        r => new ApplicationLocalizationResourceDto(
            localizers.CreateByResourceName(r.ResourceName).GetAllStrings(includeParentCultures: true, includeBaseLocalizers: false, includeDynamicContributors: true)
                .ToDictionary(t => t.Name, t => t.Value),
            r.BaseResourceNames));
}

/// <summary>Also answers callers that nobody knows, or not any more: the UI asks here whether it is still signed in.</summary>
[AllowAnonymous]
[Area("abp")]
[RemoteService(Name = "abp")]
[Route("api/abp/application-configuration")]
internal sealed class AbpApplicationConfigurationController(
    ApplicationTexts texts, IPermissionDefinitionManager permissions, IPermissionChecker checker, ISettingDefinitionManager settingDefinitions, ISettingProvider settings,
    IEnumerable<FeatureValues> features, IOptions<AbpMultiTenancyOptions> multiTenancy) : AbpControllerBase
{
    [HttpGet]
    public async Task<ApplicationConfigurationDto> GetAsync(bool includeLocalizationResources = true)
    {
        var values = await SettingsAsync();
        var timeZone = values.GetValueOrDefault(TimingSettingNames.TimeZone);
        return new ApplicationConfigurationDto(
            new ApplicationLocalizationConfigurationDto(
                texts.Options.Languages, CurrentCultureDto.Create(),
                texts.Options.DefaultResourceType is { } type ? LocalizationResourceNameAttribute.GetName(type) : null,
                includeLocalizationResources ? texts.All() : []),
            new ApplicationAuthConfigurationDto(await GrantedAsync()),
            new ApplicationSettingConfigurationDto(values),
            Caller(),
            new ApplicationFeatureConfigurationDto(features.FirstOrDefault() is { } source ? await source.OfCurrentTenantAsync() : []),
            new ApplicationGlobalFeatureConfigurationDto([]),
            new MultiTenancyInfoDto(multiTenancy.Value.IsEnabled),
            new CurrentTenantDto(CurrentTenant.Id, CurrentTenant.Name, CurrentTenant.IsAvailable),
            new TimingDto(new TimeZone(new IanaTimeZone(timeZone), new WindowsTimeZone(null))),
            new ClockDto(Clock.Kind.ToString()),
            new ObjectExtensionsDto([], []));
    }

    private async Task<Dictionary<string, bool>> GrantedAsync()
    {
        var names = (await permissions.GetPermissionsAsync()).Select(p => p.Name).ToArray();
        var granted = await checker.IsGrantedAsync(names);
        return granted.Result.Where(r => r.Value == PermissionGrantResult.Granted).ToDictionary(r => r.Key, _ => true);
    }

    private async Task<Dictionary<string, string?>> SettingsAsync()
    {
        var visible = (await settingDefinitions.GetAllAsync()).Where(s => s.IsVisibleToClients).Select(s => s.Name).ToArray();
        return (await settings.GetAllAsync(visible)).ToDictionary(s => s.Name, s => s.Value);
    }

    private CurrentUserDto Caller() => new(
        CurrentUser.IsAuthenticated, CurrentUser.Id, CurrentUser.TenantId, CurrentUser.UserName, CurrentUser.Name, CurrentUser.SurName, CurrentUser.Email, CurrentUser.EmailVerified,
        CurrentUser.PhoneNumber, CurrentUser.PhoneNumberVerified, CurrentUser.Roles, CurrentUser.FindSessionId(), CurrentUser.FindImpersonatorUserId());
}

/// <summary>The texts of a language.</summary>
[AllowAnonymous]
[Area("abp")]
[RemoteService(Name = "abp")]
[Route("api/abp/application-localization")]
internal sealed class AbpApplicationLocalizationController(ApplicationTexts texts) : AbpControllerBase
{
    [HttpGet]
    public ApplicationLocalizationDto Get(string? cultureName, bool onlyDynamics = false)
    {
        // None of our texts is dynamic; those of a language we don't have are those of the language we fall back to.
        using (CultureHelper.IsValidCultureCode(cultureName ?? "") ? CultureHelper.Use(cultureName!) : new DisposeAction(() => { }))
        {
            return new ApplicationLocalizationDto(onlyDynamics ? [] : texts.All(), CurrentCultureDto.Create());
        }
    }
}

/// <summary>Finds a tenant before signing in to it.</summary>
[AllowAnonymous]
[Area("abp")]
[RemoteService(Name = "abp")]
[Route("api/abp/multi-tenancy/tenants")]
internal sealed class AbpTenantController(ITenantStore tenants, ITenantNormalizer normalizer) : AbpControllerBase
{
    [HttpGet("by-name/{name}")]
    public async Task<FindTenantResultDto> FindTenantByNameAsync(string name) => FindTenantResultDto.Of(await tenants.FindAsync(normalizer.NormalizeName(name)!));

    [HttpGet("by-id/{id:guid}")]
    public async Task<FindTenantResultDto> FindTenantByIdAsync(Guid id) => FindTenantResultDto.Of(await tenants.FindAsync(id));
}

internal sealed record FindTenantResultDto(bool Success, Guid? TenantId, string? Name, string? NormalizedName, bool IsActive)
{
    public static FindTenantResultDto Of(TenantConfiguration? tenant) =>
        tenant == null ? new FindTenantResultDto(false, null, null, null, false) : new FindTenantResultDto(true, tenant.Id, tenant.Name, tenant.NormalizedName, tenant.IsActive);
}
