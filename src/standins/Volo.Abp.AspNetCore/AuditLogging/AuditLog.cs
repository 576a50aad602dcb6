using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AuditLogging;

/// <summary>What a request or background task did.</summary>
[DisableAuditing]
public class AuditLog : AggregateRoot<Guid>, IMultiTenant
{
    protected AuditLog() { }

    internal AuditLog(AuditLogInfo info, IGuidGenerator guids, string? exceptions)
        : base(guids.Create())
    {
        ApplicationName = info.ApplicationName.Truncate(96);
        TenantId = info.TenantId;
        TenantName = info.TenantName.Truncate(64);
        UserId = info.UserId;
        UserName = info.UserName.Truncate(256);
        ExecutionTime = info.ExecutionTime;
        ExecutionDuration = info.ExecutionDuration;
        ClientIpAddress = info.ClientIpAddress.Truncate(64);
        ClientName = info.ClientName.Truncate(128);
        ClientId = info.ClientId.Truncate(64);
        CorrelationId = info.CorrelationId.Truncate(64);
        BrowserInfo = info.BrowserInfo.Truncate(512);
        HttpMethod = info.HttpMethod.Truncate(16);
        Url = info.Url.Truncate(256);
        HttpStatusCode = info.HttpStatusCode;
        ImpersonatorUserId = info.ImpersonatorUserId;
        ImpersonatorUserName = info.ImpersonatorUserName.Truncate(256);
        ImpersonatorTenantId = info.ImpersonatorTenantId;
        ImpersonatorTenantName = info.ImpersonatorTenantName.Truncate(64);
        Comments = string.Join(Environment.NewLine, info.Comments).Truncate(256);
        Exceptions = exceptions;
        foreach (var (key, value) in info.ExtraProperties) ExtraProperties[key] = value;

        Actions = [.. info.Actions.Select(action => new AuditLogAction(guids.Create(), Id, action, TenantId))];
        EntityChanges = [.. info.EntityChanges.Select(change => new EntityChange(guids, Id, change, TenantId))];
    }

    public virtual string? ApplicationName { get; set; }
    public virtual Guid? UserId { get; protected set; }
    public virtual string? UserName { get; protected set; }
    public virtual Guid? TenantId { get; protected set; }
    public virtual string? TenantName { get; protected set; }
    public virtual Guid? ImpersonatorUserId { get; protected set; }
    public virtual string? ImpersonatorUserName { get; protected set; }
    public virtual Guid? ImpersonatorTenantId { get; protected set; }
    public virtual string? ImpersonatorTenantName { get; protected set; }
    public virtual DateTime ExecutionTime { get; protected set; }
    public virtual int ExecutionDuration { get; protected set; }
    public virtual string? ClientIpAddress { get; protected set; }
    public virtual string? ClientName { get; protected set; }
    public virtual string? ClientId { get; set; }
    public virtual string? CorrelationId { get; set; }
    public virtual string? BrowserInfo { get; protected set; }
    public virtual string? HttpMethod { get; protected set; }
    public virtual string? Url { get; protected set; }
    public virtual string? Exceptions { get; protected set; }
    public virtual string? Comments { get; protected set; }
    public virtual int? HttpStatusCode { get; set; }
    public virtual ICollection<AuditLogAction> Actions { get; protected set; } = [];
    public virtual ICollection<EntityChange> EntityChanges { get; protected set; } = [];
}

/// <summary>A call of a service or controller.</summary>
[DisableAuditing]
public class AuditLogAction : Entity<Guid>, IMultiTenant, IHasExtraProperties
{
    public AuditLogAction(Guid id, Guid auditLogId, AuditLogActionInfo actionInfo, Guid? tenantId = null)
        : base(id)
    {
        TenantId = tenantId;
        AuditLogId = auditLogId;
        ServiceName = actionInfo.ServiceName.Truncate(256);
        MethodName = actionInfo.MethodName.Truncate(128);
        Parameters = actionInfo.Parameters.Truncate(2000);
        ExecutionTime = actionInfo.ExecutionTime;
        ExecutionDuration = actionInfo.ExecutionDuration;
        ExtraProperties = new ExtraPropertyDictionary(actionInfo.ExtraProperties);
    }

    protected AuditLogAction() { }

    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid AuditLogId { get; protected set; }
    public virtual string? ServiceName { get; protected set; }
    public virtual string? MethodName { get; protected set; }
    public virtual string? Parameters { get; protected set; }
    public virtual DateTime ExecutionTime { get; protected set; }
    public virtual int ExecutionDuration { get; protected set; }
    public virtual ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];
}

/// <summary>An entity was created, changed or deleted.</summary>
[DisableAuditing]
public class EntityChange : Entity<Guid>, IMultiTenant, IHasExtraProperties
{
    public EntityChange(IGuidGenerator guidGenerator, Guid auditLogId, EntityChangeInfo entityChangeInfo, Guid? tenantId = null)
        : base(guidGenerator.Create())
    {
        AuditLogId = auditLogId;
        TenantId = tenantId;
        ChangeTime = entityChangeInfo.ChangeTime;
        ChangeType = entityChangeInfo.ChangeType;
        EntityId = entityChangeInfo.EntityId.Truncate(128);
        EntityTypeFullName = End(entityChangeInfo.EntityTypeFullName, 128);
        EntityTenantId = entityChangeInfo.EntityTenantId;
        PropertyChanges = [.. (entityChangeInfo.PropertyChanges ?? []).Select(p => new EntityPropertyChange(guidGenerator, Id, p, tenantId))];
        ExtraProperties = new ExtraPropertyDictionary(entityChangeInfo.ExtraProperties);
    }

    protected EntityChange() { }

    public virtual Guid AuditLogId { get; protected set; }
    public virtual Guid? TenantId { get; protected set; }
    public virtual DateTime ChangeTime { get; protected set; }
    public virtual EntityChangeType ChangeType { get; protected set; }
    public virtual Guid? EntityTenantId { get; protected set; }
    public virtual string? EntityId { get; protected set; }
    public virtual string? EntityTypeFullName { get; protected set; }
    public virtual ICollection<EntityPropertyChange> PropertyChanges { get; protected set; } = [];
    public virtual ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    // The end of a type's name says more than its beginning.
    internal static string? End(string? name, int length) => name?.Length > length ? name[^length..] : name;
}

/// <summary>A property was changed.</summary>
[DisableAuditing]
public class EntityPropertyChange : Entity<Guid>, IMultiTenant
{
    public EntityPropertyChange(IGuidGenerator guidGenerator, Guid entityChangeId, EntityPropertyChangeInfo entityChangeInfo, Guid? tenantId = null)
        : base(guidGenerator.Create())
    {
        TenantId = tenantId;
        EntityChangeId = entityChangeId;
        NewValue = entityChangeInfo.NewValue.Truncate(512);
        OriginalValue = entityChangeInfo.OriginalValue.Truncate(512);
        PropertyName = entityChangeInfo.PropertyName.Truncate(128);
        PropertyTypeFullName = EntityChange.End(entityChangeInfo.PropertyTypeFullName, 64);
    }

    protected EntityPropertyChange() { }

    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid EntityChangeId { get; protected set; }

    /// <summary>The value it has now, as JSON.</summary>
    public virtual string? NewValue { get; protected set; }
    public virtual string? OriginalValue { get; protected set; }
    public virtual string? PropertyName { get; protected set; }
    public virtual string? PropertyTypeFullName { get; protected set; }
}
