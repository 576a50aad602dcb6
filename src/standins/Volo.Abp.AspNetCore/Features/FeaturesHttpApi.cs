using System.ComponentModel.DataAnnotations;
using Localization.Resources.AbpUi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.FeatureManagement.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement.Localization;
using Volo.Abp.TenantManagement;

namespace Volo.Abp.FeatureManagement
{
    /// <summary>Use cases around features; the host depends on it beside the HTTP API.</summary>
    public class AbpFeatureManagementApplicationModule : AbpModule;

    /// <summary>Features over HTTP: <c>/api/feature-management</c>.</summary>
    [DependsOn(typeof(AbpAspNetCoreMvcModule))]
    public class AbpFeatureManagementHttpApiModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddModuleControllers(typeof(FeaturesController));
            context.Services.AddPermissionDefinitions<FeaturePermissionDefinitionProvider>();
            Configure<AbpLocalizationOptions>(options => options.AddTexts<AbpFeatureManagementResource>(typeof(AbpUiResource)));
        }
    }

    /// <summary>Permissions for features.</summary>
    public class FeatureManagementPermissions
    {
        public const string GroupName = "FeatureManagement";
        public const string ManageHostFeatures = GroupName + ".ManageHostFeatures";
    }

    [DependencyInjection.DisableConventionalRegistration]
    internal sealed class FeaturePermissionDefinitionProvider : PermissionDefinitionProvider
    {
        public override void Define(IPermissionDefinitionContext context) => context
            .AddGroup(FeatureManagementPermissions.GroupName, LocalizableString.Create<AbpFeatureManagementResource>("Permission:FeatureManagement"))
            .Add<AbpFeatureManagementResource>(FeatureManagementPermissions.ManageHostFeatures, "FeatureManagement.ManageHostFeatures", MultiTenancySides.Host);
    }

    [Area("featureManagement")]
    [RemoteService(Name = "AbpFeatureManagement")]
    [Route("api/feature-management/features")]
    [Authorize]
    internal sealed class FeaturesController(FeatureValues values, IStringLocalizer<AbpSettingManagementResource> texts) : AbpControllerBase
    {
        [HttpGet]
        public async Task<GetFeatureListResultDto> GetAsync([Required] string providerName, string? providerKey)
        {
            var tenant = await CheckAsync(providerName, providerKey);
            var own = await values.OfAsync(tenant);
            return new GetFeatureListResultDto([new FeatureGroupDto("SettingManagement", texts["Feature:SettingManagementGroup"], [.. Feature.All.Select(feature => new FeatureDto(
                feature.Name, texts["Feature:" + feature.Name], own.GetValueOrDefault(feature.Name) ?? feature.DefaultValue,
                own.ContainsKey(feature.Name) ? new FeatureProviderDto(Feature.Tenants, tenant) : new FeatureProviderDto(Feature.Default, null),
                null, new ValueTypeDto(), feature.Parent == null ? 0 : 1, feature.Parent))])]);
        }

        [HttpPut]
        public async Task UpdateAsync([Required] string providerName, string? providerKey, UpdateFeaturesDto input)
        {
            var tenant = await CheckAsync(providerName, providerKey);
            foreach (var feature in input.Features) await values.SetAsync(feature.Name, feature.Value, tenant);
        }

        [HttpDelete]
        public async Task DeleteAsync([Required] string providerName, string? providerKey)
        {
            var tenant = await CheckAsync(providerName, providerKey);
            foreach (var feature in Feature.All) await values.SetAsync(feature.Name, null, tenant);
        }

        private async Task<string?> CheckAsync(string providerName, string? providerKey)
        {
            if (providerName != Feature.Tenants) throw new AbpException("Unknown feature value provider: " + providerName);
            if (providerKey.IsNullOrEmpty())
            {
                await AuthorizationService.CheckAsync(FeatureManagementPermissions.ManageHostFeatures);
                return null;
            }

            await AuthorizationService.CheckAsync(TenantManagementPermissions.Tenants.ManageFeatures);
            return Guid.Parse(providerKey).ToString();
        }
    }

    internal sealed record GetFeatureListResultDto(IReadOnlyList<FeatureGroupDto> Groups);

    internal sealed record FeatureGroupDto(string Name, string DisplayName, IReadOnlyList<FeatureDto> Features);

    internal sealed record FeatureDto(
        string Name, string DisplayName, string Value, FeatureProviderDto Provider, string? Description, ValueTypeDto ValueType, int Depth, string? ParentName);

    internal sealed record FeatureProviderDto(string Name, string? Key);

    // A switch: on or off.
    internal sealed record ValueTypeDto
    {
        public string Name => "ToggleStringValueType";
        public ValidatorDto Validator { get; } = new();
        public Dictionary<string, object> Properties { get; } = [];
    }

    internal sealed record ValidatorDto
    {
        public string Name => "BOOLEAN";
        public Dictionary<string, object> Properties { get; } = [];
    }

    internal sealed class UpdateFeaturesDto
    {
        public List<UpdateFeatureDto> Features { get; set; } = [];
    }

    internal sealed class UpdateFeatureDto
    {
        [Required]
        public string Name { get; set; } = "";

        [RegularExpression("^(true|false)$")]
        public string? Value { get; set; }
    }
}

namespace Volo.Abp.FeatureManagement.Localization
{
    /// <summary>Texts about features.</summary>
    [LocalizationResourceName("AbpFeatureManagement")]
    public class AbpFeatureManagementResource;
}
