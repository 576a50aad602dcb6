using PartnerCrm.Contracts;
using Volo.Abp.Application;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Partners;

[DependsOn(typeof(ContractsModule), typeof(AbpDddApplicationModule), typeof(AbpEntityFrameworkCoreModule))]
public class PartnersModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(o => o.FileSets.AddEmbedded<PartnersModule>());
        Configure<AbpLocalizationOptions>(o => o.Resources.Add<PartnersResource>("en").AddVirtualJson("/PartnerCrm/Partners/Localization"));
        Configure<AbpEntityOptions>(PartnersDetails.Include);
        Configure<AbpExceptionLocalizationOptions>(o => o.MapCodeNamespace("PartnerCrm.Partners", typeof(PartnersResource)));
    }
}

[LocalizationResourceName("Partners")]
public class PartnersResource;
