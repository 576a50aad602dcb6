using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Sources;

[Authorize(SourcesPermissions.Imports.Default)]
public class ImportsAppService(
    IRepository<Import, Guid> imports, IRepository<ImportProblem, Guid> problems, IRepository<Candidate, Guid> candidates, FileIntake fileIntake,
    CandidateRows candidateRows, CandidateExport candidateExport, Picking picking, IStringLocalizer<SourcesResource> texts) : ApplicationService
{
    private const int ProblemsShown = 20;

    /// <summary>Takes the file and leaves the reading to the background. Posted through a controller, which answers 202.</summary>
    [Authorize(SourcesPermissions.Imports.Create)]
    [RemoteService(false)]
    public virtual async Task<ImportAccepted> CreateAsync(CreateImportInput input)
    {
        await using var content = input.File.GetStream();
        var eventName = PlainText.Of(input.EventName) is { Length: > 0 } name ? name : null;
        var (file, source) = await ReceiveAsync(content, input);
        var key = Import.KeyOf(CurrentTenant.Id, source, eventName, file.Hash);
        var before = await AsyncExecuter.FirstOrDefaultAsync((await imports.GetQueryableAsync()).Where(i => i.UploadKey == key).Select(i => (Guid?)i.Id));
        if (before is { } known) return new ImportAccepted(known, true);

        var stored = await fileIntake.StoreAsync(file);
        var import = await imports.InsertAsync(new Import(GuidGenerator.Create(), stored, source, eventName, input.EventDate is { } day ? Clock.Normalize(day).Date : null), autoSave: true);
        return new ImportAccepted(import.Id, false);
    }

    /// <summary>What is this file? Nothing is stored. Posted through a controller.</summary>
    [Authorize(SourcesPermissions.Imports.Create)]
    [RemoteService(false)]
    public virtual async Task<InspectedFileDto> InspectAsync(IRemoteStreamContent content)
    {
        await using var stream = content.GetStream();
        var file = await fileIntake.ReceiveAsync(stream, content.FileName);
        var found = await fileIntake.LookAsync(file);
        if (found.Source is not { } source) return new InspectedFileDto(file.Name, file.Length, null, Sentence(found.Refusal!), null, null, [], null);
        var key = Import.KeyOf(CurrentTenant.Id, source, null, file.Hash);
        var known = await AsyncExecuter.FirstOrDefaultAsync((await imports.GetQueryableAsync()).Where(i => i.UploadKey == key).Select(i => (Guid?)i.Id));
        return new InspectedFileDto(
            file.Name, file.Length, source, texts[$"Inspected:{source}"], found.EventName, found.EventDate,
            [.. found.People.Select(p => new SamplePersonDto($"{p.FirstName} {p.LastName}".Trim(), p.Email, p.OrganisationName, p.Position))], known);
    }

    public virtual async Task<PagedResultDto<ImportRow>> GetListAsync(ImportListInput input)
    {
        var query = (await imports.GetQueryableAsync())
            .WhereIf(input.Source is not null, i => i.Source == input.Source).WhereIf(input.Status is not null, i => i.Status == input.Status);
        var rows = await AsyncExecuter.ToListAsync(query.OrderByDescending(i => i.CreationTime).ThenBy(i => i.Id).PageBy(input).Select(ImportRow.FromImport));
        return new PagedResultDto<ImportRow>(await AsyncExecuter.CountBoundedAsync(query), rows);
    }

    public virtual async Task<ImportDto> GetAsync(Guid id)
    {
        var import = await imports.GetAsync(id);
        var first = await ProblemsAsync(id, 0, ProblemsShown);
        return new ImportDto(
            import.Id, import.Source, import.FileName, import.EventName, import.EventDate, import.Status, SummaryOf(import), FailureOf(import), import.Counts, first,
            import.CreationTime, import.CreatorId, import.FinishedAt, import.PurgedAt);
    }

    public virtual async Task<PagedResultDto<ImportProblemDto>> GetProblemsAsync(Guid id, PagedResultRequestDto input)
    {
        await imports.GetAsync(id);
        var count = await AsyncExecuter.CountBoundedAsync((await problems.GetQueryableAsync()).Where(p => p.ImportId == id));
        return new PagedResultDto<ImportProblemDto>(count, await ProblemsAsync(id, input.SkipCount, input.MaxResultCount));
    }

    public virtual async Task<PagedResultDto<CandidateRow>> GetCandidatesAsync(Guid id, CandidateListInput input)
    {
        var import = await imports.GetAsync(id);
        var all = await candidates.GetQueryableAsync();
        var ready = (await imports.GetQueryableAsync()).Where(i => i.Status == ImportStatus.Ready);
        var query = CandidateFilter.Apply(all.Where(c => c.ImportId == id), input, all.Where(c => ready.Any(i => i.Id == c.ImportId)));
        var page = await AsyncExecuter.ToListAsync(CandidateFilter.Sort(query, input.Sorting).PageBy(input));
        return new PagedResultDto<CandidateRow>(await AsyncExecuter.CountBoundedAsync(query), await candidateRows.OfAsync(import, page));
    }

    /// <summary>Who is this? The answer is kept, and counts when people are picked.</summary>
    [HttpPost("/api/crm/imports/{id}/candidates/{candidateId}/resolve")]
    [Authorize(SourcesPermissions.Imports.Pick)]
    public virtual async Task<CandidateRow> ResolveAsync(Guid id, Guid candidateId, ResolveCandidateInput input)
    {
        var import = await imports.GetAsync(id);
        import.EnsurePickable();
        var candidate = await candidates.FindAsync(c => c.Id == candidateId && c.ImportId == id)
            ?? throw new BusinessException(SourcesErrors.CandidateUnknown).WithData("Id", candidateId);
        await picking.ResolveAsync(candidate, input);
        return (await candidateRows.OfAsync(import, [candidate]))[0];
    }

    /// <summary>All rows with problems, for a table. Served through a controller.</summary>
    [RemoteService(false)]
    public virtual async Task<IAsyncEnumerable<IEnumerable<string?>>> ExportProblemsAsync(Guid id)
    {
        await imports.GetAsync(id);
        return Rows(await ProblemsAsync(id, 0, Import.MaxStoredProblems)).ToAsyncEnumerable();

        static IEnumerable<IEnumerable<string?>> Rows(List<ImportProblemDto> problems) =>
        [
            ["Row", "Problem", "Excerpt"],
            .. problems.Select(p => new string?[] { p.Row.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Sentence, p.Excerpt }),
        ];
    }

    /// <summary>All candidates, for a table. Served through a controller.</summary>
    [RemoteService(false)]
    public virtual async Task<IAsyncEnumerable<IEnumerable<string?>>> ExportAsync(Guid id)
    {
        await imports.GetAsync(id);
        return candidateExport.RowsAsync(id);
    }

    /// <summary>The manager picks. Refused as a whole when one of them asked not to be contacted, or was picked before.</summary>
    [Authorize(SourcesPermissions.Imports.Pick)]
    public virtual Task<PicksCreated> CreatePicksAsync(Guid id, CreatePicksInput input) => picking.PickAsync(id, input);

    private async Task<List<ImportProblemDto>> ProblemsAsync(Guid importId, int skip, int take)
    {
        var rows = await AsyncExecuter.ToListAsync(
            (await problems.GetQueryableAsync()).Where(p => p.ImportId == importId).OrderBy(p => p.Row).ThenBy(p => p.Id).Skip(skip).Take(take));
        return rows.ConvertAll(p => new ImportProblemDto(p.Row, p.Code, texts[p.Code], p.Excerpt));
    }

    private string SummaryOf(Import import)
    {
        var c = import.Counts;
        if (import.Status == ImportStatus.Failed) return FailureOf(import)!;
        if (import.Status != ImportStatus.Ready) return texts["Summary:Reading", c.Rows];
        return import.Source == ImportSource.LinkedInArchive
            ? texts["Summary:Connections", c.Candidates, c.WithEmail, c.Known, c.WithColleagues, c.Suppressed, c.Hidden]
            : texts["Summary:Attendees", c.Candidates, c.Elsewhere, c.Known, c.WithColleagues, c.Suppressed, c.DidNotAttend];
    }

    private async Task<(ReceivedFile File, ImportSource Source)> ReceiveAsync(Stream content, CreateImportInput input)
    {
        if (input.Source is { } given) return (await fileIntake.ReceiveAsync(content, input.File.FileName, given), given);
        var file = await fileIntake.ReceiveAsync(content, input.File.FileName);
        var found = await fileIntake.LookAsync(file);
        return (file, found.Source ?? throw found.Refusal!);
    }

    private string Sentence(BusinessException refusal)
    {
        var sentence = texts[refusal.Code!].Value;
        foreach (System.Collections.DictionaryEntry datum in refusal.Data) sentence = sentence.Replace($"{{{datum.Key}}}", $"{datum.Value}", StringComparison.Ordinal);
        return sentence;
    }

    private string? FailureOf(Import import) => import.Failure is null ? null : texts[import.Failure].Value
        .Replace("{Row}", import.FailureRow?.ToString(), StringComparison.Ordinal).Replace("{Max}", TableReader.MaxRows.ToString(), StringComparison.Ordinal);
}
