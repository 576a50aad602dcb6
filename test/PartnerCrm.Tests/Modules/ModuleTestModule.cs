using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnerCrm.Contracts;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace PartnerCrm.Tests;

/// <summary>What every module's app needs; the module under test and what the others answer are added where it is made.</summary>
[DependsOn(typeof(AbpEntityFrameworkCoreSqliteModule))]
public abstract class ModuleTestModule<TApp, TTables> : AbpModule where TApp : ModuleApp<TTables> where TTables : AbpDbContext<TTables>
{
    public sealed override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        var app = (TApp)services.First(d => d.ServiceType == typeof(TApp)).ImplementationInstance!;
        services.AddAbpDbContext<TTables>(o => o.AddDefaultRepositories(includeAllEntities: true));
        Configure<AbpDbContextOptions>(o => o.UseSqlite());
        Configure<AbpClockOptions>(o => o.Kind = DateTimeKind.Utc);
        Configure<AbpBackgroundWorkerOptions>(o => o.IsEnabled = false);
        Configure<AbpMultiTenancyOptions>(o => o.IsEnabled = true);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(app.Clock));
        services.Replace(ServiceDescriptor.Singleton<IMethodInvocationAuthorizationService, EverybodyMay>());
        services.Replace(ServiceDescriptor.Transient<IPermissionChecker, EverythingGranted>());
        services.AddSingleton<IDueWork, SqliteDueWork>();
        services.AddSingleton<IOneAtATime, NobodyElse>();
        AddOthers(services, app);
    }

    /// <summary>What the other modules and the outside world answer.</summary>
    protected abstract void AddOthers(IServiceCollection services, TApp app);
}
