using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp.Content;

namespace PartnerCrm.Sources;

/// <summary>What automatic controllers can't say: a file that comes in is answered with 202 and where to look.</summary>
[ApiController]
[Authorize(SourcesPermissions.Imports.Default)]
[Route("api/crm/imports")]
public class ImportFilesController(ImportsAppService imports) : ControllerBase
{
    // The file, and a little for the form around it.
    private const long MaxRequestLength = StoredFile.MaxLength + 64 * 1024;

    /// <summary>Says what a file is, without importing it.</summary>
    [HttpPost("inspect")]
    [Authorize(SourcesPermissions.Imports.Create)]
    [Consumes("multipart/form-data")]
    [RequestSizeLimit(MaxRequestLength)]
    [RequestFormLimits(MultipartBodyLengthLimit = MaxRequestLength)]
    public virtual Task<InspectedFileDto> InspectAsync([Required] IFormFile file) =>
        imports.InspectAsync(new RemoteStreamContent(file.OpenReadStream(), file.FileName, file.ContentType, file.Length));

    /// <summary>The rows that something was wrong with, as a table, with the reasons.</summary>
    [HttpGet("{id:guid}/problems/file")]
    [Produces("text/csv")]
    public virtual async Task<IActionResult> GetProblemsFileAsync(Guid id, CancellationToken cancellationToken) =>
        await StreamAsync($"problems-{id:N}.csv", await imports.ExportProblemsAsync(id), cancellationToken);

    /// <summary>202 with the import's id; the same file again is the same import. Without a source the file is looked at. 422 when it is no file that we read.</summary>
    [HttpPost]
    [Authorize(SourcesPermissions.Imports.Create)]
    [Consumes("multipart/form-data")]
    [RequestSizeLimit(MaxRequestLength)]
    [RequestFormLimits(MultipartBodyLengthLimit = MaxRequestLength)]
    [ProducesResponseType<ImportAccepted>(StatusCodes.Status202Accepted)]
    public virtual async Task<IActionResult> PostAsync([Required] IFormFile file, [FromForm] ImportSource? source, [FromForm] string? eventName, [FromForm] DateTime? eventDate)
    {
        var accepted = await imports.CreateAsync(new CreateImportInput
        {
            File = new RemoteStreamContent(file.OpenReadStream(), file.FileName, file.ContentType, file.Length),
            Source = source,
            EventName = eventName,
            EventDate = eventDate,
        });
        return Accepted($"/api/crm/imports/{accepted.Id}", accepted);
    }

    /// <summary>The candidates as a table, for a spreadsheet.</summary>
    [HttpGet("{id:guid}/candidates/file")]
    [Produces("text/csv")]
    public virtual async Task<IActionResult> GetCandidatesFileAsync(Guid id, CancellationToken cancellationToken) =>
        await StreamAsync($"candidates-{id:N}.csv", await imports.ExportAsync(id), cancellationToken);

    private async Task<IActionResult> StreamAsync(string name, IAsyncEnumerable<IEnumerable<string?>> rows, CancellationToken cancellationToken)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await CsvRows.WriteAsync(Response.Body, rows, cancellationToken);
        return new EmptyResult();
    }
}
