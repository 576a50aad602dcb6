using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp;
using Volo.Abp.Modularity;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds an ABP application to a web application that is being built.</summary>
public static class WebApplicationBuilderExtensions
{
    /// <summary>Adds the application that starts with the module; its services join those of the builder.</summary>
    public static Task<IAbpApplicationWithExternalServiceProvider> AddApplicationAsync<TStartupModule>(
        this WebApplicationBuilder builder, Action<AbpApplicationCreationOptions>? optionsAction = null)
        where TStartupModule : IAbpModule => builder.AddApplicationAsync(typeof(TStartupModule), optionsAction);

    /// <summary>Adds the application that starts with the module; its services join those of the builder.</summary>
    public static Task<IAbpApplicationWithExternalServiceProvider> AddApplicationAsync(
        this WebApplicationBuilder builder, Type startupModuleType, Action<AbpApplicationCreationOptions>? optionsAction = null)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IConfiguration>(builder.Configuration));
        builder.Services.TryAddSingleton<IWebHostEnvironment>(builder.Environment);
        return builder.Services.AddApplicationAsync(startupModuleType, options =>
        {
            options.Environment ??= builder.Environment.EnvironmentName;
            optionsAction?.Invoke(options);
        });
    }
}

/// <summary>What module classes ask of the services of a web application.</summary>
public static class AbpAspNetCoreServiceCollectionExtensions
{
    /// <summary>The environment of the web host, while services are being configured.</summary>
    public static IWebHostEnvironment GetHostingEnvironment(this IServiceCollection services) =>
        services.LastOrDefault(d => d.ServiceType == typeof(IWebHostEnvironment))?.ImplementationInstance as IWebHostEnvironment
        ?? throw new AbpException("There is no web host environment: add the application with WebApplicationBuilder.AddApplicationAsync.");
}
