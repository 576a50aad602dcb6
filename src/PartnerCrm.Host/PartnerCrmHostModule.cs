using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnerCrm.Clearance;
using PartnerCrm.Engagement;
using PartnerCrm.Mail;
using PartnerCrm.Meetings;
using PartnerCrm.Partners;
using PartnerCrm.Sources;
using Volo.Abp;
using Volo.Abp.Account;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.AspNetCore.MultiTenancy;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.PostgreSql;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.FeatureManagement;
using Volo.Abp.FeatureManagement.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Identity.AspNetCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.PermissionManagement.HttpApi;
using Volo.Abp.PermissionManagement.Identity;
using Volo.Abp.SettingManagement;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement;
using Volo.Abp.TenantManagement.EntityFrameworkCore;
using Volo.Abp.Timing;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Host;

[DependsOn(
    typeof(PartnersModule), typeof(SourcesModule), typeof(EngagementModule), typeof(ClearanceModule), typeof(MailModule), typeof(MeetingsModule),
    typeof(AbpAspNetCoreMvcModule), typeof(AbpAspNetCoreMultiTenancyModule),
    typeof(AbpEntityFrameworkCoreSqliteModule), typeof(AbpEntityFrameworkCorePostgreSqlModule),
    typeof(AbpIdentityAspNetCoreModule), typeof(AbpIdentityEntityFrameworkCoreModule),
    typeof(AbpPermissionManagementEntityFrameworkCoreModule), typeof(AbpPermissionManagementDomainIdentityModule),
    typeof(AbpSettingManagementEntityFrameworkCoreModule), typeof(AbpAuditLoggingEntityFrameworkCoreModule),
    typeof(AbpTenantManagementEntityFrameworkCoreModule), typeof(AbpFeatureManagementEntityFrameworkCoreModule),
    typeof(AbpIdentityApplicationModule), typeof(AbpIdentityHttpApiModule),
    typeof(AbpPermissionManagementApplicationModule), typeof(AbpPermissionManagementHttpApiModule),
    typeof(AbpSettingManagementApplicationModule), typeof(AbpSettingManagementHttpApiModule),
    typeof(AbpFeatureManagementApplicationModule), typeof(AbpFeatureManagementHttpApiModule),
    typeof(AbpTenantManagementApplicationModule), typeof(AbpTenantManagementHttpApiModule),
    typeof(AbpAccountApplicationModule), typeof(AbpAccountHttpApiModule))]
public partial class PartnerCrmHostModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) => SignInSetup.NameClaims();

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var configuration = context.Services.GetConfiguration();
        var database = DatabaseOptions.From(configuration);
        var mayCreateKeys = configuration.IsDemo() || configuration["ASPNETCORE_ENVIRONMENT"] != Environments.Production && configuration["DOTNET_ENVIRONMENT"] != Environments.Production;

        context.Services.TryAddSingleton(TimeProvider.System);
        context.Services.AddSingleton(RootKey.Load(configuration, mayCreateKeys));
        var suppressionSecret = RootKey.LoadSuppressionSecret(configuration, mayCreateKeys);
        Configure<SuppressionOptions>(options => options.Secret = suppressionSecret);
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpMultiTenancyOptions>(options => options.IsEnabled = true);
        Configure<AbpTenantResolveOptions>(options => options.TenantResolvers.Insert(0, new ClientTenant()));
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<PartnerCrmHostModule>());
        Configure<AbpExceptionLocalizationOptions>(options =>
        {
            options.MapCodeNamespace("PartnerCrm.Setup", typeof(PartnerCrmResource));
            options.MapCodeNamespace("PartnerCrm.Team", typeof(PartnerCrmResource));
        });
        Configure<AbpLocalizationOptions>(options =>
        {
            options.Languages.Add(new LanguageInfo("en", "en", "English"));
            options.Languages.Add(new LanguageInfo("de", "de", "Deutsch"));
            options.Resources.Add<PartnerCrmResource>("en").AddVirtualJson("/PartnerCrm/Host/Localization");
            options.DefaultResourceType = typeof(PartnerCrmResource);
        });

        ConfigureDatabase(context, database);
        ConfigureApi(context);
        context.Services.AddSignIn(configuration);
        context.Services.AddLimits(configuration);
        context.Services.AddWorkflows(database);
        if (Telemetry.IsWanted(configuration)) context.Services.AddHostedService<Telemetry>();
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        await base.OnApplicationInitializationAsync(context);
        await context.AddBackgroundWorkerAsync<Housekeeping>();
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context)
    {
        var app = context.GetApplicationBuilder();
        var ui = WebUi.Folder(context.ServiceProvider.GetRequiredService<IConfiguration>(), context.ServiceProvider.GetRequiredService<IHostEnvironment>());
        app.UseCorrelationId();
        app.UseResponseCompression();
        app.UseAbpRequestLocalization();
        app.UseErrorAnswers();
        app.UseMiddleware<ResponseHeaders>();
        app.UseAbpSecurityHeaders();
        if (!context.ServiceProvider.GetRequiredService<IWebHostEnvironment>().IsDevelopment()) app.UseHsts();
        app.UseStaticFiles();
        app.UseWebUi(ui);
        app.UseRouting();
        app.UseCors(TokenEndpoints.Cors);
        app.UseSizeLimits();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMultiTenancy();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.UseMiddleware<RepeatOnConflict>();
        app.UseUnitOfWork();
        app.UseAuthorization();
        app.UseAuditing();
        app.UseConfiguredEndpoints(endpoints =>
        {
            endpoints.MapTokenEndpoints();
            endpoints.MapRazorPages();
            endpoints.MapOpenApi().AllowAnonymous();
            endpoints.MapHealthChecks("/health").AllowAnonymous();
        });
        app.UseWebUiPage(ui);
    }

    private void ConfigureDatabase(ServiceConfigurationContext context, DatabaseOptions database)
    {
        context.Services.AddAbpDbContext<PartnerCrmDbContext>(options => options.AddDefaultRepositories(includeAllEntities: true));
        Configure<AbpDbContextOptions>(options =>
        {
            if (database.Provider == DatabaseProvider.Sqlite) options.UseSqlite();
            else options.UseNpgsql();
            // Counts stop at a bound (`query.Take(n)`) and need no order; sorting for them would cost more than they do. Lists are held to one by a test.
            options.PreConfigure(context => context.DbContextOptions.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)));
        });
        context.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    private void ConfigureApi(ServiceConfigurationContext context)
    {
        context.Services.AddRazorPages();
        context.Services.AddOpenApi("v1");
        context.Services.AddResponseCompression(options => options.EnableForHttps = false);
        Configure<MvcOptions>(options =>
        {
            options.Filters.AddService<VersionFilter>();
            options.Filters.AddService<RequiredInDescription>();
            options.Filters.AddService<NoTestMailInPractice>();
            options.Filters.AddService<IdempotentAnswerFilter>();
            options.Filters.AddService<RepeatOnConflict.Conflict>(RepeatOnConflict.Conflict.Order);
        });
        Configure<JsonOptions>(options => options.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        Configure<AbpAspNetCoreMvcOptions>(options =>
        {
            // One API description for all: a group would be a document of its own.
            options.ChangeControllerModelApiExplorerGroupName = false;
            foreach (var module in (Type[])[typeof(PartnersModule), typeof(SourcesModule), typeof(EngagementModule), typeof(ClearanceModule), typeof(MailModule), typeof(MeetingsModule), typeof(PartnerCrmHostModule)])
                options.ConventionalControllers.Create(module.Assembly, settings => settings.RootPath = "crm");
        });
        Configure<AbpExceptionHttpStatusCodeOptions>(ErrorStatuses.Map);
        // Clients of the API are granted permissions as roles are.
        Configure<PermissionManagementOptions>(options => options.ProviderPolicies[ClientPermissionValueProvider.ProviderName] = IdentityPermissions.Roles.ManagePermissions);
    }
}
