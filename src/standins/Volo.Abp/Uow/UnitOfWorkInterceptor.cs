using System.Collections.Concurrent;
using System.Data;
using System.Reflection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Modularity;

namespace Volo.Abp.Uow;

/// <summary>The method, or every method of the class, runs in a unit of work.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Interface)]
public class UnitOfWorkAttribute : Attribute
{
    public UnitOfWorkAttribute()
    {
    }

    public UnitOfWorkAttribute(bool isTransactional) => IsTransactional = isTransactional;

    public UnitOfWorkAttribute(bool isTransactional, IsolationLevel isolationLevel) : this(isTransactional) => IsolationLevel = isolationLevel;

    public UnitOfWorkAttribute(bool isTransactional, IsolationLevel isolationLevel, int timeout) : this(isTransactional, isolationLevel) => Timeout = timeout;

    public bool? IsTransactional { get; set; }
    public int? Timeout { get; set; }
    public IsolationLevel? IsolationLevel { get; set; }

    /// <summary>No unit of work is begun; one that is there is used all the same.</summary>
    public bool IsDisabled { get; set; }

    public virtual void SetOptions(AbpUnitOfWorkOptions options)
    {
        if (IsTransactional is { } transactional) options.IsTransactional = transactional;
        if (Timeout is { } timeout) options.Timeout = timeout;
        if (IsolationLevel is { } level) options.IsolationLevel = level;
    }
}

/// <summary>Which types and methods have a unit of work.</summary>
public static class UnitOfWorkHelper
{
    private static readonly ConcurrentDictionary<MethodInfo, (bool Is, UnitOfWorkAttribute? Attribute)> Methods = new();

    public static bool IsUnitOfWorkType(TypeInfo implementationType) =>
        implementationType.IsDefined(typeof(UnitOfWorkAttribute), true)
        || typeof(IUnitOfWorkEnabled).IsAssignableFrom(implementationType)
        || implementationType.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(m => m.IsDefined(typeof(UnitOfWorkAttribute), true));

    public static bool IsUnitOfWorkMethod(MethodInfo methodInfo, out UnitOfWorkAttribute? unitOfWorkAttribute)
    {
        (var isOne, unitOfWorkAttribute) = Methods.GetOrAdd(methodInfo, method =>
        {
            var attribute = GetUnitOfWorkAttributeOrNull(method);
            return attribute == null ? (typeof(IUnitOfWorkEnabled).IsAssignableFrom(method.DeclaringType), null) : (!attribute.IsDisabled, attribute);
        });
        return isOne;
    }

    public static UnitOfWorkAttribute? GetUnitOfWorkAttributeOrNull(MethodInfo methodInfo) =>
        methodInfo.GetCustomAttribute<UnitOfWorkAttribute>(true) ?? methodInfo.DeclaringType?.GetCustomAttribute<UnitOfWorkAttribute>(true);
}

internal sealed class UnitOfWorkInterceptor(
    IUnitOfWorkManager unitOfWorkManager, IUnitOfWorkTransactionBehaviourProvider behaviour, IOptions<AbpUnitOfWorkDefaultOptions> defaults)
    : AbpInterceptor, ITransientDependency
{
    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        if (!UnitOfWorkHelper.IsUnitOfWorkMethod(invocation.Method, out var attribute))
        {
            await invocation.ProceedAsync();
            return;
        }

        var options = CreateOptions(invocation, attribute);
        if (unitOfWorkManager.TryBeginReserved(UnitOfWork.UnitOfWorkReservationName, options))
        {
            await invocation.ProceedAsync();
            if (unitOfWorkManager.Current is { } current) await current.SaveChangesAsync();
            return;
        }

        using var unitOfWork = unitOfWorkManager.Begin(options);
        await invocation.ProceedAsync();
        await unitOfWork.CompleteAsync();
    }

    private AbpUnitOfWorkOptions CreateOptions(IAbpMethodInvocation invocation, UnitOfWorkAttribute? attribute)
    {
        var options = new AbpUnitOfWorkOptions();
        attribute?.SetOptions(options);
        if (attribute?.IsTransactional == null)
        {
            options.IsTransactional = defaults.Value.CalculateIsTransactional(
                behaviour.IsTransactional ?? !invocation.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase));
        }

        return options;
    }
}

/// <summary>Units of work.</summary>
public class AbpUnitOfWorkModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        Microsoft.Extensions.DependencyInjection.ServiceCollectionRegistrationActionExtensions.OnRegistered(context.Services, registered =>
        {
            if (!DynamicProxyIgnoreTypes.Contains(registered.ImplementationType) && UnitOfWorkHelper.IsUnitOfWorkType(registered.ImplementationType.GetTypeInfo()))
                registered.Interceptors.TryAdd<UnitOfWorkInterceptor>();
        });
}
