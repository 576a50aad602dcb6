namespace PartnerCrm.Contracts;

/// <summary>They asked not to be contacted. Every escalation with them stops at once.</summary>
public record ContactSuppressed(Guid ContactId, string Reason, DateTime At);

public enum HoldScope
{
    Contact, Organisation, Everything,
}

/// <summary>Nothing goes out to this target until the hold ends. TargetId is null for Everything.</summary>
public record HoldPlaced(Guid HoldId, HoldScope Scope, Guid? TargetId, string Reason, DateTime? Until, DateTime At);

public record HoldLifted(Guid HoldId, HoldScope Scope, Guid? TargetId, DateTime At);

/// <summary>An asker wants the owner's word before contacting somebody at the owner's organisation. Said again when another colleague has the say by now.</summary>
public record OwnerAsked(Guid RequestId, Guid ContactId, Guid OrganisationId, Guid AskedBy, Guid OwnerId, DateTime At);

/// <summary>Nobody waits for the owner's word any more.</summary>
public record OwnerNoLongerAsked(Guid RequestId, DateTime At);

/// <summary>The owner of an organisation answered a colleague's request.</summary>
public record OwnerAnswered(Guid RequestId, Guid ContactId, Guid OrganisationId, Guid AskedBy, Guid OwnerId, bool IsAllowed, string? Note, DateTime At);
