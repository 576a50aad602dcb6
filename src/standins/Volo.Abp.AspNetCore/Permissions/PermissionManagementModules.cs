using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.AspNetCore.Caching;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.PermissionManagement
{
    /// <summary>Grants of permissions in the database.</summary>
    [DependsOn(typeof(AbpDddDomainModule), typeof(AbpAuthorizationModule))]
    public class AbpPermissionManagementDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            var services = context.Services;
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton(typeof(ChangeAwareCache<,>));
            services.Replace(ServiceDescriptor.Transient<IPermissionStore, PermissionStore>());
            services.TryAddTransient<IPermissionManager, PermissionManager>();
            services.TryAddTransient<IPermissionDataSeeder, PermissionDataSeeder>();
            services.AddLocalEventHandler<PermissionGrantChanges>();
            services.AddDataSeedContributor<AdminPermissionSeedContributor>();
        }
    }

    /// <summary>Grants before anybody can sign in to grant.</summary>
    public interface IPermissionDataSeeder
    {
        Task SeedAsync(string providerName, string providerKey, IEnumerable<string> grantedPermissions, Guid? tenantId = null);
    }

    internal sealed class PermissionDataSeeder(IPermissionGrantRepository grants, IGuidGenerator guids, ICurrentTenant currentTenant) : IPermissionDataSeeder
    {
        public async Task SeedAsync(string providerName, string providerKey, IEnumerable<string> grantedPermissions, Guid? tenantId = null)
        {
            using (currentTenant.Change(tenantId))
            {
                var had = (await grants.GetListAsync(providerName, providerKey)).Select(g => g.Name);
                await grants.InsertManyAsync(
                    [.. grantedPermissions.Distinct().Except(had).Select(name => new PermissionGrant(guids.Create(), name, providerName, providerKey, tenantId))], autoSave: true);
            }
        }
    }

    // The role admin may do everything that there is on its side of multi-tenancy.
    internal sealed class AdminPermissionSeedContributor(
        IPermissionDefinitionManager definitions, IPermissionDataSeeder seeder, ICurrentTenant currentTenant) : IDataSeedContributor
    {
        public async Task SeedAsync(DataSeedContext context)
        {
            var side = currentTenant.GetMultiTenancySide();
            var names = (await definitions.GetPermissionsAsync())
                .Where(d => d.MultiTenancySide.HasFlag(side) && (d.Providers.Count == 0 || d.Providers.Contains(RolePermissionValueProvider.ProviderName)))
                .Select(d => d.Name);
            await seeder.SeedAsync(RolePermissionValueProvider.ProviderName, "admin", names, context.TenantId);
        }
    }

    internal static class ModuleServices
    {
        public static void AddLocalEventHandler<THandler>(this IServiceCollection services)
            where THandler : class, IEventHandler
        {
            services.TryAddTransient<THandler>();
            services.Configure<EventBus.Local.AbpLocalEventBusOptions>(options => options.Handlers.AddIfNotContains(typeof(THandler)));
        }

        public static void AddDataSeedContributor<TContributor>(this IServiceCollection services)
            where TContributor : class, IDataSeedContributor
        {
            services.TryAddTransient<TContributor>();
            services.Configure<AbpDataSeedOptions>(options => options.Contributors.AddIfNotContains(typeof(TContributor)));
        }
    }
}

namespace Volo.Abp.PermissionManagement.Identity
{
    /// <summary>Grants follow users and roles: renamed with a role, gone with it.</summary>
    [DependsOn(typeof(AbpPermissionManagementDomainModule), typeof(AbpIdentityDomainModule))]
    public class AbpPermissionManagementDomainIdentityModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddLocalEventHandler<GrantsFollowIdentities>();
    }

    internal sealed class GrantsFollowIdentities(IPermissionManager manager, IPermissionGrantRepository grants) :
        ILocalEventHandler<IdentityRoleNameChangedEvent>, ILocalEventHandler<EntityDeletedEventData<IdentityRole>>, ILocalEventHandler<EntityDeletedEventData<IdentityUser>>
    {
        public async Task HandleEventAsync(IdentityRoleNameChangedEvent eventData)
        {
            foreach (var grant in await grants.GetListAsync(RolePermissionValueProvider.ProviderName, eventData.OldName))
            {
                await manager.UpdateProviderKeyAsync(grant, eventData.IdentityRole.Name);
            }
        }

        public Task HandleEventAsync(EntityDeletedEventData<IdentityRole> eventData) =>
            manager.DeleteAsync(RolePermissionValueProvider.ProviderName, eventData.Entity.Name);

        public Task HandleEventAsync(EntityDeletedEventData<IdentityUser> eventData) =>
            manager.DeleteAsync(UserPermissionValueProvider.ProviderName, eventData.Entity.Id.ToString());
    }
}
