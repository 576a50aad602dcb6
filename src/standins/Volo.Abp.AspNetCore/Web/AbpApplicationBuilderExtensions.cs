using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.AspNetCore.Auditing;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.AspNetCore.Security;
using Volo.Abp.AspNetCore.Tracing;
using Volo.Abp.AspNetCore.Uow;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Threading;

namespace Microsoft.AspNetCore.Builder;

/// <summary>The request pipeline of an ABP application.</summary>
public static class AbpApplicationBuilderExtensions
{
    private const string ExceptionHandlingMarker = "_AbpExceptionHandling_Added";

    /// <summary>Starts the modules; they may build the pipeline from their initialization.</summary>
    public static async Task InitializeApplicationAsync(this IApplicationBuilder app)
    {
        app.ApplicationServices.GetRequiredService<ObjectAccessor<IApplicationBuilder>>().Value = app;
        var application = app.ApplicationServices.GetRequiredService<IAbpApplicationWithExternalServiceProvider>();
        var lifetime = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStopping.Register(() => AsyncHelper.RunSync(() => application.ShutdownAsync()));
        lifetime.ApplicationStopped.Register(application.Dispose);
        await application.InitializeAsync(app.ApplicationServices);
    }

    public static void InitializeApplication(this IApplicationBuilder app) => AsyncHelper.RunSync(() => app.InitializeApplicationAsync());

    /// <summary>Takes the correlation id of the request, or gives it one, and returns it in the response.</summary>
    public static IApplicationBuilder UseCorrelationId(this IApplicationBuilder app) => app.UseMiddleware<CorrelationIdMiddleware>();

    /// <summary>Headers that tell browsers not to guess content types or to show pages in other sites' frames.</summary>
    public static IApplicationBuilder UseAbpSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeadersMiddleware>();

    /// <summary>Answers exceptions of later middleware in the error format; safe to call more than once.</summary>
    public static IApplicationBuilder UseAbpExceptionHandling(this IApplicationBuilder app) =>
        app.Properties.TryAdd(ExceptionHandlingMarker, true) ? app.UseMiddleware<ExceptionHandlingMiddleware>() : app;

    /// <summary>Reserves a unit of work for the request; the action filter begins, completes or rolls it back.</summary>
    public static IApplicationBuilder UseUnitOfWork(this IApplicationBuilder app) =>
        app.UseAbpExceptionHandling().UseMiddleware<UnitOfWorkMiddleware>();

    public static IApplicationBuilder UseAuditing(this IApplicationBuilder app) => app.UseMiddleware<AuditingMiddleware>();

    /// <summary>Sets the culture of the request among the application's languages: query, cookie, then Accept-Language.</summary>
    public static IApplicationBuilder UseAbpRequestLocalization(this IApplicationBuilder app, Action<RequestLocalizationOptions>? optionsAction = null)
    {
        var languages = app.ApplicationServices.GetRequiredService<IOptions<AbpLocalizationOptions>>().Value.Languages;
        var options = new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true };
        if (languages.Count > 0)
        {
            options.SetDefaultCulture(languages[0].CultureName);
            options.AddSupportedCultures([.. languages.Select(l => l.CultureName)]);
            options.AddSupportedUICultures([.. languages.Select(l => l.UiCultureName)]);
        }

        optionsAction?.Invoke(options);
        return app.UseRequestLocalization(options);
    }
}

/// <summary>The end of the pipeline.</summary>
public static class AbpAspNetCoreApplicationBuilderExtensions
{
    /// <summary>Maps what modules added to <see cref="AbpEndpointRouterOptions"/>, then the given endpoints. Needs UseRouting before it.</summary>
    public static IApplicationBuilder UseConfiguredEndpoints(
        this IApplicationBuilder app, Action<IEndpointRouteBuilder>? additionalConfigurationAction = null)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<AbpEndpointRouterOptions>>().Value;
        return app.UseEndpoints(endpoints =>
        {
            using var scope = app.ApplicationServices.CreateScope();
            var context = new EndpointRouteBuilderContext(endpoints, scope.ServiceProvider);
            options.EndpointConfigureActions.ForEach(configure => configure(context));
            additionalConfigurationAction?.Invoke(endpoints);
        });
    }
}
