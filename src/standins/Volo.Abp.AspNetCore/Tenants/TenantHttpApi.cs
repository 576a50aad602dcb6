using System.ComponentModel.DataAnnotations;
using Localization.Resources.AbpUi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement.Localization;

namespace Volo.Abp.TenantManagement
{
    /// <summary>Use cases around tenants; the host depends on it beside the HTTP API.</summary>
    [DependsOn(typeof(AbpTenantManagementDomainModule))]
    public class AbpTenantManagementApplicationModule : AbpModule;

    /// <summary>Tenants over HTTP: <c>/api/multi-tenancy</c>.</summary>
    [DependsOn(typeof(AbpTenantManagementDomainModule), typeof(AbpAspNetCoreMvcModule))]
    public class AbpTenantManagementHttpApiModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddModuleControllers(typeof(TenantController));
            context.Services.AddPermissionDefinitions<AbpTenantManagementPermissionDefinitionProvider>();
            Configure<AbpLocalizationOptions>(options => options.AddTexts<AbpTenantManagementResource>(typeof(AbpUiResource)));
            Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Volo.Abp.TenantManagement", typeof(AbpTenantManagementResource)));
        }
    }

    /// <summary>Permissions for tenants; nobody has them but on the host's side.</summary>
    public static class TenantManagementPermissions
    {
        public const string GroupName = "AbpTenantManagement";

        public static class Tenants
        {
            public const string Default = GroupName + ".Tenants";
            public const string Create = Default + ".Create";
            public const string Update = Default + ".Update";
            public const string Delete = Default + ".Delete";
            public const string ManageFeatures = Default + ".ManageFeatures";
            public const string ManageConnectionStrings = Default + ".ManageConnectionStrings";
        }
    }

    [DependencyInjection.DisableConventionalRegistration]
    internal sealed class AbpTenantManagementPermissionDefinitionProvider : PermissionDefinitionProvider
    {
        public override void Define(IPermissionDefinitionContext context)
        {
            var group = context.AddGroup(TenantManagementPermissions.GroupName, LocalizableString.Create<AbpTenantManagementResource>("Permission:TenantManagement"));
            group.AddPermission(TenantManagementPermissions.Tenants.Default, Text("TenantManagement"), MultiTenancySides.Host);
            var permission = group.GetPermissionOrNull(TenantManagementPermissions.Tenants.Default)!;
            permission.AddChild(TenantManagementPermissions.Tenants.Create, Text("Create"), MultiTenancySides.Host);
            permission.AddChild(TenantManagementPermissions.Tenants.Update, Text("Edit"), MultiTenancySides.Host);
            permission.AddChild(TenantManagementPermissions.Tenants.Delete, Text("Delete"), MultiTenancySides.Host);
            permission.AddChild(TenantManagementPermissions.Tenants.ManageFeatures, Text("ManageFeatures"), MultiTenancySides.Host);
            permission.AddChild(TenantManagementPermissions.Tenants.ManageConnectionStrings, Text("ManageConnectionStrings"), MultiTenancySides.Host);
        }

        private static LocalizableString Text(string name) => LocalizableString.Create<AbpTenantManagementResource>("Permission:" + name);
    }

    [Area("multi-tenancy")]
    [RemoteService(Name = "AbpTenantManagement")]
    [Route("api/multi-tenancy/tenants")]
    [Authorize(TenantManagementPermissions.Tenants.Default)]
    internal sealed class TenantController(
        ITenantManager manager, ITenantRepository repository, IDbContextProvider<ITenantManagementDbContext> provider, IDataSeeder seeder) : AbpControllerBase
    {
        [HttpGet]
        public async Task<PagedResultDto<TenantDto>> GetListAsync([FromQuery] FilteredListInput input)
        {
            var filter = input.Filter?.Trim().ToUpperInvariant() ?? "";
            var query = (await provider.GetDbContextAsync()).Tenants.AsNoTracking().WhereIf(filter.Length > 0, t => t.NormalizedName.Contains(filter));
            return await query.PageAsync(input, ["Name", "CreationTime"], TenantDto.Of, HttpContext.RequestAborted);
        }

        [HttpGet("{id:guid}")]
        public async Task<TenantDto> GetAsync(Guid id) => TenantDto.Of(await repository.GetAsync(id));

        /// <summary>A tenant with what an empty one needs, and its first administrator.</summary>
        [HttpPost]
        [Authorize(TenantManagementPermissions.Tenants.Create)]
        public async Task<TenantDto> CreateAsync(TenantCreateDto input)
        {
            var tenant = await repository.InsertAsync(await manager.CreateAsync(input.Name), autoSave: true);
            using (CurrentTenant.Change(tenant.Id, tenant.Name))
            {
                await seeder.SeedAsync(new DataSeedContext(tenant.Id)
                    .WithProperty(IdentityDataSeedContributor.AdminEmailPropertyName, input.AdminEmailAddress)
                    .WithProperty(IdentityDataSeedContributor.AdminPasswordPropertyName, input.AdminPassword));
            }

            return TenantDto.Of(tenant);
        }

        [HttpPut("{id:guid}")]
        [Authorize(TenantManagementPermissions.Tenants.Update)]
        public async Task<TenantDto> UpdateAsync(Guid id, TenantUpdateDto input)
        {
            var tenant = await repository.GetAsync(id);
            tenant.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
            await manager.ChangeNameAsync(tenant, input.Name);
            return TenantDto.Of(await repository.UpdateAsync(tenant, autoSave: true));
        }

        [HttpDelete("{id:guid}")]
        [Authorize(TenantManagementPermissions.Tenants.Delete)]
        public async Task DeleteAsync(Guid id)
        {
            if (await repository.FindAsync(id) is { } tenant) await repository.DeleteAsync(tenant);
        }

        [HttpGet("{id:guid}/default-connection-string")]
        [Authorize(TenantManagementPermissions.Tenants.ManageConnectionStrings)]
        public async Task<string?> GetDefaultConnectionStringAsync(Guid id) => (await repository.GetAsync(id)).FindConnectionString(ConnectionStrings.DefaultConnectionStringName);

        [HttpPut("{id:guid}/default-connection-string")]
        [Authorize(TenantManagementPermissions.Tenants.ManageConnectionStrings)]
        public async Task UpdateDefaultConnectionStringAsync(Guid id, [Required] string defaultConnectionString)
        {
            var tenant = await repository.GetAsync(id);
            tenant.SetConnectionString(ConnectionStrings.DefaultConnectionStringName, defaultConnectionString);
            await repository.UpdateAsync(tenant);
        }

        [HttpDelete("{id:guid}/default-connection-string")]
        [Authorize(TenantManagementPermissions.Tenants.ManageConnectionStrings)]
        public async Task DeleteDefaultConnectionStringAsync(Guid id)
        {
            var tenant = await repository.GetAsync(id);
            tenant.RemoveConnectionString(ConnectionStrings.DefaultConnectionStringName);
            await repository.UpdateAsync(tenant);
        }
    }

    internal sealed record TenantDto(Guid Id, string Name, string ConcurrencyStamp)
    {
        public Dictionary<string, object?> ExtraProperties { get; } = [];

        public static TenantDto Of(Tenant t) => new(t.Id, t.Name, t.ConcurrencyStamp);
    }

    internal abstract class TenantCreateOrUpdateDtoBase : ExtensibleDto
    {
        [Required, StringLength(64)]
        public string Name { get; set; } = "";
    }

    internal sealed class TenantCreateDto : TenantCreateOrUpdateDtoBase
    {
        [Required, EmailAddress, StringLength(256)]
        public string AdminEmailAddress { get; set; } = "";

        [Required, StringLength(128), DisableAuditing]
        public string AdminPassword { get; set; } = "";
    }

    internal sealed class TenantUpdateDto : TenantCreateOrUpdateDtoBase
    {
        public string? ConcurrencyStamp { get; set; }
    }
}

namespace Volo.Abp.TenantManagement.Localization
{
    /// <summary>Texts about tenants.</summary>
    [LocalizationResourceName("AbpTenantManagement")]
    public class AbpTenantManagementResource;
}
