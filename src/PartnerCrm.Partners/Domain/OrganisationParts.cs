using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Partners;

/// <summary>A mail domain that is an organisation's own.</summary>
public class OrganisationDomain : Entity<Guid>, IMultiTenant
{
    public const int MaxNameLength = 253;

    internal OrganisationDomain(Guid id, Guid organisationId, string name)
        : base(id)
    {
        OrganisationId = organisationId;
        Name = name;
    }

    private OrganisationDomain()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string Name { get; private set; } = "";

    public static string Sound(string text)
    {
        var name = text.Trim().TrimStart('@');
        return EmailAddress.TryParse($"a@{name}", out var address)
            ? address.Domain
            : throw new BusinessException(PartnersErrors.DomainUnreadable).WithData("Domain", text);
    }
}

/// <summary>Who holds an organisation for one purpose: placements, research …</summary>
public class OrganisationOwner : Entity<Guid>, IMultiTenant
{
    public const int MaxPurposeLength = 64;

    internal OrganisationOwner(Guid id, Guid organisationId, string purpose, Guid userId)
        : base(id)
    {
        OrganisationId = organisationId;
        Purpose = purpose;
        UserId = userId;
    }

    private OrganisationOwner()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string Purpose { get; private set; } = "";
    public Guid UserId { get; private set; }
}
