using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.Modularity;

/// <summary>A part of an application: says what it needs, registers its services and takes part in start and stop.</summary>
public interface IAbpModule
{
    Task ConfigureServicesAsync(ServiceConfigurationContext context);
    void ConfigureServices(ServiceConfigurationContext context);
}

/// <summary>Base of modules. Each step has a synchronous and an asynchronous form; the asynchronous one calls the other unless overridden.</summary>
public abstract class AbpModule : IAbpModule
{
    private ServiceConfigurationContext? context;

    /// <summary>If set, the module's types are not registered by convention.</summary>
    protected internal bool SkipAutoServiceRegistration { get; protected set; }

    protected internal ServiceConfigurationContext ServiceConfigurationContext
    {
        get => context ?? throw new AbpException(
            $"{nameof(ServiceConfigurationContext)} is only available in the {nameof(ConfigureServices)}, {nameof(PreConfigureServices)} and {nameof(PostConfigureServices)} methods.");
        internal set => context = value;
    }

    public virtual Task PreConfigureServicesAsync(ServiceConfigurationContext context) => Done(() => PreConfigureServices(context));

    public virtual void PreConfigureServices(ServiceConfigurationContext context)
    {
    }

    public virtual Task ConfigureServicesAsync(ServiceConfigurationContext context) => Done(() => ConfigureServices(context));

    public virtual void ConfigureServices(ServiceConfigurationContext context)
    {
    }

    public virtual Task PostConfigureServicesAsync(ServiceConfigurationContext context) => Done(() => PostConfigureServices(context));

    public virtual void PostConfigureServices(ServiceConfigurationContext context)
    {
    }

    public virtual Task OnPreApplicationInitializationAsync(ApplicationInitializationContext context) => Done(() => OnPreApplicationInitialization(context));

    public virtual void OnPreApplicationInitialization(ApplicationInitializationContext context)
    {
    }

    public virtual Task OnApplicationInitializationAsync(ApplicationInitializationContext context) => Done(() => OnApplicationInitialization(context));

    public virtual void OnApplicationInitialization(ApplicationInitializationContext context)
    {
    }

    public virtual Task OnPostApplicationInitializationAsync(ApplicationInitializationContext context) => Done(() => OnPostApplicationInitialization(context));

    public virtual void OnPostApplicationInitialization(ApplicationInitializationContext context)
    {
    }

    public virtual Task OnApplicationShutdownAsync(ApplicationShutdownContext context) => Done(() => OnApplicationShutdown(context));

    public virtual void OnApplicationShutdown(ApplicationShutdownContext context)
    {
    }

    public static bool IsAbpModule(Type type) =>
        type.IsClass && !type.IsAbstract && !type.IsGenericType && typeof(IAbpModule).IsAssignableFrom(type);

    internal void LeaveConfiguration() => context = null;

    internal static void CheckAbpModuleType(Type type)
    {
        if (!IsAbpModule(type) || !type.IsAssignableTo(typeof(AbpModule)))
            throw new ArgumentException("Given type is not an ABP module: " + type.AssemblyQualifiedName);
    }

    protected void Configure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
        ServiceConfigurationContext.Services.Configure(configureOptions);

    protected void Configure<TOptions>(string name, Action<TOptions> configureOptions) where TOptions : class =>
        ServiceConfigurationContext.Services.Configure(name, configureOptions);

    protected void Configure<TOptions>(IConfiguration configuration) where TOptions : class =>
        ServiceConfigurationContext.Services.Configure<TOptions>(configuration);

    protected void PreConfigure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
        ServiceConfigurationContext.Services.PreConfigure(configureOptions);

    protected void PostConfigure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
        ServiceConfigurationContext.Services.PostConfigure(configureOptions);

    private static Task Done(Action step)
    {
        step();
        return Task.CompletedTask;
    }
}

/// <summary>Names the modules that a module stands on.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class DependsOnAttribute(params Type[]? dependedTypes) : Attribute
{
    public Type[] DependedTypes { get; } = dependedTypes ?? [];

    public virtual Type[] GetDependedTypes() => DependedTypes;
}

/// <summary>What a module has while services are registered; <see cref="Items"/> are shared by all modules.</summary>
public class ServiceConfigurationContext(IServiceCollection services)
{
    public IServiceCollection Services { get; } = Check.NotNull(services, nameof(services));
    public IDictionary<string, object?> Items { get; } = new Dictionary<string, object?>();

    public object? this[string key]
    {
        get => Items.GetOrDefault(key);
        set => Items[key] = value;
    }
}

/// <summary>A loaded module.</summary>
public interface IAbpModuleDescriptor
{
    Type Type { get; }
    Assembly Assembly { get; }
    Assembly[] AllAssemblies { get; }
    IAbpModule Instance { get; }
    IReadOnlyList<IAbpModuleDescriptor> Dependencies { get; }
}

/// <summary>The modules of an application, each after those it depends on.</summary>
public interface IModuleContainer
{
    IReadOnlyList<IAbpModuleDescriptor> Modules { get; }
}
