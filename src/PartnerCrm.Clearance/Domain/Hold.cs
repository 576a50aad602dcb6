using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>Nothing goes to this person, organisation or anyone, until a date, for a reason.</summary>
public class Hold : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int ReasonLength = 500;

    public Guid? TenantId { get; private set; }
    public HoldScope Scope { get; private set; }
    public Guid? TargetId { get; private set; }
    public string Reason { get; private set; } = null!;
    public DateTime? Until { get; private set; }
    public DateTime? LiftedAt { get; private set; }
    public DateTime? LeaseUntil { get; private set; }

    private Hold()
    {
    }

    public Hold(Guid id, Guid? tenantId, HoldScope scope, Guid? targetId, string reason, DateTime? until, DateTime now)
        : base(id)
    {
        if (scope != HoldScope.Everything && targetId == null) throw new BusinessException(ClearanceErrors.HoldNeedsTarget);
        if (until <= now) throw new BusinessException(ClearanceErrors.HoldEndsInThePast);
        TenantId = tenantId;
        Scope = scope;
        TargetId = scope == HoldScope.Everything ? null : targetId;
        Reason = Check.NotNullOrWhiteSpace(reason, nameof(reason), ReasonLength);
        Until = until;
        AddLocalEvent(new HoldPlaced(Id, Scope, TargetId, Reason, Until, now));
    }

    /// <summary>Whom it keeps turned out to be this contact.</summary>
    public void GoOnWith(Guid contactId, DateTime at)
    {
        TargetId = contactId;
        Repeat(at);
    }

    /// <summary>Said again while it stands, for somebody who came under it by other ways than its being placed.</summary>
    public void Repeat(DateTime at)
    {
        if (LiftedAt == null && (Until == null || Until > at)) AddLocalEvent(new HoldPlaced(Id, Scope, TargetId, Reason, Until, at));
    }

    public void Lift(DateTime at)
    {
        if (LiftedAt != null) throw new BusinessException(ClearanceErrors.HoldIsLifted);
        LiftedAt = at;
        AddLocalEvent(new HoldLifted(Id, Scope, TargetId, at));
    }
}
