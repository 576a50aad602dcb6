using Localization.Resources.AbpUi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;
using Volo.Abp.AspNetCore.Mvc.ContentFormatters;
using Volo.Abp.AspNetCore.Mvc.Conventions;
using Volo.Abp.AspNetCore.Mvc.DataAnnotations;
using Volo.Abp.AspNetCore.Mvc.ModelBinding;
using Volo.Abp.AspNetCore.Mvc.UI.MultiTenancy.Localization;
using Volo.Abp.Content;
using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Timing;
using Volo.Abp.UI.Navigation.Localization.Resource;
using Volo.Abp.Validation.Localization;

namespace Volo.Abp.AspNetCore.Mvc;

/// <summary>Controllers: written ones, and application services by convention.</summary>
[DependsOn(typeof(AbpAspNetCoreModule))]
public class AbpAspNetCoreMvcModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.AddControllers();
        services.Replace(ServiceDescriptor.Singleton<IControllerActivator, ControllerActivator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IApiDescriptionProvider, ErrorResponsesApiDescriptionProvider>());
        services.TryAddSingleton<IConventionalRouteBuilder, ConventionalRouteBuilder>();
        services.TryAddSingleton<ServiceConvention>();

        services.TryAddTransient<ApplicationTexts>();
        services.AddModuleControllers(typeof(AbpApplicationConfigurationController), typeof(AbpApplicationLocalizationController), typeof(AbpTenantController));

        services.AddOptions<MvcOptions>().Configure<IServiceProvider>(ConfigureMvc);
        services.AddOptions<JsonOptions>().Configure<IClock>((options, clock) =>
            options.JsonSerializerOptions.Converters.Add(new ClockDateTimeConverter(clock)));

        // Invalid input is an AbpValidationException like everywhere else, also in controllers with [ApiController].
        Configure<MvcDataAnnotationsLocalizationOptions>(options => options.DataAnnotationLocalizerProvider = (_, texts) => texts.Create(typeof(AbpValidationResource)));
        Configure<ApiBehaviorOptions>(options => options.SuppressModelStateInvalidFilter = true);
        Configure<AbpLocalizationOptions>(options =>
        {
            options.AddTexts<AbpUiResource>(typeof(AbpExceptionHandlingResource));
            options.AddTexts<AbpUiNavigationResource>();
            options.AddTexts<AbpUiMultiTenancyResource>();
            options.AddTexts<AbpValidationResource>();
        });
        Configure<AbpEndpointRouterOptions>(options => options.EndpointConfigureActions.Add(c => c.Endpoints.MapControllers()));
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context)
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<AbpAspNetCoreMvcOptions>>().Value;
        var manager = context.ServiceProvider.GetRequiredService<ApplicationPartManager>();
        manager.FeatureProviders.Add(new ServiceControllerFeatureProvider(options));
        var settings = options.ConventionalControllers.ConventionalControllerSettings;
        var modules = context.ServiceProvider.GetRequiredService<IModuleContainer>().Modules;
        foreach (var assembly in modules.Select(m => m.Type.Assembly).Concat(settings.Select(s => s.Assembly)).Distinct())
        {
            if (!manager.ApplicationParts.OfType<AssemblyPart>().Any(p => p.Assembly == assembly)) manager.ApplicationParts.Add(new AssemblyPart(assembly));
        }
    }

    private static void ConfigureMvc(MvcOptions options, IServiceProvider services)
    {
        options.Conventions.Add(services.GetRequiredService<ServiceConvention>());
        options.Filters.Add(new AuditActionFilter());
        options.Filters.Add(new NoContentActionFilter());
        options.Filters.Add(new ValidationActionFilter());
        options.Filters.Add(new UowFilter());
        options.Filters.Add(new ErrorFormatExceptionFilter());
        options.ModelMetadataDetailsProviders.Add(new BindingSourceMetadataProvider(typeof(IRemoteStreamContent), BindingSource.FormFile));
        options.ModelMetadataDetailsProviders.Add(new SuppressChildValidationMetadataProvider(typeof(IRemoteStreamContent)));
        options.ModelMetadataDetailsProviders.Add(new AbpDataAnnotationAutoLocalizationMetadataDetailsProvider());
        options.ModelBindingMessageProvider.Localize(services);
        options.ModelBinderProviders.Insert(0, new RemoteStreamContentModelBinderProvider());
        options.ModelBinderProviders.Insert(0, new ClockDateTimeModelBinderProvider());
        options.OutputFormatters.Insert(0, new RemoteStreamContentOutputFormatter());
    }
}

/// <summary>How application services become controllers.</summary>
public class AbpAspNetCoreMvcOptions
{
    public AbpConventionalControllerOptions ConventionalControllers { get; } = new();

    /// <summary>Controllers and services that don't, whatever else says so.</summary>
    public HashSet<Type> ControllersToRemove { get; } = [];

    /// <summary>The controllers of the modules in use.</summary>
    internal HashSet<Type> ModuleControllers { get; } = [];

    /// <summary>Whether invalid input is refused before the action runs.</summary>
    public bool AutoModelValidation { get; set; } = true;

    /// <summary>Whether the API description groups actions by controller.</summary>
    public bool ChangeControllerModelApiExplorerGroupName { get; set; } = true;
}
