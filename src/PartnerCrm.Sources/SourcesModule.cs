using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Sources;

[DependsOn(typeof(ContractsModule), typeof(AbpDddApplicationModule), typeof(AbpEntityFrameworkCoreModule), typeof(AbpBackgroundWorkersModule))]
public class SourcesModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(o => o.FileSets.AddEmbedded<SourcesModule>());
        Configure<AbpLocalizationOptions>(o => o.Resources.Add<SourcesResource>("en").AddVirtualJson("/PartnerCrm/Sources/Localization"));
        Configure<AbpExceptionLocalizationOptions>(o => o.MapCodeNamespace(SourcesErrors.Namespace, typeof(SourcesResource)));
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context) =>
        await context.AddBackgroundWorkerAsync<ImportWorker>();
}

[LocalizationResourceName("Sources")]
public class SourcesResource;
