using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Engagement;

/// <summary>
/// A relationship in a list. They and We are reciprocity as of now, in whole numbers: "They 3 : we 4". NextStep says in words what comes next and NextDue
/// when, null where nothing does; EscalationState is that of the contact plan that runs.
/// </summary>
public record RelationshipDto(
    Guid Id, Guid ContactId, string ContactName, string? Position, Guid? OrganisationId, string? OrganisationName, Guid OwnerId, Stage Stage,
    Stage Rung, DateTime? RestingUntil, string? ClosedBecause, int They, int We, int Unanswered, DateTime? LastTouchpointAt,
    string? OwnerName = null, string? NextStep = null, DateTime? NextDue = null, EscalationState? EscalationState = null);

internal record RelationshipRow(
    Guid Id, Guid ContactId, string ContactName, string? Position, Guid? OrganisationId, string? OrganisationName, Guid OwnerId, Stage Stage,
    Stage Rung, DateTime? RestingUntil, string? ClosedBecause, double TheirsAtEpoch, double OursAtEpoch, int Unanswered, DateTime? LastTouchpointAt)
{
    public static readonly Expression<Func<Relationship, RelationshipRow>> FromRelationship = r => new RelationshipRow(
        r.Id, r.ContactId, r.ContactName, r.Position, r.OrganisationId, r.OrganisationName, r.OwnerId, r.Stage, r.Rung, r.RestingUntil,
        r.ClosedBecause, r.TheirsAtEpoch, r.OursAtEpoch, r.Unanswered, r.LastTouchpointAt);

    public RelationshipDto AsOf(DateTime now)
    {
        var reciprocity = new Reciprocity(TheirsAtEpoch, OursAtEpoch, Unanswered);
        return new(Id, ContactId, ContactName, Position, OrganisationId, OrganisationName, OwnerId, Stage, Rung, RestingUntil, ClosedBecause,
            reciprocity.They(now), reciprocity.We(now), Unanswered, LastTouchpointAt);
    }
}

/// <summary>Sorting: lastTouchpointAt (default, newest first), contactName or reciprocity, each with "desc" or "asc".</summary>
public class RelationshipListInput : PagedAndSortedResultRequestDto
{
    public Stage? Stage { get; set; }
    public Guid? OwnerId { get; set; }
    public Guid? OrganisationId { get; set; }

    /// <summary>Words of the contact's name, organisation or address; of very many matches the first 500 by name.</summary>
    [StringLength(200)]
    public string? Filter { get; set; }
}

/// <summary>The board: each column's first cards. More of a column: the list, by its stage.</summary>
public class RelationshipBoardInput
{
    public Guid? OwnerId { get; set; }
    public Guid? OrganisationId { get; set; }

    [StringLength(200)]
    public string? Filter { get; set; }

    [Range(1, 100)]
    public int CardsInColumn { get; set; } = 20;
}

public record RelationshipColumnDto(Stage Stage, int Count, IReadOnlyList<RelationshipDto> Cards);

/// <summary>
/// Where to. A step up whose gate is open needs nothing else. With Fact it is confirmed by something that happened, which is recorded: their answer, a meeting
/// held (Reason says what came of it). Else Reason answers for it as an override. A step back, Resting (until Until, by default for the office's time)
/// and Closed need a reason.
/// </summary>
public record MoveInput(
    Stage To, [StringLength(Relationship.MaxReasonLength)] string? Reason, TouchKind? Fact, Channel? Channel, DateTime? At, DateTime? Until);

public enum BulkAction
{
    Pause, Resume, Stop, AssignOwner,
}

/// <summary>Reason is needed for Pause and Stop, OwnerId for AssignOwner.</summary>
public record BulkInput(
    [Required, MinLength(1), MaxLength(200)] IReadOnlyList<Guid> Ids, BulkAction Action,
    [StringLength(Relationship.MaxReasonLength)] string? Reason, Guid? OwnerId);

/// <summary>Owner is the caller unless given.</summary>
public record BeginRelationshipInput([Required] Guid ContactId, Guid? OwnerId);

public record ReasonInput([Required, StringLength(Relationship.MaxReasonLength, MinimumLength = 1)] string Reason);

public record HandOverInput([Required] Guid OwnerId);

public record RestInput(DateTime Until, [Required, StringLength(Relationship.MaxReasonLength, MinimumLength = 1)] string Reason);

public record TouchpointDto(
    Guid Id, Channel Channel, Direction Direction, TouchKind Kind, double Weight, DateTime At, string Summary, Guid UserId, bool IsInterested)
{
    internal static readonly Expression<Func<Touchpoint, TouchpointDto>> FromTouchpoint = t => new TouchpointDto(
        t.Id, t.Channel, t.Direction, t.Kind, t.Weight, t.At, t.Summary, t.UserId, t.IsInterested);
}

/// <summary>A touch recorded by hand. At is now unless given, and never in the future.</summary>
public record RecordTouchpointInput(
    Channel Channel,
    Direction Direction,
    TouchKind Kind,
    DateTime? At,
    [StringLength(Touchpoint.MaxSummaryLength)] string? Summary,
    bool IsInterested = false);
