using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Aspects;
using Volo.Abp.Clients;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security;
using Volo.Abp.Threading;
using Volo.Abp.Timing;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.Auditing;

[Dependency(TryRegister = true)]
internal sealed class SimpleLogAuditingStore(ILogger<SimpleLogAuditingStore> logger) : IAuditingStore, ISingletonDependency
{
    public Task SaveAsync(AuditLogInfo auditInfo)
    {
        logger.LogInformation("{AuditLog}", auditInfo);
        return Task.CompletedTask;
    }
}

internal sealed class AuditingHelper(
    IOptions<AbpAuditingOptions> options, ICurrentUser currentUser, ICurrentTenant currentTenant, ICurrentClient currentClient, IClock clock,
    ICorrelationIdProvider correlationId, ILogger<AuditingHelper> logger) : IAuditingHelper, ITransientDependency
{
    public bool ShouldSaveAudit(MethodInfo? methodInfo, bool defaultValue = false, bool ignoreIntegrationServiceAttribute = false)
    {
        if (methodInfo is not { IsPublic: true } || methodInfo.IsDefined(typeof(DisableAuditingAttribute), true)) return false;
        return methodInfo.IsDefined(typeof(AuditedAttribute), true) || (ShouldAudit(methodInfo.DeclaringType!) ?? defaultValue);
    }

    public bool IsEntityHistoryEnabled(Type entityType, bool defaultValue = false)
    {
        if (!entityType.IsPublic || options.Value.IgnoredTypes.Any(t => t.IsAssignableFrom(entityType))) return false;
        if (entityType.IsDefined(typeof(AuditedAttribute), true)) return true;
        var hasAuditedProperty = entityType.GetProperties().Any(p => p.IsDefined(typeof(AuditedAttribute)));
        if (hasAuditedProperty) return true;
        if (entityType.IsDefined(typeof(DisableAuditingAttribute), true)) return false;
        return options.Value.EntityHistorySelectors.Any(s => s.Predicate(entityType)) || defaultValue;
    }

    public AuditLogInfo CreateAuditLogInfo() => new()
    {
        ApplicationName = options.Value.ApplicationName,
        TenantId = currentTenant.Id,
        TenantName = currentTenant.Name,
        UserId = currentUser.Id,
        UserName = currentUser.UserName,
        ClientId = currentClient.Id,
        CorrelationId = correlationId.Get(),
        ExecutionTime = clock.Now,
        ImpersonatorUserId = currentUser.FindImpersonatorUserId()
    };

    public AuditLogActionInfo CreateAuditLogAction(AuditLogInfo auditLog, Type? type, MethodInfo method, object?[] arguments) => CreateAuditLogAction(
        auditLog, type, method, method.GetParameters().ToDictionary(p => p.Name!, p => arguments.ElementAtOrDefault(p.Position)));

    public AuditLogActionInfo CreateAuditLogAction(AuditLogInfo auditLog, Type? type, MethodInfo method, IDictionary<string, object?> arguments) => new()
    {
        ServiceName = type?.FullName ?? "",
        MethodName = method.Name,
        Parameters = Serialize(arguments),
        ExecutionTime = clock.Now
    };

    internal static bool? ShouldAudit(Type type) =>
        type.IsDefined(typeof(AuditedAttribute), true) ? true
        : type.IsDefined(typeof(DisableAuditingAttribute), true) ? false
        : typeof(IAuditingEnabled).IsAssignableFrom(type) ? true
        : null;

    private string Serialize(IDictionary<string, object?> arguments)
    {
        try
        {
            var shown = arguments.ToDictionary(
                a => a.Key, a => a.Value != null && options.Value.IgnoredTypes.Any(t => t.IsInstanceOfType(a.Value)) ? null : a.Value);
            return shown.Count == 0 ? "{}" : JsonSerializer.Serialize(shown, AuditJson.Options);
        }
        catch (Exception e)
        {
            // Arguments that can't be written are no reason to fail the call.
            logger.LogException(e, LogLevel.Warning);
            return "{}";
        }
    }
}

internal static class AuditJson
{
    /// <summary>Camel case, without properties that say they must not be audited, such as passwords.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                info =>
                {
                    foreach (var property in info.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(DisableAuditingAttribute), true) == true))
                        property.ShouldSerialize = (_, _) => false;
                }
            }
        }
    };
}

internal sealed class AuditingManager(
    IAmbientScopeProvider<IAuditLogScope> ambient, IAuditingHelper helper, IAuditingStore store, IOptions<AbpAuditingOptions> options, ILogger<AuditingManager> logger)
    : IAuditingManager, ITransientDependency
{
    private const string Key = "Volo.Abp.Auditing.IAuditLogScope";

    public IAuditLogScope? Current => ambient.GetValue(Key);

    public IAuditLogSaveHandle BeginScope()
    {
        var log = helper.CreateAuditLogInfo();
        return new SaveHandle(this, ambient.BeginScope(Key, new AuditLogScope(log)), log, Stopwatch.StartNew());
    }

    private async Task SaveAsync(AuditLogInfo log)
    {
        foreach (var changes in log.EntityChanges.Where(c => c.ChangeType == EntityChangeType.Updated).GroupBy(c => (c.EntityTypeFullName, c.EntityId)).Where(g => g.Count() > 1).ToList())
        {
            foreach (var later in changes.Skip(1))
            {
                changes.First().Merge(later);
                log.EntityChanges.Remove(later);
            }
        }

        try
        {
            await store.SaveAsync(log);
        }
        catch (Exception e) when (options.Value.HideErrors)
        {
            logger.LogWarning(e, "Could not save the audit log object: {AuditLog}", log);
        }
    }

    private sealed record AuditLogScope(AuditLogInfo Log) : IAuditLogScope;

    private sealed class SaveHandle(AuditingManager manager, IDisposable scope, AuditLogInfo log, Stopwatch watch) : IAuditLogSaveHandle
    {
        public Task SaveAsync()
        {
            log.ExecutionDuration = (int)watch.ElapsedMilliseconds;
            return manager.SaveAsync(log);
        }

        public void Dispose() => scope.Dispose();
    }
}

internal sealed class AuditingInterceptor(
    IAuditingManager manager, IAuditingHelper helper, IOptions<AbpAuditingOptions> options, ICurrentUser currentUser, IUnitOfWorkManager unitOfWorkManager) : AbpInterceptor, ITransientDependency
{
    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        if (!options.Value.IsEnabled || AbpCrossCuttingConcerns.IsApplied(invocation.TargetObject, AbpCrossCuttingConcerns.Auditing)
            || !helper.ShouldSaveAudit(invocation.Method))
        {
            await invocation.ProceedAsync();
            return;
        }

        if (manager.Current is { } current)
        {
            await ProceedAsync(invocation, current.Log);
            return;
        }

        using var handle = manager.BeginScope();
        var log = manager.Current!.Log;
        try
        {
            await ProceedAsync(invocation, log);
            if (unitOfWorkManager.Current is { } unitOfWork) await unitOfWork.SaveChangesAsync();
        }
        finally
        {
            var failed = log.Exceptions.Count > 0 && options.Value.AlwaysLogOnException;
            var isRead = invocation.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase);
            var anonymous = !currentUser.IsAuthenticated && !options.Value.IsEnabledForAnonymousUsers;
            if (failed || (!anonymous && (options.Value.IsEnabledForGetRequests || !isRead))) await handle.SaveAsync();
        }
    }

    private async Task ProceedAsync(IAbpMethodInvocation invocation, AuditLogInfo log)
    {
        var action = options.Value.DisableLogActionInfo
            ? null
            : helper.CreateAuditLogAction(log, ProxyHelper.GetUnProxiedType(invocation.TargetObject), invocation.Method, invocation.Arguments);
        var watch = Stopwatch.StartNew();
        try
        {
            await invocation.ProceedAsync();
        }
        catch (Exception e)
        {
            if (!log.Exceptions.Contains(e)) log.Exceptions.Add(e);
            throw;
        }
        finally
        {
            if (action != null)
            {
                action.ExecutionDuration = (int)watch.ElapsedMilliseconds;
                log.Actions.Add(action);
            }
        }
    }
}

/// <summary>Contracts of auditing.</summary>
public class AbpAuditingContractsModule : AbpModule;

/// <summary>The audit log.</summary>
[DependsOn(
    typeof(AbpDataModule), typeof(AbpTimingModule), typeof(AbpSecurityModule), typeof(AbpThreadingModule), typeof(AbpMultiTenancyModule), typeof(AbpAuditingContractsModule))]
public class AbpAuditingModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) => context.Services.OnRegistered(registered =>
    {
        var type = registered.ImplementationType;
        if (DynamicProxyIgnoreTypes.Contains(type)) return;
        if (AuditingHelper.ShouldAudit(type) == true || type.GetMethods().Any(m => m.IsDefined(typeof(AuditedAttribute), true)))
            registered.Interceptors.TryAdd<AuditingInterceptor>();
    });

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var name = context.Services.GetSingletonInstance<IApplicationInfoAccessor>().ApplicationName;
        Configure<AbpAuditingOptions>(options => options.ApplicationName ??= name);
    }
}
