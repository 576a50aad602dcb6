using System.ComponentModel.DataAnnotations;
using Localization.Resources.AbpUi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement.Localization;

namespace Volo.Abp.PermissionManagement
{
    /// <summary>Use cases around grants; the host depends on it beside the HTTP API.</summary>
    [DependsOn(typeof(AbpPermissionManagementDomainModule))]
    public class AbpPermissionManagementApplicationModule : AbpModule;

    /// <summary>Who may change whose permissions.</summary>
    public class PermissionManagementOptions
    {
        /// <summary>The permission that changing permissions of a provider's (<c>R</c>, <c>U</c>, <c>C</c>) takes.</summary>
        public Dictionary<string, string> ProviderPolicies { get; } = [];
    }

    [Area("permissionManagement")]
    [RemoteService(Name = "AbpPermissionManagement")]
    [Route("api/permission-management/permissions")]
    [Authorize]
    internal sealed class PermissionsController(
        IPermissionManager manager, IPermissionDefinitionManager definitions, IStringLocalizerFactory texts, IOptions<PermissionManagementOptions> options,
        IEnumerable<IIdentityUserRepository> users) : AbpControllerBase
    {
        [HttpGet]
        public Task<GetPermissionListResultDto> GetAsync([Required] string providerName, [Required] string providerKey) => ReadAsync(null, providerName, providerKey);

        [HttpGet("by-group")]
        public Task<GetPermissionListResultDto> GetByGroupAsync(string groupName, [Required] string providerName, [Required] string providerKey) =>
            ReadAsync(groupName, providerName, providerKey);

        [HttpPut]
        public async Task UpdateAsync([Required] string providerName, [Required] string providerKey, UpdatePermissionsDto input)
        {
            await CheckAsync(providerName);
            foreach (var permission in input.Permissions) await manager.SetAsync(permission.Name, providerName, providerKey, permission.IsGranted);
        }

        private async Task<GetPermissionListResultDto> ReadAsync(string? groupName, string providerName, string providerKey)
        {
            await CheckAsync(providerName);
            var side = CurrentTenant.GetMultiTenancySide();
            var granted = (await manager.GetAllAsync(providerName, providerKey)).ToDictionary(p => p.Name);
            var groups = (await definitions.GetGroupsAsync()).Where(g => groupName == null || g.Name == groupName).Select(group => new PermissionGroupDto(
                group.Name, Text(group.DisplayName), (group.DisplayName as LocalizableString)?.Name, (group.DisplayName as LocalizableString)?.ResourceName,
                [.. group.GetPermissionsWithChildren().Where(p => granted.ContainsKey(p.Name) && p.MultiTenancySide.HasFlag(side)).Select(p => Describe(p, granted[p.Name]))]));
            return new GetPermissionListResultDto(await NameAsync(providerName, providerKey), [.. groups.Where(g => g.Permissions.Count > 0)]);
        }

        private PermissionGrantInfoDto Describe(PermissionDefinition permission, PermissionWithGrantedProviders granted) => new(
            permission.Name, Text(permission.DisplayName), permission.Parent?.Name, granted.IsGranted, permission.Providers,
            [.. granted.Providers.Select(p => new ProviderInfoDto(p.Name, p.Key))]);

        private string Text(ILocalizableString text) => text.Localize(texts);

        private async Task<string> NameAsync(string providerName, string providerKey) =>
            providerName == UserPermissionValueProvider.ProviderName && Guid.TryParse(providerKey, out var id) && users.FirstOrDefault() is { } repository
            && await repository.FindAsync(id, includeDetails: false) is { } user ? user.UserName : providerKey;

        private async Task CheckAsync(string providerName)
        {
            if (!options.Value.ProviderPolicies.TryGetValue(providerName, out var policy)) throw new AbpException($"No policy says who may manage permissions of the provider {providerName}.");
            await AuthorizationService.CheckAsync(policy);
            // Clients are granted what they may on the host's side, whatever tenant they work for.
            if (providerName == ClientPermissionValueProvider.ProviderName && CurrentTenant.IsAvailable) throw new Authorization.AbpAuthorizationException("Clients are the host's to grant.");
        }
    }

    internal sealed record GetPermissionListResultDto(string EntityDisplayName, IReadOnlyList<PermissionGroupDto> Groups);

    internal sealed record PermissionGroupDto(
        string Name, string DisplayName, string? DisplayNameKey, string? DisplayNameResource, IReadOnlyList<PermissionGrantInfoDto> Permissions);

    internal sealed record PermissionGrantInfoDto(
        string Name, string DisplayName, string? ParentName, bool IsGranted, IReadOnlyList<string> AllowedProviders, IReadOnlyList<ProviderInfoDto> GrantedProviders);

    internal sealed record ProviderInfoDto(string ProviderName, string ProviderKey);

    internal sealed class UpdatePermissionsDto
    {
        public UpdatePermissionDto[] Permissions { get; set; } = [];
    }

    internal sealed class UpdatePermissionDto
    {
        [Required]
        public string Name { get; set; } = "";

        public bool IsGranted { get; set; }
    }
}

namespace Volo.Abp.PermissionManagement.HttpApi
{
    /// <summary>Grants over HTTP: <c>/api/permission-management</c>.</summary>
    [DependsOn(typeof(AbpPermissionManagementDomainModule), typeof(AbpAspNetCoreMvcModule))]
    public class AbpPermissionManagementHttpApiModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddModuleControllers(typeof(PermissionsController));
            Configure<AbpLocalizationOptions>(options => options.AddTexts<AbpPermissionManagementResource>(typeof(AbpUiResource)));
        }
    }
}

namespace Volo.Abp.PermissionManagement.Localization
{
    /// <summary>Texts about permissions.</summary>
    [LocalizationResourceName("AbpPermissionManagement")]
    public class AbpPermissionManagementResource;
}
