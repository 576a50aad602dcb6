using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Volo.Abp.Auditing;

internal sealed class AuditPropertySetter(ICurrentUser currentUser, IClock clock) : IAuditPropertySetter, ITransientDependency
{
    public void SetCreationProperties(object targetObject)
    {
        if (targetObject is IHasCreationTime { CreationTime: var time } && time == default)
            PropertySetter.TrySet(targetObject, nameof(IHasCreationTime.CreationTime), clock.Now);
        if (UserFor(targetObject) is not { } user) return;
        if (targetObject is IMayHaveCreator creator && (creator.CreatorId == null || creator.CreatorId == Guid.Empty))
            PropertySetter.TrySet(targetObject, nameof(IMayHaveCreator.CreatorId), user);
        else if (targetObject is IMustHaveCreator required && required.CreatorId == Guid.Empty)
            PropertySetter.TrySet(targetObject, nameof(IMustHaveCreator.CreatorId), user);
    }

    public void SetModificationProperties(object targetObject)
    {
        if (targetObject is IHasModificationTime) PropertySetter.TrySet(targetObject, nameof(IHasModificationTime.LastModificationTime), clock.Now);
        if (targetObject is IModificationAuditedObject)
            PropertySetter.TrySet(targetObject, nameof(IModificationAuditedObject.LastModifierId), UserFor(targetObject));
    }

    public void SetDeletionProperties(object targetObject)
    {
        if (targetObject is IHasDeletionTime { DeletionTime: null }) PropertySetter.TrySet(targetObject, nameof(IHasDeletionTime.DeletionTime), clock.Now);
        if (targetObject is IDeletionAuditedObject { DeleterId: null })
            PropertySetter.TrySet(targetObject, nameof(IDeletionAuditedObject.DeleterId), UserFor(targetObject));
    }

    public void IncrementEntityVersionProperty(object targetObject)
    {
        if (targetObject is IHasEntityVersion versioned)
            PropertySetter.TrySet(targetObject, nameof(IHasEntityVersion.EntityVersion), versioned.EntityVersion + 1);
    }

    // A host user's id means nothing in a tenant's data.
    private Guid? UserFor(object target) =>
        target is IMultiTenant multiTenant && multiTenant.TenantId != currentUser.TenantId ? null : currentUser.Id;
}
