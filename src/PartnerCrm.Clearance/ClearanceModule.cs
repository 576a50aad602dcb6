using PartnerCrm.Contracts;
using Volo.Abp.Application;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Clearance;

[DependsOn(typeof(ContractsModule), typeof(AbpDddApplicationModule), typeof(AbpEntityFrameworkCoreModule))]
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
}

[LocalizationResourceName("Clearance")]
public class ClearanceResource;
