namespace PartnerCrm.Contracts;

/// <summary>What other modules may know of a contact. Country is ISO 3166 alpha-2, language BCP 47, time zone IANA; null is unknown.
/// ProfileSlug is the LinkedIn profile's.</summary>
public record ContactCard(
    Guid Id,
    string FirstName,
    string LastName,
    string? Email,
    string? Phone,
    string? Position,
    Guid? OrganisationId,
    string? OrganisationName,
    string? Country,
    string? Language,
    string? TimeZone,
    string? ProfileSlug = null)
{
    public string DisplayName => $"{FirstName} {LastName}".Trim();
}

/// <summary>How electronic-mail law sees an organisation. Unknown is treated as Individual.</summary>
public enum SubscriberType
{
    Unknown, Corporate, Individual,
}

/// <summary>What other modules may know of an organisation.</summary>
public record OrganisationCard(Guid Id, string Name, string? Country, SubscriberType SubscriberType, Guid? LeadOwnerId);

/// <summary>Answered by Partners, in one round trip however many ids; ids that don't exist (here, for this tenant) are absent from the answer.</summary>
public interface IContactLookup
{
    Task<IReadOnlyDictionary<Guid, ContactCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);

    /// <summary>Contacts by e-mail address (compared without case), keyed by the lower-cased address.</summary>
    Task<IReadOnlyDictionary<string, ContactCard>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default);
}

/// <summary>How did we meet? Answered by Partners.</summary>
public interface IContactOrigins
{
    /// <summary>Every origin of each contact, the one we have known longest first; contacts without one are absent.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<OriginFact>>> GetAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);
}

/// <summary>Answered by Partners.</summary>
public interface IOrganisationLookup
{
    Task<IReadOnlyDictionary<Guid, OrganisationCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);
}
