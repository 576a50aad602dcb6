using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.DependencyInjection;

/// <summary>Registered by convention, a new instance each time.</summary>
public interface ITransientDependency;

/// <summary>Registered by convention, one instance a scope.</summary>
public interface IScopedDependency;

/// <summary>Registered by convention, one instance.</summary>
public interface ISingletonDependency;

/// <summary>Has a service provider.</summary>
public interface IServiceProviderAccessor
{
    IServiceProvider ServiceProvider { get; }
}

/// <summary>A box for an object that exists before, or arrives after, the container.</summary>
public interface IObjectAccessor<out T>
{
    T? Value { get; }
}

/// <inheritdoc />
public class ObjectAccessor<T> : IObjectAccessor<T>
{
    public ObjectAccessor()
    {
    }

    public ObjectAccessor(T? obj) => Value = obj;

    public T? Value { get; set; }
}

/// <summary>How a class is registered by convention.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DependencyAttribute : Attribute
{
    public DependencyAttribute()
    {
    }

    public DependencyAttribute(ServiceLifetime lifetime) => Lifetime = lifetime;

    public virtual ServiceLifetime? Lifetime { get; set; }

    /// <summary>Only registered where nothing is yet.</summary>
    public virtual bool TryRegister { get; set; }

    /// <summary>Takes the place of the first registration of the service.</summary>
    public virtual bool ReplaceServices { get; set; }
}

/// <summary>Keeps a class, and what derives from it, out of the conventions.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DisableConventionalRegistrationAttribute : Attribute;

/// <summary>Keeps a class or property out of property injection.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public class DisablePropertyInjectionAttribute : Attribute;

/// <summary>Names the services that a class is registered as.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ExposeServicesAttribute(params Type[]? serviceTypes) : Attribute
{
    public Type[] ServiceTypes { get; } = serviceTypes ?? [];

    /// <summary>Adds what the naming convention gives.</summary>
    public bool IncludeDefaults { get; set; }
    public bool IncludeSelf { get; set; }

    public Type[] GetExposedServiceTypes(Type targetType)
    {
        var services = ServiceTypes.ToList();
        if (IncludeDefaults)
        {
            // OrderSender is exposed as ISender and as IOrderSender: interfaces whose name without I ends the class's name.
            foreach (var type in targetType.GetInterfaces())
            {
                var name = type.Name.Split('`')[0];
                if (name.StartsWith('I')) name = name[1..];
                if (targetType.Name.EndsWith(name, StringComparison.Ordinal)) services.AddIfNotContains(type);
            }
        }

        if (IncludeSelf) services.AddIfNotContains(targetType);
        return services.ToArray();
    }
}

/// <summary>Which services a class is exposed as.</summary>
public static class ExposedServiceExplorer
{
    private static readonly ExposeServicesAttribute Default = new() { IncludeDefaults = true, IncludeSelf = true };

    public static List<Type> GetExposedServices(Type type) =>
        type.GetCustomAttributes<ExposeServicesAttribute>(true).DefaultIfEmpty(Default)
            .SelectMany(a => a.GetExposedServiceTypes(type)).Distinct().ToList();
}
