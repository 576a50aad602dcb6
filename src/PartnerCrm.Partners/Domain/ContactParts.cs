using PartnerCrm.Contracts;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Partners;

/// <summary>A person's role at an organisation, from when we knew until they left.</summary>
public class Affiliation : Entity<Guid>, IMultiTenant
{
    internal Affiliation(Guid id, Guid contactId, Guid organisationId, string? position, DateTime since)
        : base(id)
    {
        ContactId = contactId;
        OrganisationId = organisationId;
        Position = position;
        Since = since;
    }

    private Affiliation()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string? Position { get; private set; }
    public DateTime Since { get; private set; }
    public DateTime? Until { get; private set; }

    internal void End(DateTime at) => Until = at;

    internal Affiliation Of(Contact contact, Guid id) => new(id, contact.Id, OrganisationId, Position, Since) { Until = Until };
}

/// <summary>A person's page on a network.</summary>
public class SocialProfile : Entity<Guid>, IMultiTenant
{
    public const int MaxKeyLength = ProfileUrl.MaxSlugLength + 56;
    public const int MaxUrlLength = 3 * ProfileUrl.MaxSlugLength + 60;

    internal SocialProfile(Guid id, Contact contact, ProfileUrl profile)
        : base(id)
    {
        ContactId = contact.Id;
        Channel = profile.Channel;
        Slug = profile.Slug;
        Url = profile.Value;
        Key = KeyOf(contact.TenantId, profile);
    }

    private SocialProfile()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid ContactId { get; private set; }
    public Channel Channel { get; private set; }
    public string Slug { get; private set; } = "";
    public string Url { get; private set; } = "";

    /// <summary>Unique over all tenants, since it begins with the tenant: one page, one contact.</summary>
    public string Key { get; private set; } = "";

    internal ProfileUrl ToUrl() => ProfileUrl.TryParse(Url, out var profile) ? profile : ProfileUrl.LinkedIn(Slug);

    public static string KeyOf(Guid? tenantId, ProfileUrl profile) => $"{tenantId:N}:{profile.Channel}:{profile.Slug}";
}

/// <summary>How we met.</summary>
public class Origin : Entity<Guid>, IMultiTenant
{
    public const int MaxWhereLength = 200;
    public const int MaxCampaignLength = 100;
    public const int MaxSourceLength = 200;

    internal Origin(Guid id, Guid contactId, OriginFact fact, string source)
        : base(id)
    {
        ContactId = contactId;
        Channel = fact.Channel;
        Where = fact.Where;
        When = fact.When;
        ThroughUserId = fact.ThroughUserId;
        Campaign = fact.Campaign;
        Source = source;
    }

    private Origin()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid ContactId { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>The event's name, or the address of the profile.</summary>
    public string? Where { get; private set; }
    public DateTime? When { get; private set; }
    public Guid? ThroughUserId { get; private set; }
    public string? Campaign { get; private set; }

    /// <summary>Where the details came from, for the lawful basis.</summary>
    public string Source { get; private set; } = "";

    internal OriginFact ToFact() => new(Channel, Where, When, ThroughUserId, Campaign);

    // The time of day is left out: two reports of one event round it differently.
    internal bool IsSame(OriginFact fact) => Channel == fact.Channel && Where == fact.Where && When?.Date == fact.When?.Date;
}
