using System.ComponentModel.DataAnnotations;

namespace PartnerCrm.Engagement;

/// <summary>
/// Where the climb stands. State Queued, AwaitingOwner, Running, Paused, Ended; Step counts from 1 and StepKind says what it is;
/// WaitingFor says for what; NextDue when the present wait is over, null when only a person or a fact ends it.
/// Journal holds the escalation's sentences, oldest first, in the reader's language.
/// </summary>
public record EscalationDto(
    Guid Id, Guid RelationshipId, Guid PlaybookId, Guid PlaybookVersionId, int PlaybookVersion, EscalationState State, int Step, int Steps,
    StepKind? StepKind, WaitingFor WaitingFor, DateTime? NextDue, DateTime QueuedAt, DateTime? StartedAt, DateTime? PausedAt, string? PausedBecause,
    DateTime? EndedAt, EndReason? EndReason, Guid? MeetingId, IReadOnlyList<JournalSentence> Journal);

public record JournalSentence(DateTime At, string Sentence, Guid? UserId);

/// <summary>The playbook "From social contact to meeting" unless given.</summary>
public record StartEscalationInput(Guid? PlaybookId);

public record EscalationReasonInput([Required, StringLength(Relationship.MaxReasonLength, MinimumLength = 1)] string Reason);

/// <summary>Somebody opened a gate by hand, and said why.</summary>
public record OverrideDto(Guid RelationshipId, Guid ContactId, DateTime At, Guid? UserId, string Sentence, string? ContactName, string? UserName);
