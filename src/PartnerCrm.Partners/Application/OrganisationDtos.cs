using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartnerCrm.Contracts;

namespace PartnerCrm.Partners;

/// <summary>A line of the organisation list.</summary>
public record OrganisationRow(Guid Id, string Name, string? Country, SubscriberType SubscriberType, Guid? LeadOwnerId, DateTime CreationTime)
{
    public static readonly Expression<Func<Organisation, OrganisationRow>> FromOrganisation =
        o => new OrganisationRow(o.Id, o.Name, o.Country, o.SubscriberType, o.LeadOwnerId, o.CreationTime);
}

/// <summary>Everything about one organisation. ConcurrencyStamp goes back with an update.</summary>
public record OrganisationDto(
    Guid Id, string Name, string? Country, SubscriberType SubscriberType, Guid? LeadOwnerId, IReadOnlyList<string> Domains,
    IReadOnlyList<OwnerDto> Owners, DateTime CreationTime, string ConcurrencyStamp)
{
    public static OrganisationDto Of(Organisation o) => new(
        o.Id, o.Name, o.Country, o.SubscriberType, o.LeadOwnerId, [.. o.Domains.Select(d => d.Name).Order(StringComparer.Ordinal)],
        OwnersOf(o), o.CreationTime, o.ConcurrencyStamp);

    public static IReadOnlyList<OwnerDto> OwnersOf(Organisation o) =>
        [.. o.Owners.OrderBy(w => w.Purpose, StringComparer.Ordinal).Select(w => new OwnerDto(w.Purpose, w.UserId))];
}

/// <summary>Who holds an organisation for a purpose; a null purpose is the lead owner.</summary>
public record OwnerDto(string? Purpose, Guid UserId);

/// <summary>An unknown subscriber type is read from the legal form in the name, where it has one.</summary>
public class OrganisationInput
{
    [Required]
    [StringLength(Organisation.MaxNameLength)]
    public string Name { get; set; } = "";

    /// <summary>ISO 3166 alpha-2.</summary>
    [RegularExpression("^[A-Za-z]{2}$")]
    public string? Country { get; set; }

    public SubscriberType SubscriberType { get; set; }
    public Guid? LeadOwnerId { get; set; }

    /// <summary>The organisation's own mail domains.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string> Domains { get; set; } = [];

    [MaxLength(50)]
    public IReadOnlyList<OwnerInput> Owners { get; set; } = [];

    [StringLength(40)]
    public string? ConcurrencyStamp { get; set; }
}

public class OwnerInput
{
    [Required]
    [StringLength(OrganisationOwner.MaxPurposeLength)]
    public string Purpose { get; set; } = "";

    public Guid UserId { get; set; }
}
