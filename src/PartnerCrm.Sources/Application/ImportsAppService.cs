using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
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
        var file = await fileIntake.ReceiveAsync(content, input.File.FileName, input.Source);
        var key = Import.KeyOf(CurrentTenant.Id, input.Source, eventName, file.Hash);
        var before = await AsyncExecuter.FirstOrDefaultAsync((await imports.GetQueryableAsync()).Where(i => i.UploadKey == key).Select(i => (Guid?)i.Id));
        if (before is { } known) return new ImportAccepted(known, true);

        var stored = await fileIntake.StoreAsync(file);
        var import = await imports.InsertAsync(new Import(GuidGenerator.Create(), stored, input.Source, eventName, input.EventDate is { } day ? Clock.Normalize(day).Date : null), autoSave: true);
        return new ImportAccepted(import.Id, false);
    }

    public virtual async Task<PagedResultDto<ImportRow>> GetListAsync(ImportListInput input)
    {
        var query = (await imports.GetQueryableAsync())
            .WhereIf(input.Source is not null, i => i.Source == input.Source).WhereIf(input.Status is not null, i => i.Status == input.Status);
        var rows = await AsyncExecuter.ToListAsync(query.OrderByDescending(i => i.CreationTime).ThenBy(i => i.Id).PageBy(input).Select(ImportRow.FromImport));
        return new PagedResultDto<ImportRow>(await CountAsync(query), rows);
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
        var count = await CountAsync((await problems.GetQueryableAsync()).Where(p => p.ImportId == id));
        return new PagedResultDto<ImportProblemDto>(count, await ProblemsAsync(id, input.SkipCount, input.MaxResultCount));
    }

    public virtual async Task<PagedResultDto<CandidateRow>> GetCandidatesAsync(Guid id, CandidateListInput input)
    {
        var import = await imports.GetAsync(id);
        var query = CandidateFilter.Apply((await candidates.GetQueryableAsync()).Where(c => c.ImportId == id), input);
        var page = await AsyncExecuter.ToListAsync(CandidateFilter.Sort(query, input.Sorting).PageBy(input));
        return new PagedResultDto<CandidateRow>(await CountAsync(query), await candidateRows.OfAsync(import, page));
    }

    /// <summary>All candidates as CSV, formulas neutralised. Served through a controller.</summary>
    [RemoteService(false)]
    public virtual async Task<Stream> ExportAsync(Guid id)
    {
        await imports.GetAsync(id);
        return await candidateExport.WriteAsync(id);
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

    private async Task<long> CountAsync<T>(IQueryable<T> query) => await AsyncExecuter.CountAsync(query.Take(MaxExactCount + 1));

    private string SummaryOf(Import import)
    {
        var c = import.Counts;
        if (import.Status == ImportStatus.Failed) return FailureOf(import)!;
        if (import.Status != ImportStatus.Ready) return texts["Summary:Reading", c.Rows];
        return import.Source == ImportSource.LinkedInArchive
            ? texts["Summary:Connections", c.Candidates, c.WithEmail, c.Known, c.WithColleagues, c.Suppressed, c.Hidden]
            : texts["Summary:Attendees", c.Candidates, c.Elsewhere, c.Known, c.WithColleagues, c.Suppressed, c.DidNotAttend];
    }

    private string? FailureOf(Import import) => import.Failure is null ? null : texts[import.Failure].Value
        .Replace("{Row}", import.FailureRow?.ToString(), StringComparison.Ordinal).Replace("{Max}", TableReader.MaxRows.ToString(), StringComparison.Ordinal);

    private const int MaxExactCount = 10_000;
}
