using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.Settings;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.Mail;

[DependsOn(
    typeof(ContractsModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpEntityFrameworkCoreModule),
    typeof(AbpSettingsModule),
    typeof(AbpBackgroundWorkersModule))]
public class MailModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(o => o.FileSets.AddEmbedded<MailModule>());
        Configure<AbpLocalizationOptions>(o => o.Resources.Add<MailResource>("en").AddVirtualJson("/PartnerCrm/Mail/Localization"));
        Configure<AbpExceptionLocalizationOptions>(o => o.MapCodeNamespace("PartnerCrm.Mail", typeof(MailResource)));

        context.Services.AddSingleton(services => TransportFor(services.GetRequiredService<IConfiguration>()));
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
        => await context.AddBackgroundWorkerAsync<OutboxWorker>();

    private static IMailTransport TransportFor(IConfiguration configuration)
    {
        if (configuration.GetValue<bool>("Demo:Enabled")) return new PracticeTransport();
        var smtp = SmtpOptions.From(configuration.GetSection("Mail:Smtp"));
        return smtp.Host.Length > 0 ? new SmtpTransport(smtp) : new NoTransport();
    }
}
