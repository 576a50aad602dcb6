using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Collections;
using Volo.Abp.DynamicProxy;

namespace Volo.Abp.DependencyInjection;

/// <summary>Registers types by a convention of its own.</summary>
public interface IConventionalRegistrar
{
    void AddAssembly(IServiceCollection services, Assembly assembly);
    void AddTypes(IServiceCollection services, params Type[] types);
    void AddType(IServiceCollection services, Type type);
}

/// <summary>Base of conventions.</summary>
public abstract class ConventionalRegistrarBase : IConventionalRegistrar
{
    public virtual void AddAssembly(IServiceCollection services, Assembly assembly) =>
        AddTypes(services, assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false }).ToArray());

    public virtual void AddTypes(IServiceCollection services, params Type[] types)
    {
        foreach (var type in types) AddType(services, type);
    }

    public abstract void AddType(IServiceCollection services, Type type);

    protected virtual bool IsConventionalRegistrationDisabled(Type type) => type.IsDefined(typeof(DisableConventionalRegistrationAttribute), true);

    protected virtual DependencyAttribute? GetDependencyAttributeOrNull(Type type) => type.GetCustomAttribute<DependencyAttribute>(true);

    protected virtual ServiceLifetime? GetLifeTimeOrNull(Type type, DependencyAttribute? dependencyAttribute) =>
        dependencyAttribute?.Lifetime ?? GetServiceLifetimeFromClassHierarchy(type) ?? GetDefaultLifeTimeOrNull(type);

    protected virtual ServiceLifetime? GetServiceLifetimeFromClassHierarchy(Type type) =>
        typeof(ITransientDependency).IsAssignableFrom(type) ? ServiceLifetime.Transient
        : typeof(ISingletonDependency).IsAssignableFrom(type) ? ServiceLifetime.Singleton
        : typeof(IScopedDependency).IsAssignableFrom(type) ? ServiceLifetime.Scoped
        : null;

    protected virtual ServiceLifetime? GetDefaultLifeTimeOrNull(Type type) => null;

    protected virtual List<Type> GetExposedServiceTypes(Type type) => ExposedServiceExplorer.GetExposedServices(type);
}

/// <summary>The convention of <see cref="ITransientDependency"/> and its siblings.</summary>
public class DefaultConventionalRegistrar : ConventionalRegistrarBase
{
    public override void AddType(IServiceCollection services, Type type)
    {
        if (IsConventionalRegistrationDisabled(type)) return;
        var attribute = GetDependencyAttributeOrNull(type);
        if (GetLifeTimeOrNull(type, attribute) is not { } lifetime) return;

        var exposed = GetExposedServiceTypes(type);
        foreach (var service in exposed)
        {
            var descriptor = Describe(service, type, exposed, lifetime);
            if (attribute?.ReplaceServices == true) services.Replace(descriptor);
            else if (attribute?.TryRegister == true) services.TryAdd(descriptor);
            else services.Add(descriptor);
        }
    }

    // One object answers for every service a singleton or scoped class is exposed as.
    private static ServiceDescriptor Describe(Type service, Type type, List<Type> exposed, ServiceLifetime lifetime)
    {
        if (lifetime == ServiceLifetime.Transient || service == type || exposed.Count < 2) return ServiceDescriptor.Describe(service, type, lifetime);
        var target = exposed.Contains(type) ? type : exposed.FirstOrDefault(t => t != service && service.IsAssignableFrom(t));
        return target == null
            ? ServiceDescriptor.Describe(service, type, lifetime)
            : ServiceDescriptor.Describe(service, provider => provider.GetRequiredService(target), lifetime);
    }
}

/// <summary>A class is about to be registered: interceptors may be added to it.</summary>
public interface IOnServiceRegistredContext
{
    ITypeList<IAbpInterceptor> Interceptors { get; }
    Type ImplementationType { get; }
}

internal sealed class OnServiceRegistredContext(Type implementationType) : IOnServiceRegistredContext
{
    public ITypeList<IAbpInterceptor> Interceptors { get; } = new TypeList<IAbpInterceptor>();
    public Type ImplementationType { get; } = implementationType;
}

internal sealed class ServiceRegistrationActions
{
    public List<Action<IOnServiceRegistredContext>> Actions { get; } = [];
}
