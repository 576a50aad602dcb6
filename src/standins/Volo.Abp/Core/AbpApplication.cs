using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Modularity;

namespace Volo.Abp;

internal sealed class AbpHostEnvironment : IAbpHostEnvironment
{
    public string? EnvironmentName { get; set; }
}

internal sealed class AbpApplication : IAbpApplicationWithExternalServiceProvider, IAbpApplicationWithInternalServiceProvider
{
    private readonly List<AbpModuleDescriptor> modules;
    private readonly ObjectAccessor<IServiceProvider> providerAccessor = new();
    private bool configured;
    private ServiceProvider? own;
    private IServiceScope? ownScope;

    public AbpApplication(Type startupModuleType, IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction)
    {
        StartupModuleType = Check.NotNull(startupModuleType, nameof(startupModuleType));
        Services = Check.NotNull(services, nameof(services));
        services.AddObjectAccessor(providerAccessor);

        var options = new AbpApplicationCreationOptions(services);
        optionsAction?.Invoke(options);
        SkipConfigureServices = options.SkipConfigureServices;
        var configuration = services.GetConfigurationOrNull();
        ApplicationName = options.ApplicationName ?? configuration?["ApplicationName"] ?? Assembly.GetEntryAssembly()?.GetName().Name;

        services.AddSingleton<IAbpApplication>(this);
        services.AddSingleton<IAbpApplicationWithExternalServiceProvider>(this);
        services.AddSingleton<IApplicationInfoAccessor>(this);
        services.AddSingleton<IModuleContainer>(this);
        services.AddSingleton<IAbpHostEnvironment>(new AbpHostEnvironment { EnvironmentName = options.Environment ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Production" });
        services.AddOptions();
        services.AddLogging();
        services.AddLocalization();
        services.TryAddSingleton(TimeProvider.System);
        if (configuration == null)
        {
            services.ReplaceConfiguration(new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build());
        }

        modules = ModuleLoader.Load(startupModuleType);
    }

    public bool SkipConfigureServices { get; }
    public Type StartupModuleType { get; }
    public IServiceCollection Services { get; }

    public IServiceProvider ServiceProvider =>
        providerAccessor.Value ?? throw new AbpException("The application has no service provider yet: it is set when the application is initialized.");

    public IReadOnlyList<IAbpModuleDescriptor> Modules => modules;
    public string? ApplicationName { get; }
    public string InstanceId { get; } = Guid.NewGuid().ToString();

    public async Task ConfigureServicesAsync()
    {
        var context = EnterConfiguration();
        foreach (var module in modules) await During("PreConfigureServices", module, m => m.PreConfigureServicesAsync(context));
        var registered = new HashSet<Assembly>();
        foreach (var module in modules)
        {
            RegisterByConvention(module, registered);
            await During("ConfigureServices", module, m => m.ConfigureServicesAsync(context));
        }

        foreach (var module in modules) await During("PostConfigureServices", module, m => m.PostConfigureServicesAsync(context));
        LeaveConfiguration();
    }

    public void ConfigureServices()
    {
        var context = EnterConfiguration();
        foreach (var module in modules) During("PreConfigureServices", module, m => m.PreConfigureServices(context));
        var registered = new HashSet<Assembly>();
        foreach (var module in modules)
        {
            RegisterByConvention(module, registered);
            During("ConfigureServices", module, m => m.ConfigureServices(context));
        }

        foreach (var module in modules) During("PostConfigureServices", module, m => m.PostConfigureServices(context));
        LeaveConfiguration();
    }

    public void SetServiceProvider(IServiceProvider serviceProvider) => providerAccessor.Value = Check.NotNull(serviceProvider, nameof(serviceProvider));

    public IServiceProvider CreateServiceProvider()
    {
        if (ownScope == null)
        {
            own = Services.BuildServiceProvider();
            ownScope = own.CreateScope();
            SetServiceProvider(ownScope.ServiceProvider);
        }

        return ownScope.ServiceProvider;
    }

    public Task InitializeAsync() => InitializeAsync(CreateServiceProvider());

    public void Initialize() => Initialize(CreateServiceProvider());

    public async Task InitializeAsync(IServiceProvider serviceProvider)
    {
        SetServiceProvider(serviceProvider);
        using var scope = serviceProvider.CreateScope();
        var context = new ApplicationInitializationContext(scope.ServiceProvider);
        foreach (var module in modules) await Starting(module, m => m.OnPreApplicationInitializationAsync(context));
        foreach (var module in modules) await Starting(module, m => m.OnApplicationInitializationAsync(context));
        foreach (var module in modules) await Starting(module, m => m.OnPostApplicationInitializationAsync(context));
    }

    public void Initialize(IServiceProvider serviceProvider)
    {
        SetServiceProvider(serviceProvider);
        using var scope = serviceProvider.CreateScope();
        var context = new ApplicationInitializationContext(scope.ServiceProvider);
        foreach (var module in modules) Starting(module, m => m.OnPreApplicationInitialization(context));
        foreach (var module in modules) Starting(module, m => m.OnApplicationInitialization(context));
        foreach (var module in modules) Starting(module, m => m.OnPostApplicationInitialization(context));
    }

    public async Task ShutdownAsync()
    {
        using var scope = ServiceProvider.CreateScope();
        var context = new ApplicationShutdownContext(scope.ServiceProvider);
        foreach (var module in Enumerable.Reverse(modules))
        {
            try
            {
                await module.Module.OnApplicationShutdownAsync(context);
            }
            catch (Exception e)
            {
                throw new AbpShutdownException($"An error occurred during the shutdown of the module {module.Type.AssemblyQualifiedName}: {e.Message}. See the inner exception for details.", e);
            }
        }
    }

    public void Shutdown() => Threading.AsyncHelper.RunSync(ShutdownAsync);

    public void Dispose()
    {
        ownScope?.Dispose();
        own?.Dispose();
    }

    private ServiceConfigurationContext EnterConfiguration()
    {
        if (configured) throw new AbpInitializationException("Services have already been configured! If you call ConfigureServicesAsync method, you must have set AbpApplicationCreationOptions.SkipConfigureServices to true before.", null);
        configured = true;
        var context = new ServiceConfigurationContext(Services);
        Services.AddSingleton(context);
        foreach (var module in modules)
        {
            module.Module.ServiceConfigurationContext = context;
            Services.AddSingleton(module.Type, module.Module);
        }

        return context;
    }

    private void LeaveConfiguration()
    {
        foreach (var module in modules) module.Module.LeaveConfiguration();
        ServiceWeaver.Weave(Services);
    }

    private void RegisterByConvention(AbpModuleDescriptor module, HashSet<Assembly> registered)
    {
        if (module.Module.SkipAutoServiceRegistration) return;
        foreach (var assembly in module.AllAssemblies.Where(registered.Add)) Services.AddAssembly(assembly);
    }

    private static async Task During(string phase, AbpModuleDescriptor module, Func<AbpModule, Task> step)
    {
        try
        {
            await step(module.Module);
        }
        catch (Exception e)
        {
            throw new AbpInitializationException($"An error occurred during {phase} phase of the module {module.Type.AssemblyQualifiedName}. See the inner exception for details.", e);
        }
    }

    private static void During(string phase, AbpModuleDescriptor module, Action<AbpModule> step) =>
        During(phase, module, m => { step(m); return Task.CompletedTask; }).GetAwaiter().GetResult();

    private static Task Starting(AbpModuleDescriptor module, Func<AbpModule, Task> step) => During("initialization", module, step);

    private static void Starting(AbpModuleDescriptor module, Action<AbpModule> step) => During("initialization", module, step);
}
