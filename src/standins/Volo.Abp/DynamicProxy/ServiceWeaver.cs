using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Castle.DynamicProxy;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.DynamicProxy;

/// <summary>
/// Gives the plain container what ABP expects of it: tells about each registered class, makes proxies of those with
/// interceptors, and sets properties such as LazyServiceProvider after construction.
/// </summary>
internal static class ServiceWeaver
{
    private static readonly ProxyGenerator Proxies = new();
    private static readonly ProxyGenerationOptions Options = new(new MethodsOnly());
    private static readonly ConcurrentDictionary<Assembly, bool> Aware = new();

    public static void Weave(IServiceCollection services)
    {
        var actions = services.GetObjectOrNull<ServiceRegistrationActions>()?.Actions ?? [];
        var plans = new Dictionary<(Type, Type?), Func<IServiceProvider, object>?>();
        for (var i = 0; i < services.Count; i++)
        {
            var descriptor = services[i];
            if (descriptor.IsKeyedService || descriptor.ImplementationType is not { } type || !IsAware(type.Assembly)) continue;
            if (type.IsGenericTypeDefinition || type.IsAbstract) continue;
            // A proxy of a class serves every service it is registered for; a proxy of an interface serves that one.
            var key = (type, CanBeSubclassed(type) ? null : descriptor.ServiceType);
            if (!plans.TryGetValue(key, out var create))
            {
                var context = new OnServiceRegistredContext(type);
                foreach (var action in actions) action(context);
                plans.Add(key, create = Plan(type, descriptor.ServiceType, [.. context.Interceptors]));
            }

            if (create != null) services[i] = ServiceDescriptor.Describe(descriptor.ServiceType, create, descriptor.Lifetime);
        }
    }

    // A class of an assembly that never heard of ABP has neither attributes nor interfaces that concern us.
    private static bool IsAware(Assembly assembly) => Aware.GetOrAdd(
        assembly, a => a == typeof(ServiceWeaver).Assembly || a.GetReferencedAssemblies().Any(n => n.Name!.StartsWith("Volo.Abp", StringComparison.Ordinal)));

    private static Func<IServiceProvider, object>? Plan(Type type, Type serviceType, Type[] interceptors)
    {
        var inject = Properties(type);
        if (interceptors.Length == 0 && inject.Length == 0) return null;

        // Proxy types and constructors are compiled when first needed: most of an application is not used in one run.
        if (interceptors.Length == 0)
        {
            var plain = new Lazy<Func<IServiceProvider, IInterceptor[]?, object>>(() => Compile(type, null, inject));
            return provider => plain.Value(provider, null);
        }

        if (CanBeSubclassed(type))
        {
            var proxied = new Lazy<Func<IServiceProvider, IInterceptor[]?, object>>(
                () => Compile(type, Proxies.ProxyBuilder.CreateClassProxyType(type, [], Options), inject));
            return provider => proxied.Value(provider, [new InterceptorChain(provider, interceptors).ToInterceptor()]);
        }

        var target = new Lazy<Func<IServiceProvider, IInterceptor[]?, object>>(() => Compile(type, null, inject));
        if (!serviceType.IsInterface)
        {
            if (type.IsVisible) throw new AbpException($"{type.FullName} has interceptors but can't be proxied: it is sealed, and is resolved as a class.");
            // Only its own assembly can ask for it by its class; whoever asks by an interface gets the proxy.
            return provider => target.Value(provider, null);
        }

        return provider => Proxies.CreateInterfaceProxyWithTarget(
            serviceType, target.Value(provider, null), Options, new InterceptorChain(provider, interceptors).ToInterceptor());
    }

    private static bool CanBeSubclassed(Type type) => !type.IsSealed && ProxyUtil.IsAccessible(type);

    // What Autofac autowires: public settable properties whose type is a registered service.
    private static PropertyInfo[] Properties(Type type) => type.IsDefined(typeof(DisablePropertyInjectionAttribute), true)
        ? []
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType.IsInterface && p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && IsAware(p.DeclaringType!.Assembly))
            .Where(p => !p.IsDefined(typeof(DisablePropertyInjectionAttribute), true) && !typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType))
            .ToArray();

    private static Func<IServiceProvider, IInterceptor[]?, object> Compile(Type type, Type? proxy, PropertyInfo[] inject)
    {
        var provider = Expression.Parameter(typeof(IServiceProvider));
        var interceptors = Expression.Parameter(typeof(IInterceptor[]));
        var constructor = Constructor(type);
        var arguments = constructor.GetParameters().Select(p => Argument(provider, p)).ToList();
        if (proxy != null)
        {
            // A proxy's constructors take the interceptors before what the class asks for.
            arguments.Insert(0, interceptors);
            constructor = proxy.GetConstructor(arguments.ConvertAll(a => a.Type).ToArray())!;
        }

        var instance = Expression.Variable(constructor.DeclaringType!);
        var body = new List<Expression> { Expression.Assign(instance, Expression.New(constructor, arguments)) };
        foreach (var property in inject)
        {
            var value = Expression.Variable(property.PropertyType);
            body.Add(Expression.Block(
                [value],
                Expression.Assign(value, Expression.Convert(Expression.Call(provider, nameof(IServiceProvider.GetService), null, Expression.Constant(property.PropertyType)), property.PropertyType)),
                Expression.IfThen(Expression.ReferenceNotEqual(value, Expression.Constant(null)), Expression.Assign(Expression.Property(instance, property), value))));
        }

        body.Add(instance);
        return Expression.Lambda<Func<IServiceProvider, IInterceptor[]?, object>>(Expression.Block([instance], body), provider, interceptors).Compile();
    }

    private static ConstructorInfo Constructor(Type type)
    {
        var all = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance);
        return all.FirstOrDefault(c => c.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? all.MaxBy(c => c.GetParameters().Length)
            ?? throw new AbpException($"{type.FullName} has no public constructor.");
    }

    private static Expression Argument(ParameterExpression provider, ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
            return Expression.Convert(Expression.Call(typeof(ServiceProviderKeyedServiceExtensions), nameof(ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService), null, provider, Expression.Constant(parameter.ParameterType), Expression.Constant(keyed.Key, typeof(object))), parameter.ParameterType);
        if (!parameter.HasDefaultValue)
            return Expression.Convert(Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), null, provider, Expression.Constant(parameter.ParameterType)), parameter.ParameterType);
        var found = Expression.Call(provider, nameof(IServiceProvider.GetService), null, Expression.Constant(parameter.ParameterType));
        var fallback = parameter.DefaultValue == null ? (Expression)Expression.Default(parameter.ParameterType) : Expression.Constant(parameter.DefaultValue, parameter.ParameterType);
        return Expression.Condition(Expression.ReferenceEqual(found, Expression.Constant(null)), fallback, Expression.Convert(found, parameter.ParameterType));
    }
}
