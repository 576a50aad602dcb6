namespace PartnerCrm.Contracts;

/// <summary>How we met: channel, event or profile, when, through whom of us, and in which campaign.</summary>
public record OriginFact(Channel Channel, string? Where, DateTime? When, Guid? ThroughUserId, string? Campaign);

/// <summary>A contact came to be in Partners, by hand, by API or from an import. Source says where the details came from, for the lawful basis.</summary>
public record ContactAdded(ContactCard Contact, OriginFact Origin, string Source, DateTime At);

/// <summary>Something another module copies has changed: name, address, organisation, country …</summary>
public record ContactChanged(ContactCard Contact, DateTime At);

public record ContactDeleted(Guid ContactId, DateTime At);

/// <summary>An organisation came to be, or something another module copies has changed.</summary>
public record OrganisationChanged(OrganisationCard Organisation, DateTime At);

/// <summary>A picked candidate is now a contact, new or known before. Engagement makes the relationship and queues its escalation.</summary>
public record PickedContact(Guid CandidateId, ContactCard Contact, bool WasKnown, IReadOnlyList<OriginFact> Origins);

/// <summary>Published by Partners in answer to <see cref="CandidatesPicked"/>: one fact for the whole batch.</summary>
public record ContactsPicked(IReadOnlyList<PickedContact> Contacts, Guid OwnerId, Guid PlaybookId, DateTime At);
