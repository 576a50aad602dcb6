using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Microsoft.Extensions.DependencyInjection;

public static class ServiceCollectionApplicationExtensions
{
    public static Task<IAbpApplicationWithExternalServiceProvider> AddApplicationAsync<TStartupModule>(
        this IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null) where TStartupModule : IAbpModule =>
        AbpApplicationFactory.CreateAsync(typeof(TStartupModule), services, optionsAction);

    public static Task<IAbpApplicationWithExternalServiceProvider> AddApplicationAsync(
        this IServiceCollection services, Type startupModuleType, Action<AbpApplicationCreationOptions>? optionsAction = null) =>
        AbpApplicationFactory.CreateAsync(startupModuleType, services, optionsAction);

    public static IAbpApplicationWithExternalServiceProvider AddApplication<TStartupModule>(
        this IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null) where TStartupModule : IAbpModule =>
        AbpApplicationFactory.Create(typeof(TStartupModule), services, optionsAction);

    public static IAbpHostEnvironment GetAbpHostEnvironment(this IServiceCollection services) => services.GetSingletonInstance<IAbpHostEnvironment>();
}

public static class ServiceCollectionCommonExtensions
{
    public static bool IsAdded<T>(this IServiceCollection services) => services.IsAdded(typeof(T));

    public static bool IsAdded(this IServiceCollection services, Type type) => services.Any(d => d.ServiceType == type);

    public static T? GetSingletonInstanceOrNull<T>(this IServiceCollection services) =>
        (T?)services.FirstOrDefault(d => d.ServiceType == typeof(T) && !d.IsKeyedService)?.ImplementationInstance;

    public static T GetSingletonInstance<T>(this IServiceCollection services) =>
        services.GetSingletonInstanceOrNull<T>() ?? throw new InvalidOperationException("Could not find singleton service: " + typeof(T).AssemblyQualifiedName);
}

public static class ServiceCollectionConfigurationExtensions
{
    public static IServiceCollection ReplaceConfiguration(this IServiceCollection services, IConfiguration configuration) =>
        services.Replace(ServiceDescriptor.Singleton(configuration));

    public static IConfiguration GetConfiguration(this IServiceCollection services) =>
        services.GetConfigurationOrNull() ?? throw new AbpException("Could not find an implementation of " + typeof(IConfiguration).AssemblyQualifiedName + " in the service collection.");

    public static IConfiguration? GetConfigurationOrNull(this IServiceCollection services) =>
        services.GetSingletonInstanceOrNull<HostBuilderContext>()?.Configuration ?? services.GetSingletonInstanceOrNull<IConfiguration>();
}

public static class ServiceCollectionConventionalRegistrationExtensions
{
    public static IServiceCollection AddConventionalRegistrar(this IServiceCollection services, IConventionalRegistrar registrar)
    {
        services.GetConventionalRegistrars().Add(registrar);
        return services;
    }

    public static List<IConventionalRegistrar> GetConventionalRegistrars(this IServiceCollection services) =>
        services.GetOrAddObject(() => new List<IConventionalRegistrar> { new DefaultConventionalRegistrar() });

    public static IServiceCollection AddAssemblyOf<T>(this IServiceCollection services) => services.AddAssembly(typeof(T).Assembly);

    public static IServiceCollection AddAssembly(this IServiceCollection services, Assembly assembly)
    {
        foreach (var registrar in services.GetConventionalRegistrars()) registrar.AddAssembly(services, assembly);
        return services;
    }

    public static IServiceCollection AddTypes(this IServiceCollection services, params Type[] types)
    {
        foreach (var registrar in services.GetConventionalRegistrars()) registrar.AddTypes(services, types);
        return services;
    }

    public static IServiceCollection AddType<TType>(this IServiceCollection services) => services.AddType(typeof(TType));

    public static IServiceCollection AddType(this IServiceCollection services, Type type) => services.AddTypes(type);
}

public static class ServiceCollectionObjectAccessorExtensions
{
    public static ObjectAccessor<T> AddObjectAccessor<T>(this IServiceCollection services) => services.AddObjectAccessor(new ObjectAccessor<T>());

    public static ObjectAccessor<T> AddObjectAccessor<T>(this IServiceCollection services, T obj) => services.AddObjectAccessor(new ObjectAccessor<T>(obj));

    public static ObjectAccessor<T> AddObjectAccessor<T>(this IServiceCollection services, ObjectAccessor<T> accessor)
    {
        if (services.IsAdded<ObjectAccessor<T>>()) throw new Exception("An object accessor is registered before for type: " + typeof(T).AssemblyQualifiedName);
        // First in the list: it is looked up many times while services are registered.
        services.Insert(0, ServiceDescriptor.Singleton(accessor));
        services.Insert(0, ServiceDescriptor.Singleton<IObjectAccessor<T>>(accessor));
        return accessor;
    }

    public static ObjectAccessor<T> TryAddObjectAccessor<T>(this IServiceCollection services) =>
        services.GetSingletonInstanceOrNull<ObjectAccessor<T>>() ?? services.AddObjectAccessor<T>();

    public static T? GetObjectOrNull<T>(this IServiceCollection services) where T : class =>
        services.GetSingletonInstanceOrNull<IObjectAccessor<T>>()?.Value;

    public static T GetObject<T>(this IServiceCollection services) where T : class =>
        services.GetObjectOrNull<T>() ?? throw new Exception($"Could not find an object of {typeof(T).AssemblyQualifiedName} in services. Be sure that you have used AddObjectAccessor before!");

    internal static T GetOrAddObject<T>(this IServiceCollection services, Func<T> create) where T : class =>
        services.GetObjectOrNull<T>() ?? services.AddObjectAccessor(create()).Value!;
}

public static class ServiceCollectionPreConfigureExtensions
{
    public static IServiceCollection PreConfigure<TOptions>(this IServiceCollection services, Action<TOptions> optionsAction)
    {
        services.GetOrAddObject(() => new List<Action<TOptions>>()).Add(optionsAction);
        return services;
    }

    public static TOptions ExecutePreConfiguredActions<TOptions>(this IServiceCollection services) where TOptions : new() =>
        services.ExecutePreConfiguredActions(new TOptions());

    public static TOptions ExecutePreConfiguredActions<TOptions>(this IServiceCollection services, TOptions options)
    {
        foreach (var action in services.GetObjectOrNull<List<Action<TOptions>>>() ?? []) action(options);
        return options;
    }
}

public static class ServiceCollectionRegistrationActionExtensions
{
    /// <summary>Sees every class that is registered, when the application's services are complete.</summary>
    public static void OnRegistered(this IServiceCollection services, Action<IOnServiceRegistredContext> registrationAction) =>
        services.GetOrAddObject(() => new ServiceRegistrationActions()).Actions.Add(registrationAction);
}
