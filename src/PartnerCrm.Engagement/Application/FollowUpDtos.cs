using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Engagement;

/// <summary>
/// Something to do. Answers are what "done" takes for it; none means it is done by doing the thing itself: AboutId names the draft, reply or request.
/// SuggestedText is to be copied and sent by hand.
/// </summary>
public record FollowUpDto(
    Guid Id, FollowUpKind Kind, FollowUpState State, string Title, string? SuggestedText, Guid OwnerId, Guid RelationshipId, Guid ContactId,
    Guid? EscalationId, Guid? AboutId, DateTime DueAt, DateTime AskedAt, DateTime? DoneAt, string? Answer, string? Note, IReadOnlyList<string> Answers);

/// <summary>The caller's open follow-ups, those due first. A client without a user sees all. Another owner's need a permission of their own.</summary>
public class FollowUpListInput : PagedResultRequestDto
{
    public Guid? OwnerId { get; set; }
    public FollowUpState? State { get; set; }
    public FollowUpKind? Kind { get; set; }
    public Guid? RelationshipId { get; set; }
}

public record FollowUpDoneInput(
    [StringLength(FollowUp.MaxAnswerLength)] string? Answer,
    [StringLength(FollowUp.MaxNoteLength)] string? Note);

public record CreateFollowUpInput([Required] Guid RelationshipId, [Required, StringLength(400, MinimumLength = 1)] string Text, DateTime? DueAt, Guid? OwnerId);

/// <summary>Until when, within a year.</summary>
public record SnoozeInput(DateTime Until);
