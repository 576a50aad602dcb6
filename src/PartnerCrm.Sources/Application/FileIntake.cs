using System.Security.Cryptography;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;

namespace PartnerCrm.Sources;

/// <summary>A file as it came in, in the chunks it will be stored in.</summary>
public record ReceivedFile(string Name, long Length, string Hash, IReadOnlyList<byte[]> Chunks);

/// <summary>Takes a file in: in chunks, with its hash, and only if its beginning is what it should be, so that a wrong file is refused at once.</summary>
public class FileIntake(IRepository<StoredFile, Guid> files, IRepository<StoredFileChunk, Guid> chunks, IGuidGenerator guids) : ITransientDependency
{
    private const int RowsLookedAt = 20;
    private const int PeopleShown = 5;

    public virtual async Task<ReceivedFile> ReceiveAsync(Stream content, string? name, ImportSource source, CancellationToken cancellationToken = default)
    {
        var received = await ReceiveAsync(content, name, cancellationToken);
        await EnsureReadableAsync(received, source, cancellationToken);
        return received;
    }

    /// <summary>What is it? Each kind is tried in turn; the refusal told is that of the kind whose file this seems to be.</summary>
    public virtual async Task<LookedAt> LookAsync(ReceivedFile received, CancellationToken cancellationToken = default)
    {
        BusinessException? refusal = null;
        foreach (var source in Enum.GetValues<ImportSource>())
        {
            try
            {
                return await FirstPeopleAsync(received, source, cancellationToken);
            }
            catch (BusinessException e)
            {
                // "Not the header I know" says less than whatever else is wrong.
                if (e.Code is not (SourcesErrors.HeaderNotFound or SourcesErrors.AttendeesNotFound)) refusal = e;
            }
        }
        return new LookedAt(null, [], null, null, refusal ?? new BusinessException(SourcesErrors.KindUnknown));
    }

    public virtual async Task<ReceivedFile> ReceiveAsync(Stream content, string? name, CancellationToken cancellationToken = default)
    {
        var parts = new List<byte[]>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = 0;
        while (true)
        {
            var part = new byte[StoredFile.ChunkLength];
            var read = await content.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, cancellationToken);
            if (read == 0) break;
            if ((length += read) > StoredFile.MaxLength) throw new BusinessException(SourcesErrors.FileTooLarge).WithData("Max", StoredFile.MaxLength / (1024 * 1024));
            hash.AppendData(part, 0, read);
            parts.Add(read == part.Length ? part : part[..read]);
        }
        var plainName = PlainText.Cut(PlainText.Of(Path.GetFileName(name)), StoredFile.MaxNameLength);
        return new ReceivedFile(plainName.Length > 0 ? plainName : "file", length, Convert.ToHexStringLower(hash.GetHashAndReset()), parts);
    }

    public virtual async Task<StoredFile> StoreAsync(ReceivedFile received, CancellationToken cancellationToken = default)
    {
        var file = new StoredFile(guids.Create(), received.Name, received.Length, received.Hash);
        await files.InsertAsync(file, autoSave: true, cancellationToken);
        await chunks.InsertManyAsync(received.Chunks.Select((c, i) => new StoredFileChunk(guids.Create(), file.Id, i, c)).ToList(), autoSave: true, cancellationToken);
        return file;
    }

    // The first row shows whether this is the kind of file we read; of a connections file that is after its header.
    private static async Task EnsureReadableAsync(ReceivedFile received, ImportSource source, CancellationToken cancellationToken)
    {
        await using var stream = Open(received);
        await foreach (var _ in SourceFormats.ReadAsync(stream, source, cancellationToken)) break;
    }

    // Samples are people, not the empty or hidden rows that a file may begin with.
    private static async Task<LookedAt> FirstPeopleAsync(ReceivedFile received, ImportSource source, CancellationToken cancellationToken)
    {
        var people = new List<ImportedPerson>();
        var rows = 0;
        await using var stream = Open(received);
        await foreach (var row in SourceFormats.ReadAsync(stream, source, cancellationToken))
        {
            if (row.Person is { } person) people.Add(person);
            if (++rows >= RowsLookedAt || people.Count >= PeopleShown) break;
        }
        return new LookedAt(
            source, people, people.Select(p => p.EventName).FirstOrDefault(n => n is not null), people.Min(p => p.AttendedAt)?.Date, null);
    }

    private static StoredFileStream Open(ReceivedFile received) => new(received.Length, (number, _) => Task.FromResult(received.Chunks[number]));
}

/// <summary>What a file is, its first people, and the event where it names one; or why it can't be read.</summary>
public record LookedAt(ImportSource? Source, IReadOnlyList<ImportedPerson> People, string? EventName, DateTime? EventDate, BusinessException? Refusal);
