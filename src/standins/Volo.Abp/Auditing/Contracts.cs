namespace Volo.Abp.Auditing;

public interface IHasCreationTime
{
    DateTime CreationTime { get; }
}

public interface IMayHaveCreator
{
    Guid? CreatorId { get; }
}

public interface IMustHaveCreator
{
    Guid CreatorId { get; }
}

public interface ICreationAuditedObject : IHasCreationTime, IMayHaveCreator;

public interface IHasModificationTime
{
    DateTime? LastModificationTime { get; }
}

public interface IModificationAuditedObject : IHasModificationTime
{
    Guid? LastModifierId { get; }
}

public interface IAuditedObject : ICreationAuditedObject, IModificationAuditedObject;

public interface IHasDeletionTime : ISoftDelete
{
    DateTime? DeletionTime { get; }
}

public interface IDeletionAuditedObject : IHasDeletionTime
{
    Guid? DeleterId { get; }
}

public interface IFullAuditedObject : IAuditedObject, IDeletionAuditedObject;

/// <summary>Counts its changes.</summary>
public interface IHasEntityVersion
{
    int EntityVersion { get; }
}

/// <summary>Methods of the class are written to the audit log.</summary>
public interface IAuditingEnabled;

/// <summary>Written to the audit log.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public class AuditedAttribute : Attribute;

/// <summary>Kept out of the audit log.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public class DisableAuditingAttribute : Attribute;

public enum EntityChangeType : byte
{
    Created,
    Updated,
    Deleted
}

/// <summary>Fills in who did what when, as an entity is saved.</summary>
public interface IAuditPropertySetter
{
    void SetCreationProperties(object targetObject);
    void SetModificationProperties(object targetObject);
    void SetDeletionProperties(object targetObject);
    void IncrementEntityVersionProperty(object targetObject);
}
