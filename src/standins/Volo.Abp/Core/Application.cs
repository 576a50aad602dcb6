using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp;

/// <summary>Name and instance of the running application.</summary>
public interface IApplicationInfoAccessor
{
    string? ApplicationName { get; }
    string InstanceId { get; }
}

/// <summary>The environment's name: Development, Staging, Production …</summary>
public interface IAbpHostEnvironment
{
    string? EnvironmentName { get; set; }
}

/// <summary>An application made of modules.</summary>
public interface IAbpApplication : IModuleContainer, IApplicationInfoAccessor, IDisposable
{
    Type StartupModuleType { get; }
    IServiceCollection Services { get; }
    IServiceProvider ServiceProvider { get; }
    Task ConfigureServicesAsync();
    Task ShutdownAsync();
    void Shutdown();
}

/// <summary>An application whose container somebody else builds, such as the web host.</summary>
public interface IAbpApplicationWithExternalServiceProvider : IAbpApplication
{
    void SetServiceProvider(IServiceProvider serviceProvider);
    Task InitializeAsync(IServiceProvider serviceProvider);
    void Initialize(IServiceProvider serviceProvider);
}

/// <summary>An application that builds its own container.</summary>
public interface IAbpApplicationWithInternalServiceProvider : IAbpApplication
{
    IServiceProvider CreateServiceProvider();
    Task InitializeAsync();
    void Initialize();
}

/// <summary>What can be decided before modules are loaded.</summary>
public class AbpApplicationCreationOptions(IServiceCollection services)
{
    public IServiceCollection Services { get; } = Check.NotNull(services, nameof(services));

    /// <summary>If set, services are registered by calling <see cref="IAbpApplication.ConfigureServicesAsync"/> later.</summary>
    public bool SkipConfigureServices { get; set; }
    public string? ApplicationName { get; set; }
    public string? Environment { get; set; }
}

/// <summary>Passed to modules when the application starts.</summary>
public class ApplicationInitializationContext(IServiceProvider serviceProvider) : IServiceProviderAccessor
{
    public IServiceProvider ServiceProvider { get; set; } = Check.NotNull(serviceProvider, nameof(serviceProvider));
}

/// <summary>Passed to modules when the application stops.</summary>
public class ApplicationShutdownContext(IServiceProvider serviceProvider)
{
    public IServiceProvider ServiceProvider { get; } = Check.NotNull(serviceProvider, nameof(serviceProvider));
}

/// <summary>A module failed while the application started.</summary>
public class AbpInitializationException : AbpException
{
    public AbpInitializationException(string? message, Exception? innerException) : base(message, innerException)
    {
    }
}

/// <summary>A module failed while the application stopped.</summary>
public class AbpShutdownException : AbpException
{
    public AbpShutdownException(string? message, Exception? innerException) : base(message, innerException)
    {
    }
}

/// <summary>Creates applications.</summary>
public static class AbpApplicationFactory
{
    public static async Task<IAbpApplicationWithInternalServiceProvider> CreateAsync<TStartupModule>(Action<AbpApplicationCreationOptions>? optionsAction = null)
        where TStartupModule : IAbpModule
    {
        var application = new AbpApplication(typeof(TStartupModule), new ServiceCollection(), optionsAction);
        if (!application.SkipConfigureServices) await application.ConfigureServicesAsync();
        return application;
    }

    public static IAbpApplicationWithInternalServiceProvider Create<TStartupModule>(Action<AbpApplicationCreationOptions>? optionsAction = null)
        where TStartupModule : IAbpModule
    {
        var application = new AbpApplication(typeof(TStartupModule), new ServiceCollection(), optionsAction);
        if (!application.SkipConfigureServices) application.ConfigureServices();
        return application;
    }

    public static async Task<IAbpApplicationWithExternalServiceProvider> CreateAsync(
        Type startupModuleType, IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null)
    {
        var application = new AbpApplication(startupModuleType, services, optionsAction);
        if (!application.SkipConfigureServices) await application.ConfigureServicesAsync();
        return application;
    }

    public static IAbpApplicationWithExternalServiceProvider Create(
        Type startupModuleType, IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null)
    {
        var application = new AbpApplication(startupModuleType, services, optionsAction);
        if (!application.SkipConfigureServices) application.ConfigureServices();
        return application;
    }
}
