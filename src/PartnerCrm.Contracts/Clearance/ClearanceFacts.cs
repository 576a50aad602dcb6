namespace PartnerCrm.Contracts;

/// <summary>This person may no longer be contacted. Every escalation with them stops at once.</summary>
public record ContactSuppressed(Guid ContactId, string Reason, DateTime At);

public enum HoldScope
{
    Contact, Organisation, Everything,
}

/// <summary>Nothing goes out to this target until the hold ends. TargetId is null for Everything.</summary>
public record HoldPlaced(Guid HoldId, HoldScope Scope, Guid? TargetId, string Reason, DateTime? Until, DateTime At);

public record HoldLifted(Guid HoldId, HoldScope Scope, Guid? TargetId, DateTime At);

/// <summary>An asker wants the owner's word before contacting somebody at the owner's organisation.</summary>
public record OwnerAsked(Guid RequestId, Guid ContactId, Guid OrganisationId, Guid AskedBy, Guid OwnerId, DateTime At);

/// <summary>The owner of an organisation answered a colleague's request.</summary>
public record OwnerAnswered(Guid RequestId, Guid ContactId, Guid OrganisationId, Guid AskedBy, Guid OwnerId, bool IsAllowed, string? Note, DateTime At);
