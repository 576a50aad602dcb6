using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Engagement;

[DependsOn(
    typeof(ContractsModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpBackgroundWorkersModule),
    typeof(AbpEntityFrameworkCoreModule))]
public class EngagementModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(o => o.FileSets.AddEmbedded<EngagementModule>());
        Configure<AbpLocalizationOptions>(o => o.Resources.Add<EngagementResource>("en").AddVirtualJson("/PartnerCrm/Engagement/Localization"));
        Configure<AbpExceptionLocalizationOptions>(o => o.MapCodeNamespace("PartnerCrm.Engagement", typeof(EngagementResource)));
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        await context.AddBackgroundWorkerAsync<SignalPump>();
        await context.AddBackgroundWorkerAsync<StartPump>();
    }
}
