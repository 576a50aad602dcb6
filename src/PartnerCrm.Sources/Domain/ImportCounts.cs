namespace PartnerCrm.Sources;

/// <summary>
/// What a file held. Known: already contacts here. WithColleagues: of these, whose relationship is somebody else's. Elsewhere: also in another import, as an
/// attendee who is a connection. Suppressed: asked not to be contacted.
/// </summary>
public record ImportCounts
{
    public int Rows { get; init; }
    public int Candidates { get; init; }
    public int WithEmail { get; init; }
    public int Known { get; init; }
    public int WithColleagues { get; init; }
    public int Elsewhere { get; init; }
    public int Suppressed { get; init; }
    public int Hidden { get; init; }
    public int Duplicates { get; init; }
    public int DidNotAttend { get; init; }
    public int HostsAndPanelists { get; init; }
    public int Problems { get; init; }
    public int Picked { get; init; }

    public ImportCounts Plus(ImportCounts other) => new()
    {
        Rows = Rows + other.Rows, Candidates = Candidates + other.Candidates, WithEmail = WithEmail + other.WithEmail, Known = Known + other.Known,
        WithColleagues = WithColleagues + other.WithColleagues, Elsewhere = Elsewhere + other.Elsewhere, Suppressed = Suppressed + other.Suppressed,
        Hidden = Hidden + other.Hidden, Duplicates = Duplicates + other.Duplicates, DidNotAttend = DidNotAttend + other.DidNotAttend,
        HostsAndPanelists = HostsAndPanelists + other.HostsAndPanelists, Problems = Problems + other.Problems, Picked = Picked + other.Picked,
    };

    public static ImportCounts Of(IReadOnlyCollection<ReadRow> rows, IReadOnlyCollection<Candidate> candidates, Guid? importedBy) => new()
    {
        Rows = rows.Count,
        Candidates = candidates.Count,
        WithEmail = candidates.Count(c => c.EmailKey is not null),
        Known = candidates.Count(c => c.ContactId is not null),
        WithColleagues = candidates.Count(c => c.OwnerId is { } owner && owner != importedBy),
        Elsewhere = candidates.Count(c => c.IsElsewhere),
        Suppressed = candidates.Count(c => c.IsSuppressed),
        Hidden = rows.Count(r => r.Skipped == SkipReason.Hidden),
        Duplicates = rows.Count(r => r.Skipped == SkipReason.Duplicate),
        DidNotAttend = rows.Count(r => r.Skipped == SkipReason.DidNotAttend),
        HostsAndPanelists = rows.Count(r => r.Skipped == SkipReason.HostOrPanelist),
        Problems = rows.Sum(r => r.Problems.Count),
    };
}
