using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.AspNetCore.Security.Claims;
using Volo.Abp.AspNetCore.Threading;
using Volo.Abp.AspNetCore.Uow;
using Volo.Abp.AspNetCore.WebClientInfo;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Http;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Security;
using Volo.Abp.Security.Claims;
using Volo.Abp.Threading;
using Volo.Abp.Uow;
using Volo.Abp.Validation;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.AspNetCore;

/// <summary>What a request brings to the application: its user, its cancellation, its client, its kind of transaction.</summary>
[DependsOn(
    typeof(AbpAuditingModule), typeof(AbpSecurityModule), typeof(AbpAuthorizationModule), typeof(AbpUnitOfWorkModule),
    typeof(AbpValidationModule), typeof(AbpHttpModule), typeof(AbpExceptionHandlingModule), typeof(AbpLocalizationModule))]
public class AbpAspNetCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.AddAuthorization();
        services.AddHttpContextAccessor();
        services.AddObjectAccessor<IApplicationBuilder>();

        services.Replace(ServiceDescriptor.Singleton<ICurrentPrincipalAccessor, HttpContextCurrentPrincipalAccessor>());
        services.Replace(ServiceDescriptor.Singleton<ICancellationTokenProvider, HttpContextCancellationTokenProvider>());
        services.Replace(ServiceDescriptor.Singleton<IUnitOfWorkTransactionBehaviourProvider, RequestTransactionBehaviour>());
        services.Replace(ServiceDescriptor.Singleton<IAuthorizationMiddlewareResultHandler, ErrorFormatAuthorizationResultHandler>());
        services.TryAddSingleton<IWebClientInfoProvider, HttpContextWebClientInfoProvider>();
        services.TryAddSingleton<IHttpExceptionStatusCodeFinder, HttpExceptionStatusCodeFinder>();

        services.TryAddTransient<IExceptionToErrorInfoConverter, ExceptionToErrorInfoConverter>();

        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<AbpAspNetCoreModule>("Volo.Abp.AspNetCore"));
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<AbpExceptionHandlingResource>("en").AddVirtualJson("/Errors/Texts"));
    }
}
