using PartnerCrm.Contracts;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>Somebody here touched somebody there: what caps and colleagues' activity are counted from.</summary>
public class Touch : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public Guid UserId { get; private set; }
    public Channel Channel { get; private set; }
    public bool IsCold { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>The mail's, where it was one: counted once, however often it is tried.</summary>
    public string? EffectKey { get; private set; }

    private Touch()
    {
    }

    public Touch(Guid id, Guid? tenantId, Guid contactId, Guid? organisationId, Guid userId, Channel channel, bool isCold, DateTime at, string? effectKey = null)
        : base(id)
    {
        TenantId = tenantId;
        ContactId = contactId;
        OrganisationId = organisationId;
        UserId = userId;
        Channel = channel;
        IsCold = isCold;
        At = at;
        EffectKey = effectKey;
    }
}
