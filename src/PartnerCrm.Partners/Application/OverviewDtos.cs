using System.ComponentModel.DataAnnotations;
using PartnerCrm.Contracts;

namespace PartnerCrm.Partners;

/// <summary>Who of us knows them: from touches, and from how we met. LastAt is null where only the origin tells.</summary>
public record KnownByDto(Guid UserId, string? Name, int Touches, DateTime? LastAt);

/// <summary>May I? in words, for one channel.</summary>
public record MayIDto(Channel Channel, Verdict Verdict, string Sentence, Guid? OwnerId, DateTime? NotBefore);

/// <summary>A contact's page. Relationship is null where nobody has begun one. Names are those of the users in it.</summary>
public record ContactOverviewDto(
    ContactDto Contact, RelationshipOverview? Relationship, IReadOnlyList<KnownByDto> KnownBy, IReadOnlyList<MayIDto> MayI, IReadOnlyList<ContactMergeDto> Merged,
    IReadOnlyDictionary<Guid, string> Names);

/// <summary>An organisation's page. People are the first 50 by name; Relationships the 50 touched last.</summary>
public record OrganisationOverviewDto(
    OrganisationDto Organisation, long PeopleCount, IReadOnlyList<ContactRow> People, IReadOnlyList<RelationshipOverview> Relationships,
    IReadOnlyDictionary<Guid, string> Names);

public enum ContactBulkAction
{
    SetCountry, SetLanguage, Delete,
}

/// <summary>Value is the country (ISO 3166 alpha-2) or language (BCP 47).</summary>
public record ContactBulkInput(
    [Required, MinLength(1), MaxLength(200)] IReadOnlyList<Guid> Ids, ContactBulkAction Action,
    [StringLength(Contact.MaxLanguageLength), RegularExpression(Contact.LanguagePattern)] string? Value);

public enum OrganisationBulkAction
{
    SetLead, SetCountry, Delete,
}

/// <summary>SetLead takes LeadOwnerId, and without one nobody leads any more; SetCountry takes Country.</summary>
public record OrganisationBulkInput(
    [Required, MinLength(1), MaxLength(200)] IReadOnlyList<Guid> Ids, OrganisationBulkAction Action,
    Guid? LeadOwnerId, [RegularExpression("^[A-Za-z]{2}$")] string? Country);

/// <summary>Two contacts that may be one person, and why.</summary>
public record MergeSuggestionDto(ContactRow First, ContactRow Second, MatchCertainty Certainty, string Reason);
