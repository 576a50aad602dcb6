using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Content;

namespace PartnerCrm.Sources;

/// <summary>A file to read. The event's name and date are taken from the report where they aren't given.</summary>
public class CreateImportInput
{
    [Required]
    public IRemoteStreamContent File { get; set; } = null!;

    /// <summary>Found out from the file when not given.</summary>
    public ImportSource? Source { get; set; }

    [StringLength(Import.MaxEventNameLength)]
    public string? EventName { get; set; }

    public DateTime? EventDate { get; set; }
}

/// <summary>The import that reads the file; IsKnown when the same file was uploaded before and this is that import.</summary>
public record ImportAccepted(Guid Id, bool IsKnown);

/// <summary>A line of the list of imports.</summary>
public record ImportRow(
    Guid Id, ImportSource Source, string FileName, string? EventName, DateTime? EventDate, ImportStatus Status, int Candidates, int Picked, int Problems,
    DateTime CreationTime, Guid? CreatorId, DateTime? FinishedAt, DateTime? PurgedAt)
{
    public static readonly Expression<Func<Import, ImportRow>> FromImport = i => new ImportRow(
        i.Id, i.Source, i.FileName, i.EventName, i.EventDate, i.Status, i.Counts.Candidates, i.Counts.Picked, i.Counts.Problems, i.CreationTime, i.CreatorId,
        i.FinishedAt, i.PurgedAt);
}

/// <summary>
/// One import: how far it is, what it held, and the first of its problems. Summary says it in a sentence; Failure why the file could not be read.
/// </summary>
public record ImportDto(
    Guid Id, ImportSource Source, string FileName, string? EventName, DateTime? EventDate, ImportStatus Status, string Summary, string? Failure,
    ImportCounts Counts, IReadOnlyList<ImportProblemDto> Problems, DateTime CreationTime, Guid? CreatorId, DateTime? FinishedAt, DateTime? PurgedAt);

/// <summary>Row is the line in the file, from 1.</summary>
public record ImportProblemDto(int Row, string Code, string Sentence, string Excerpt);

public class ImportListInput : PagedResultRequestDto
{
    public ImportSource? Source { get; set; }
    public ImportStatus? Status { get; set; }
}

/// <summary>
/// What a file is, before it is imported. Source is null when it is none that we read; Sentence then says why and what to do, else what it is. KnownImportId:
/// the same file was uploaded before.
/// </summary>
public record InspectedFileDto(
    string FileName, long Length, ImportSource? Source, string Sentence, string? EventName, DateTime? EventDate, IReadOnlyList<SamplePersonDto> Sample, Guid? KnownImportId);

public record SamplePersonDto(string Name, string? Email, string? OrganisationName, string? Position);

/// <summary>Who is this? SameAs names the contact, or the candidate of another import. Null takes an earlier answer back.</summary>
public class ResolveCandidateInput
{
    public Resolution? Answer { get; set; }
    public Guid? ContactId { get; set; }
    public Guid? CandidateId { get; set; }
}
