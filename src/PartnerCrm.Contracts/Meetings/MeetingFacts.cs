namespace PartnerCrm.Contracts;

/// <summary>A module wants three times offered to a contact. One offer per effect key; Meetings asks Mail to send it.</summary>
public record MeetingOfferRequested(string EffectKey, Guid ContactId, Guid OwnerId, Guid RelationshipId, Guid? EscalationId, string Template, TimeSpan Duration);

/// <summary>An offer is no longer wanted.</summary>
public record MeetingOfferWithdrawn(Guid EscalationId, string Reason, DateTime At);

public record MeetingOffered(Guid OfferId, string EffectKey, Guid ContactId, Guid RelationshipId, Guid? EscalationId, IReadOnlyList<DateTime> Times, DateTime At);

public enum WhyNotOffered
{
    /// <summary>No three times suit both, or whoever should offer them is gone.</summary>
    NoTimes,

    /// <summary>A colleague must be asked before the mail may go.</summary>
    OwnerAsked,

    /// <summary>The mail may not go out.</summary>
    MailRefused,

    /// <summary>The mail could not be made or sent.</summary>
    MailFailed,
}

/// <summary>An offer that was wanted does not stand: it could not be made, or its mail did not go out. Sentence says why the mail didn't.</summary>
public record MeetingNotOffered(
    string EffectKey, Guid ContactId, Guid RelationshipId, Guid? EscalationId, WhyNotOffered Why, string? Sentence, Guid? MailId, DateTime At);

/// <summary>The contact followed the link in an offer and chose a time (zero-based). Said by whoever served the choice; Meetings acts on it.</summary>
public record OfferTimePicked(string Token, int Choice, DateTime At);

public record MeetingTimeChosen(Guid OfferId, Guid MeetingId, Guid ContactId, Guid RelationshipId, Guid? EscalationId, DateTime Start, DateTime At);

public enum InvitationAnswer
{
    Accepted, Declined, Tentative,
}

public record InvitationAnswered(Guid MeetingId, Guid ContactId, Guid RelationshipId, Guid? EscalationId, InvitationAnswer Answer, DateTime Start, DateTime At);

public record MeetingCancelled(Guid MeetingId, Guid ContactId, Guid RelationshipId, Guid? EscalationId, string Reason, DateTime At);

/// <summary>The meeting took place, with what came of it in the owner's words.</summary>
public record MeetingHeld(Guid MeetingId, Guid ContactId, Guid RelationshipId, Guid? EscalationId, string Outcome, DateTime Start, DateTime At);
