using Microsoft.Extensions.Logging;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Sources;

/// <summary>Reads one import to its end, batch by batch, from where the last committed batch ended.</summary>
public class ImportReader(
    IRepository<Import, Guid> imports, IRepository<StoredFile, Guid> files, IRepository<StoredFileChunk, Guid> chunks, IRepository<Candidate, Guid> candidates,
    CandidateBatch candidateBatch,
    IUnitOfWorkManager unitOfWorkManager, IAsyncQueryableExecuter queries, IClock clock, ILogger<ImportReader> logger) : ITransientDependency
{
    public const int BatchRows = 1_000;

    public virtual async Task ReadAsync(Guid importId, CancellationToken cancellationToken = default)
    {
        var (source, position, file) = await BeginAsync(importId, cancellationToken);
        try
        {
            await using var stream = new StoredFileStream(file.Length, (number, token) => LoadChunkAsync(file.Id, number, token));
            await ReadBatchesAsync(importId, source, stream, position, cancellationToken);
            await ChangeAsync(importId, import => import.Finish(clock.Now), cancellationToken);
        }
        catch (BusinessException e) when (e.Code?.StartsWith(SourcesErrors.Namespace, StringComparison.Ordinal) == true)
        {
            logger.LogInformation("Import {ImportId} can't be read: {Code}", importId, e.Code);
            await ChangeAsync(importId, import => import.Fail(e.Code, e.Data["Row"] as int?, clock.Now), cancellationToken);
            await ForgetAsync(importId, cancellationToken);
        }
    }

    private async Task ReadBatchesAsync(Guid importId, ImportSource source, Stream stream, int position, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var batch = new List<ReadRow>(BatchRows);
        var row = 0;
        await foreach (var read in SourceFormats.ReadAsync(stream, source, cancellationToken))
        {
            var once = read.Person is { } person && !seen.Add(Candidate.KeyOf(person)) ? ReadRow.Skip(read.Row, SkipReason.Duplicate, read.Problems) : read;
            if (++row <= position) continue;
            batch.Add(once);
            if (batch.Count < BatchRows) continue;
            await CommitAsync(importId, position, batch, cancellationToken);
            position += batch.Count;
            batch.Clear();
        }
        if (batch.Count > 0) await CommitAsync(importId, position, batch, cancellationToken);
    }

    private async Task CommitAsync(Guid importId, int position, List<ReadRow> batch, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        await candidateBatch.StoreAsync(importId, position, batch, cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private async Task<(ImportSource Source, int Position, StoredFile File)> BeginAsync(Guid importId, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var import = await imports.GetAsync(importId, cancellationToken: cancellationToken);
        var file = await files.GetAsync(import.FileId, cancellationToken: cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return (import.Source, import.Position, file);
    }

    private async Task<byte[]> LoadChunkAsync(Guid fileId, int number, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var content = await queries.FirstOrDefaultAsync(
            (await chunks.GetQueryableAsync()).Where(c => c.FileId == fileId && c.Number == number).Select(c => c.Content), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return content ?? throw new EndOfStreamException($"Chunk {number} of file {fileId} is missing.");
    }

    // Half a file is no file: nobody can be picked from it, so nobody is kept.
    private async Task ForgetAsync(Guid importId, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        await candidates.DeleteDirectAsync(c => c.ImportId == importId, cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private async Task ChangeAsync(Guid importId, Action<Import> change, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var import = await imports.GetAsync(importId, cancellationToken: cancellationToken);
        change(import);
        await imports.UpdateAsync(import, cancellationToken: cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
