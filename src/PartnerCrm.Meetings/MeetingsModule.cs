using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Meetings;

[DependsOn(typeof(ContractsModule), typeof(AbpDddApplicationModule), typeof(AbpEntityFrameworkCoreModule), typeof(AbpBackgroundWorkersModule))]
public class MeetingsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<MeetingsModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<MeetingsResource>("en")
            .AddVirtualJson("/PartnerCrm/Meetings/Localization"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("PartnerCrm.Meetings", typeof(MeetingsResource)));
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context) =>
        await context.AddBackgroundWorkerAsync<OfferExpiryWorker>();
}

[LocalizationResourceName("Meetings")]
public class MeetingsResource;
