using System.ComponentModel.DataAnnotations;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Sources;

/// <summary>Sorting: worth (the default, best first), name, row; each may be followed by asc or desc.</summary>
public class CandidateListInput : PagedAndSortedResultRequestDto
{
    [StringLength(100)]
    public string? Filter { get; set; }

    public bool? HasEmail { get; set; }
    public bool? IsKnown { get; set; }
    public bool? IsPicked { get; set; }

    /// <summary>Those who may be contacted and have suggestions that nobody has answered yet, or the others.</summary>
    public bool? IsOpen { get; set; }

    /// <summary>Whoever was skipped is left out unless asked for.</summary>
    public bool IncludesSkipped { get; set; }

    /// <summary>Nobody but those who were skipped.</summary>
    public bool IsSkipped { get; set; }
}

/// <summary>
/// Somebody in a file, with what is known. ContactId: the contact they are, for certain, or became. Suggestions: who else they may be, for a person to
/// decide. Elsewhere: where other files name them. Reasons say all that in sentences, the weightiest first. Nothing is ticked.
/// </summary>
public record CandidateRow(
    Guid Id, int Row, string FirstName, string LastName, string? Email, string? ProfileUrl, string? OrganisationName, string? Position, string? Country,
    DateTime? ConnectedOn, DateTime? AttendedAt, int? Minutes, bool HasEmail, bool IsSuppressed, MatchCertainty Certainty, Guid? ContactId, Guid? OwnerId,
    string? OwnerName, IReadOnlyList<CandidateSuggestion> Suggestions, IReadOnlyList<ElsewhereDto> Elsewhere, int Worth, IReadOnlyList<string> Reasons, DateTime? PickedAt,
    Resolution? Resolution, Guid? SameAsContactId, Guid? SameAsCandidateId);

/// <summary>Perhaps the same person: a contact, or a candidate of another import. Confirm with a decision when picking.</summary>
public record CandidateSuggestion(
    Guid? ContactId, Guid? CandidateId, string DisplayName, string? OrganisationName, MatchCertainty Certainty, string Reason);

/// <summary>The same person for certain, in another import; picked together.</summary>
public record ElsewhereDto(Guid ImportId, Guid CandidateId, ImportSource Source, string? EventName, DateTime? When);

/// <summary>Whom to work with, for whom, and by which plan. Decisions confirm suggestions; without one a suggestion is taken to be somebody else.</summary>
public class CreatePicksInput
{
    public const int MaxCandidates = 1_000;

    [Required]
    [MinLength(1)]
    [MaxLength(MaxCandidates)]
    public IReadOnlyList<Guid> CandidateIds { get; set; } = [];

    /// <summary>Who will hold the relationships; whoever picks when not given.</summary>
    public Guid? OwnerId { get; set; }

    public Guid PlaybookId { get; set; }

    [MaxLength(MaxCandidates)]
    public IReadOnlyList<PickDecision> Decisions { get; set; } = [];
}

/// <summary>This candidate is that contact, or the same person as that candidate of another import.</summary>
public class PickDecision
{
    public Guid CandidateId { get; set; }
    public Guid? ContactId { get; set; }
    public Guid? SameAsCandidateId { get; set; }
}

/// <summary>How many people were picked; one may stand for candidates of several files.</summary>
public record PicksCreated(int Picked, IReadOnlyList<Guid> CandidateIds);
