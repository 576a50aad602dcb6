using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Clearance;

[DependsOn(typeof(ContractsModule), typeof(AbpDddApplicationModule), typeof(AbpEntityFrameworkCoreModule), typeof(AbpBackgroundWorkersModule))]
public class ClearanceModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<ClearanceModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<ClearanceResource>("en")
            .AddVirtualJson("/PartnerCrm/Clearance/Localization"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("PartnerCrm.Clearance", typeof(ClearanceResource)));
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context) =>
        await context.AddBackgroundWorkerAsync<HoldExpiryWorker>();
}

[LocalizationResourceName("Clearance")]
public class ClearanceResource;
