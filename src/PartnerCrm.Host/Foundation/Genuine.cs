using Elsa.Extensions;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Microsoft.EntityFrameworkCore;
using PartnerCrm.Engagement;
using Volo.Abp.AuditLogging;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Autofac;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.FeatureManagement;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.SettingManagement;

namespace PartnerCrm.Host;

/// <summary>The one place that knows the foundations are the genuine packages. Its twin is Standins.cs.</summary>
public static class Foundation
{
    public static void UseFoundation(this ConfigureHostBuilder host) => host.UseAutofac();

    public static void AddWorkflows(this IServiceCollection services, DatabaseOptions database) => services.AddElsa(elsa => elsa
        .AddWorkflowsFrom<EngagementModule>()
        .AddActivitiesFrom<EngagementModule>()
        .UseWorkflowManagement(management => management.UseEntityFrameworkCore(ef =>
        {
            if (database.Provider == DatabaseProvider.Sqlite) ef.UseSqlite(database.ConnectionString);
            else ef.UsePostgreSql(database.ConnectionString);
        }))
        .UseWorkflowRuntime(runtime => runtime.UseEntityFrameworkCore(ef =>
        {
            if (database.Provider == DatabaseProvider.Sqlite) ef.UseSqlite(database.ConnectionString);
            else ef.UsePostgreSql(database.ConnectionString);
        }))
        .UseScheduling());
}

// Interception comes with Autofac.
[DependsOn(typeof(AbpAutofacModule))]
public partial class PartnerCrmHostModule
{
    public override void PostConfigureServices(ServiceConfigurationContext context) =>
        Configure<PermissionManagementOptions>(options => options.ManagementProviders.Add<ClientPermissions>());
}

/// <summary>Permissions of the API's clients can be managed: the genuine provider for them is a part of OpenIddict, which isn't used here.</summary>
public class ClientPermissions(IPermissionGrantRepository grants, IGuidGenerator guids, ICurrentTenant tenant) : PermissionManagementProvider(grants, guids, tenant)
{
    public override string Name => ClientPermissionValueProvider.ProviderName;

    // What a client may do is looked up outside of tenants, by its id alone: in one, somebody could give to another's.
    public override Task SetAsync(string name, string providerKey, bool isGranted) =>
        CurrentTenant.IsAvailable ? throw new AbpAuthorizationException("Clients are the host's to grant.") : base.SetAsync(name, providerKey, isGranted);
}

/// <summary>No administrator without a password that somebody gave: the genuine contributor would make one with a password that everybody knows.</summary>
[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(AdministratorSeed), typeof(IdentityDataSeedContributor))]
public class AdministratorSeed(IIdentityDataSeeder seeder) : IdentityDataSeedContributor(seeder)
{
    public override Task SeedAsync(DataSeedContext context) =>
        context[AdminPasswordPropertyName] is string { Length: > 0 } ? base.SeedAsync(context) : Task.CompletedTask;
}

// What the genuine modules' contexts hold beyond what the product uses.
public partial class PartnerCrmDbContext
{
    public DbSet<IdentityClaimType> ClaimTypes { get; set; }
    public DbSet<OrganizationUnit> OrganizationUnits { get; set; }
    public DbSet<IdentitySecurityLog> SecurityLogs { get; set; }
    public DbSet<IdentityLinkUser> LinkUsers { get; set; }
    public DbSet<IdentityUserDelegation> UserDelegations { get; set; }
    public DbSet<IdentitySession> Sessions { get; set; }
    public DbSet<PermissionGroupDefinitionRecord> PermissionGroups { get; set; }
    public DbSet<PermissionDefinitionRecord> Permissions { get; set; }
    public DbSet<SettingDefinitionRecord> SettingDefinitionRecords { get; set; }
    public DbSet<FeatureGroupDefinitionRecord> FeatureGroups { get; set; }
    public DbSet<FeatureDefinitionRecord> Features { get; set; }
#if !ABP_WITHOUT_RESOURCE_PERMISSIONS
    public DbSet<ResourcePermissionGrant> ResourcePermissionGrants { get; set; }
#endif
#if !ABP_WITHOUT_EXCEL_OF_AUDIT_LOGS
    public DbSet<AuditLogExcelFile> AuditLogExcelFiles { get; set; }
#endif
}
