using System.ComponentModel.DataAnnotations;

namespace PartnerCrm.Engagement;

public enum StepState
{
    Done, Skipped, Current, ToCome,
}

/// <summary>
/// One dot of the picture. Number counts the playbook's steps from 1. At is when it happened or would happen, Until when a wait or rest is over;
/// null when only a person or a fact decides. What is to come is what would come if they stayed silent.
/// </summary>
public record StepDto(int Number, StepKind Kind, StepState State, string Sentence, DateTime? At, DateTime? Until, bool IsByPerson);

/// <summary>
/// Next steps of a relationship as a picture. Standing says where it stands; Gate why the next rung can't be climbed yet, for whoever thinks of an override.
/// Without a contact plan, past or present, there are no steps.
/// </summary>
public record StepsDto(
    Guid? EscalationId, Guid? PlaybookId, string? PlaybookName, int? Version, EscalationState? State, string? Standing, string? Gate, bool CanPause,
    bool CanResume, bool CanStop, bool CanOverride, DateTime? StartedAt, DateTime? EndedAt, EndReason? EndReason, IReadOnlyList<StepDto> Steps);

/// <summary>A playbook by its id or one version's, or steps that are not saved; and whom to try it on. Owner is the caller unless given.</summary>
public record PreviewPlaybookInput(
    Guid? PlaybookId, Guid? VersionId, [MaxLength(PlaybookRules.MaxSteps)] IReadOnlyList<PlaybookStep>? Steps, [Required] Guid ContactId, Guid? OwnerId, DateTime? From);

/// <summary>WontBecause: as things stand clearance would not let it go out, for this reason.</summary>
public record PreviewStepDto(int Number, ForecastEvent Event, string Sentence, DateTime At, DateTime? Until, int Minutes, string? WontBecause);

public record PreviewCaseDto(ForecastCase Case, IReadOnlyList<PreviewStepDto> Steps, DateTime EndsAt, int Minutes);

/// <summary>
/// What the playbook would do with this contact, in three cases, on the owner's working days. Problems: why the steps can't be followed as they are.
/// RelationshipId: where it would start; none, if nobody looks after the contact yet.
/// </summary>
public record PlaybookPreviewDto(
    Guid ContactId, string ContactName, string TimeZone, IReadOnlyList<PreviewCaseDto> Cases, double HoursAtMost, IReadOnlyList<string> Problems, Guid? RelationshipId);
