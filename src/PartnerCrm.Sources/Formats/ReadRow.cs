namespace PartnerCrm.Sources;

/// <summary>A person as one file describes them. Times are UTC as far as the file says; a report without a zone is taken as it stands.</summary>
public record ImportedPerson(
    string FirstName, string LastName, string? Email = null, string? ProfileSlug = null, string? OrganisationName = null, string? Position = null,
    string? Phone = null, string? Country = null, DateTime? ConnectedOn = null, string? EventName = null, DateTime? AttendedAt = null, int? Minutes = null);

/// <summary>Why a row is no candidate.</summary>
public enum SkipReason
{
    Hidden, DidNotAttend, HostOrPanelist, Duplicate, Unusable,
}

public record RowProblem(int Row, string Code, string Excerpt);

/// <summary>What became of one row, or of all rows of one person: a person or the reason why not, and what was wrong with it.</summary>
public record ReadRow(int Row, ImportedPerson? Person, SkipReason? Skipped, IReadOnlyList<RowProblem> Problems)
{
    public static ReadRow Of(int row, ImportedPerson person, IReadOnlyList<RowProblem> problems) => new(row, person, null, problems);

    public static ReadRow Skip(int row, SkipReason reason, params IReadOnlyList<RowProblem> problems) => new(row, null, reason, problems);
}
