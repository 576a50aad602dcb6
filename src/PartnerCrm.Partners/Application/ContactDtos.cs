using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartnerCrm.Contracts;

namespace PartnerCrm.Partners;

/// <summary>A line of the contact list. Stage, OwnerId and LastTouchedAt are the relationship's; null where nobody has begun one.</summary>
public record ContactRow(
    Guid Id, string FirstName, string LastName, string? Email, string? Position, Guid? OrganisationId, string? OrganisationName, string? Country, DateTime CreationTime,
    string? Stage, Guid? OwnerId, DateTime? LastTouchedAt)
{
    public static readonly Expression<Func<Contact, ContactRow>> FromContact =
        c => new ContactRow(
            c.Id, c.FirstName, c.LastName, c.Email, c.Position, c.OrganisationId, c.OrganisationName, c.Country, c.CreationTime, c.Stage, c.OwnerId, c.LastTouchedAt);
}

/// <summary>Everything about one contact. ConcurrencyStamp goes back with an update.</summary>
public record ContactDto(
    Guid Id, string FirstName, string LastName, string? Email, string? Phone, string? Country, string? Language, string? TimeZone, string? Position,
    Guid? OrganisationId, string? OrganisationName, IReadOnlyList<ProfileDto> Profiles, IReadOnlyList<OriginDto> Origins,
    IReadOnlyList<AffiliationDto> Affiliations, DateTime CreationTime, string ConcurrencyStamp)
{
    public static ContactDto Of(Contact c, IReadOnlyDictionary<Guid, string> organisationNames) => new(
        c.Id, c.FirstName, c.LastName, c.Email, c.Phone, c.Country, c.Language, c.TimeZone, c.Position, c.OrganisationId, c.OrganisationName,
        [.. c.Profiles.OrderBy(p => p.Channel).ThenBy(p => p.Slug, StringComparer.Ordinal).Select(p => new ProfileDto(p.Channel, p.Slug, p.Url))],
        [.. c.Origins.OrderBy(o => o.When).Select(o => new OriginDto(o.Channel, o.Where, o.When, o.ThroughUserId, o.Campaign, o.Source))],
        [.. c.Affiliations.OrderByDescending(a => a.Since)
            .Select(a => new AffiliationDto(a.OrganisationId, organisationNames.GetValueOrDefault(a.OrganisationId), a.Position, a.Since, a.Until))],
        c.CreationTime, c.ConcurrencyStamp);
}

public record ProfileDto(Channel Channel, string Slug, string Url);

public record OriginDto(Channel Channel, string? Where, DateTime? When, Guid? ThroughUserId, string? Campaign, string Source);

public record AffiliationDto(Guid OrganisationId, string? OrganisationName, string? Position, DateTime Since, DateTime? Until);

/// <summary>What a person may change about a contact. OrganisationName finds the organisation by name or makes it, when OrganisationId isn't given.</summary>
public class UpdateContactInput
{
    [StringLength(Contact.MaxNameLength)]
    public string FirstName { get; set; } = "";

    [StringLength(Contact.MaxNameLength)]
    public string LastName { get; set; } = "";

    [StringLength(EmailAddress.MaxLength)]
    public string? Email { get; set; }

    [StringLength(Contact.MaxPhoneLength)]
    public string? Phone { get; set; }

    /// <summary>ISO 3166 alpha-2.</summary>
    [RegularExpression("^[A-Za-z]{2}$")]
    public string? Country { get; set; }

    /// <summary>BCP 47.</summary>
    [StringLength(Contact.MaxLanguageLength), RegularExpression(Contact.LanguagePattern)]
    public string? Language { get; set; }

    /// <summary>IANA.</summary>
    [StringLength(Contact.MaxTimeZoneLength)]
    public string? TimeZone { get; set; }

    [StringLength(Contact.MaxPositionLength)]
    public string? Position { get; set; }

    public Guid? OrganisationId { get; set; }

    [StringLength(Organisation.MaxNameLength)]
    public string? OrganisationName { get; set; }

    /// <summary>The address of their LinkedIn page, in any of its forms.</summary>
    [StringLength(SocialProfile.MaxUrlLength)]
    public string? ProfileUrl { get; set; }

    [StringLength(40)]
    public string? ConcurrencyStamp { get; set; }
}

/// <summary>Somebody new, with how we met. Without an origin: entered by hand, today, through whoever enters it.</summary>
public class CreateContactInput : UpdateContactInput
{
    public Channel OriginChannel { get; set; } = Channel.Internal;

    [StringLength(Origin.MaxWhereLength)]
    public string? OriginWhere { get; set; }

    public DateTime? OriginWhen { get; set; }

    [StringLength(Origin.MaxCampaignLength)]
    public string? Campaign { get; set; }

    /// <summary>Where the details come from, for the lawful basis.</summary>
    [StringLength(Origin.MaxSourceLength)]
    public string? Source { get; set; }
}
