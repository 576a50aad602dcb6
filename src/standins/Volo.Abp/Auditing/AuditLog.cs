using Volo.Abp.Data;

namespace Volo.Abp.Auditing;

/// <summary>What one request did.</summary>
public class AuditLogInfo : IHasExtraProperties
{
    public string? ApplicationName { get; set; }
    public Guid? UserId { get; set; }
    public string? UserName { get; set; }
    public Guid? TenantId { get; set; }
    public string? TenantName { get; set; }
    public Guid? ImpersonatorUserId { get; set; }
    public Guid? ImpersonatorTenantId { get; set; }
    public string? ImpersonatorUserName { get; set; }
    public string? ImpersonatorTenantName { get; set; }
    public DateTime ExecutionTime { get; set; }

    /// <summary>Milliseconds.</summary>
    public int ExecutionDuration { get; set; }
    public string? ClientId { get; set; }
    public string? CorrelationId { get; set; }
    public string? ClientIpAddress { get; set; }
    public string? ClientName { get; set; }
    public string? BrowserInfo { get; set; }
    public string? HttpMethod { get; set; }
    public int? HttpStatusCode { get; set; }
    public string? Url { get; set; }
    public List<AuditLogActionInfo> Actions { get; set; } = [];
    public List<Exception> Exceptions { get; } = [];
    public ExtraPropertyDictionary ExtraProperties { get; } = [];
    public List<EntityChangeInfo> EntityChanges { get; } = [];
    public List<string> Comments { get; set; } = [];

    public override string ToString() =>
        $"AUDIT LOG: [{HttpStatusCode?.ToString() ?? "---"}: {(HttpMethod ?? "-------"),-7}] {Url}; user {UserName} ({UserId}), tenant {TenantId}, "
        + $"{ExecutionDuration} ms, {Actions.Count} actions, {EntityChanges.Count} entity changes, {Exceptions.Count} exceptions";
}

/// <summary>A method that the request called.</summary>
public class AuditLogActionInfo : IHasExtraProperties
{
    public string ServiceName { get; set; } = default!;
    public string MethodName { get; set; } = default!;

    /// <summary>JSON.</summary>
    public string Parameters { get; set; } = default!;
    public DateTime ExecutionTime { get; set; }

    /// <summary>Milliseconds.</summary>
    public int ExecutionDuration { get; set; }
    public ExtraPropertyDictionary ExtraProperties { get; } = [];
}

/// <summary>An entity that the request changed.</summary>
public class EntityChangeInfo : IHasExtraProperties
{
    public DateTime ChangeTime { get; set; }
    public EntityChangeType ChangeType { get; set; }

    /// <summary>The tenant of the entity, which may differ from the caller's.</summary>
    public Guid? EntityTenantId { get; set; }
    public string? EntityId { get; set; }
    public string? EntityTypeFullName { get; set; }
    public List<EntityPropertyChangeInfo> PropertyChanges { get; set; } = [];
    public ExtraPropertyDictionary ExtraProperties { get; } = [];
    public virtual object EntityEntry { get; set; } = default!;

    /// <summary>Takes in a later change of the same entity: the first old value and the last new one stay.</summary>
    public virtual void Merge(EntityChangeInfo changeInfo)
    {
        foreach (var change in changeInfo.PropertyChanges)
        {
            if (PropertyChanges.FirstOrDefault(p => p.PropertyName == change.PropertyName) is { } known) known.NewValue = change.NewValue;
            else PropertyChanges.Add(change);
        }

        foreach (var (key, value) in changeInfo.ExtraProperties) ExtraProperties[key] = value;
    }
}

/// <summary>A property that changed; values are JSON.</summary>
public class EntityPropertyChangeInfo
{
    public static int MaxPropertyNameLength = 96;
    public static int MaxValueLength = 512;
    public static int MaxPropertyTypeFullNameLength = 192;

    public virtual string? NewValue { get; set; }
    public virtual string? OriginalValue { get; set; }
    public virtual string PropertyName { get; set; } = default!;
    public virtual string PropertyTypeFullName { get; set; } = default!;
}

/// <summary>The audit log that is being written.</summary>
public interface IAuditLogScope
{
    AuditLogInfo Log { get; }
}

/// <summary>Saves the audit log when its time has come.</summary>
public interface IAuditLogSaveHandle : IDisposable
{
    Task SaveAsync();
}

/// <summary>Begins audit logs.</summary>
public interface IAuditingManager
{
    IAuditLogScope? Current { get; }
    IAuditLogSaveHandle BeginScope();
}

/// <summary>Keeps audit logs.</summary>
public interface IAuditingStore
{
    Task SaveAsync(AuditLogInfo auditInfo);
}

/// <summary>Fills in audit logs.</summary>
public interface IAuditingHelper
{
    bool ShouldSaveAudit(System.Reflection.MethodInfo? methodInfo, bool defaultValue = false, bool ignoreIntegrationServiceAttribute = false);
    bool IsEntityHistoryEnabled(Type entityType, bool defaultValue = false);
    AuditLogInfo CreateAuditLogInfo();
    AuditLogActionInfo CreateAuditLogAction(AuditLogInfo auditLog, Type? type, System.Reflection.MethodInfo method, object?[] arguments);
    AuditLogActionInfo CreateAuditLogAction(AuditLogInfo auditLog, Type? type, System.Reflection.MethodInfo method, IDictionary<string, object?> arguments);
}

/// <summary>Entities whose changes are kept.</summary>
public interface IEntityHistorySelectorList : IList<NamedTypeSelector>
{
    bool RemoveByName(string name);
}

internal sealed class EntityHistorySelectorList : List<NamedTypeSelector>, IEntityHistorySelectorList
{
    public bool RemoveByName(string name) => RemoveAll(s => s.Name == name) > 0;
}

public static class EntityHistorySelectorListExtensions
{
    public const string AllEntitiesSelectorName = "Volo.Abp.Entities.All";

    public static void AddAllEntities(this IEntityHistorySelectorList selectors)
    {
        if (selectors.All(s => s.Name != AllEntitiesSelectorName))
            selectors.Add(new NamedTypeSelector(AllEntitiesSelectorName, t => typeof(Domain.Entities.IEntity).IsAssignableFrom(t)));
    }
}

/// <summary>What is audited.</summary>
public class AbpAuditingOptions
{
    /// <summary>An audit log that can't be saved doesn't fail the request.</summary>
    public bool HideErrors { get; set; } = true;
    public bool IsEnabled { get; set; } = true;
    public string? ApplicationName { get; set; }
    public bool IsEnabledForAnonymousUsers { get; set; } = true;
    public bool AlwaysLogOnException { get; set; } = true;
    public bool IsEnabledForGetRequests { get; set; }
    public bool DisableLogActionInfo { get; set; }

    /// <summary>Types whose values are not written as parameters.</summary>
    public List<Type> IgnoredTypes { get; } = [typeof(Stream), typeof(System.Linq.Expressions.Expression), typeof(CancellationToken), typeof(Content.IRemoteStreamContent)];
    public IEntityHistorySelectorList EntityHistorySelectors { get; } = new EntityHistorySelectorList();
}
