using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.DependencyInjection;

/// <summary>A service provider that gives the same instance each time it is asked.</summary>
public interface ICachedServiceProviderBase : IServiceProvider
{
    T GetService<T>(T defaultValue);
    object GetService(Type serviceType, object defaultValue);
    T GetService<T>(Func<IServiceProvider, object> factory);
    object GetService(Type serviceType, Func<IServiceProvider, object> factory);
}

/// <summary>Resolves dependencies when they are first used, once per owner.</summary>
public interface IAbpLazyServiceProvider : ICachedServiceProviderBase
{
    T LazyGetRequiredService<T>();
    object LazyGetRequiredService(Type serviceType);
    T? LazyGetService<T>();
    object? LazyGetService(Type serviceType);
    T LazyGetService<T>(T defaultValue);
    object LazyGetService(Type serviceType, object defaultValue);
    T LazyGetService<T>(Func<IServiceProvider, object> factory);
    object LazyGetService(Type serviceType, Func<IServiceProvider, object> factory);
}

internal sealed class AbpLazyServiceProvider(IServiceProvider serviceProvider) : IAbpLazyServiceProvider, ITransientDependency
{
    // Most owners ask for one or two services, many for none: the dictionary is made on the first call.
    private ConcurrentDictionary<Type, Lazy<object?>>? services;

    public T LazyGetRequiredService<T>() => (T)LazyGetRequiredService(typeof(T));

    public object LazyGetRequiredService(Type serviceType) => Get(serviceType, p => p.GetRequiredService(serviceType))!;

    public T? LazyGetService<T>() => (T?)LazyGetService(typeof(T));

    public object? LazyGetService(Type serviceType) => Get(serviceType, p => p.GetService(serviceType));

    public T LazyGetService<T>(T defaultValue) => (T)LazyGetService(typeof(T), defaultValue!);

    public object LazyGetService(Type serviceType, object defaultValue) => LazyGetService(serviceType) ?? defaultValue;

    public T LazyGetService<T>(Func<IServiceProvider, object> factory) => (T)LazyGetService(typeof(T), factory);

    public object LazyGetService(Type serviceType, Func<IServiceProvider, object> factory) => Get(serviceType, factory)!;

    public object? GetService(Type serviceType) => LazyGetService(serviceType);

    public T GetService<T>(T defaultValue) => LazyGetService(defaultValue);

    public object GetService(Type serviceType, object defaultValue) => LazyGetService(serviceType, defaultValue);

    public T GetService<T>(Func<IServiceProvider, object> factory) => LazyGetService<T>(factory);

    public object GetService(Type serviceType, Func<IServiceProvider, object> factory) => LazyGetService(serviceType, factory);

    private object? Get(Type type, Func<IServiceProvider, object?> factory)
    {
        var cache = services ?? Interlocked.CompareExchange(ref services, new(), null) ?? services;
        return cache.GetOrAdd(type, _ => new Lazy<object?>(() => factory(serviceProvider))).Value;
    }
}
