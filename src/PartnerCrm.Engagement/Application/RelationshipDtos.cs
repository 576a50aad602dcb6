using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Engagement;

/// <summary>A relationship in a list. They and We are reciprocity as of now, in whole numbers: "They 3 : we 4".</summary>
public record RelationshipDto(
    Guid Id, Guid ContactId, string ContactName, string? Position, Guid? OrganisationId, string? OrganisationName, Guid OwnerId, Stage Stage,
    Stage Rung, DateTime? RestingUntil, string? ClosedBecause, int They, int We, int Unanswered, DateTime? LastTouchpointAt);

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
}

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
