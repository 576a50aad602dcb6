using System.Reflection;
using Castle.DynamicProxy;

namespace Volo.Abp.DynamicProxy;

/// <summary>Stands around calls of virtual methods.</summary>
public interface IAbpInterceptor
{
    Task InterceptAsync(IAbpMethodInvocation invocation);
}

/// <inheritdoc />
public abstract class AbpInterceptor : IAbpInterceptor
{
    public abstract Task InterceptAsync(IAbpMethodInvocation invocation);
}

/// <summary>A call that is intercepted.</summary>
public interface IAbpMethodInvocation
{
    object?[] Arguments { get; }
    IReadOnlyDictionary<string, object?> ArgumentsDictionary { get; }
    Type[] GenericArguments { get; }
    object TargetObject { get; }
    MethodInfo Method { get; }
    object? ReturnValue { get; set; }

    /// <summary>Goes on to the next interceptor or to the method itself.</summary>
    Task ProceedAsync();
}

/// <summary>Types that are never proxied.</summary>
public static class DynamicProxyIgnoreTypes
{
    private static readonly HashSet<Type> Ignored = [];

    public static void Add<T>()
    {
        lock (Ignored) Ignored.Add(typeof(T));
    }

    public static bool Contains(Type type, bool includeDerivedTypes = true)
    {
        lock (Ignored) return includeDerivedTypes ? Ignored.Any(t => t.IsAssignableFrom(type)) : Ignored.Contains(type);
    }
}

/// <summary>Looks behind proxies.</summary>
public static class ProxyHelper
{
    public static object UnProxy(object obj) => ProxyUtil.GetUnproxiedInstance(obj)!;

    public static bool IsProxy(object obj) => ProxyUtil.IsProxy(obj);

    public static Type GetUnProxiedType(object obj)
    {
        if (!ProxyUtil.IsProxy(obj)) return obj.GetType();
        var target = ProxyUtil.GetUnproxiedInstance(obj)!;
        // A class proxy is its own target: the class it derives from is what was meant.
        return ReferenceEquals(target, obj) ? obj.GetType().BaseType! : target.GetType();
    }
}
