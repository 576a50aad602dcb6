using PartnerCrm.Contracts;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>Who deals with an organisation. Its id is the organisation's. The claim is taken under the row's lock (see Data/OrganisationClaims).</summary>
public class OrganisationStanding : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int NameLength = 256;

    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = null!;
    public SubscriberType SubscriberType { get; private set; }
    public Guid? LeadOwnerId { get; private set; }
    public Guid? ClaimedBy { get; private set; }
    public DateTime? ClaimedUntil { get; private set; }

    private OrganisationStanding()
    {
    }

    public OrganisationStanding(OrganisationCard organisation, Guid? tenantId)
        : base(organisation.Id)
    {
        TenantId = tenantId;
        Follow(organisation);
    }

    public void Follow(OrganisationCard organisation)
    {
        Name = organisation.Name.Length > NameLength ? organisation.Name[..NameLength] : organisation.Name;
        SubscriberType = organisation.SubscriberType;
        LeadOwnerId = organisation.LeadOwnerId;
    }
}
