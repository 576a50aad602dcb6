using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

/// <summary>
/// One owner's queue of escalations that want to start. Looked at when one is queued, one ends, or room is made by time; whoever looks holds
/// this row, so that two can't give away the same room.
/// </summary>
public class StartQueue : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }

    /// <summary>Whose queue. An owner belongs to one tenant, and so does the queue: unique.</summary>
    public Guid OwnerId { get; private set; }

    public DateTime? LookAt { get; private set; }
    public DateTime? LeaseUntil { get; private set; }

    private StartQueue()
    {
    }

    public StartQueue(Guid id, Guid? tenantId, Guid ownerId, DateTime lookAt) : base(id)
    {
        TenantId = tenantId;
        OwnerId = ownerId;
        LookAt = lookAt;
    }
}
