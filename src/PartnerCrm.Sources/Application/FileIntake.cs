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
    public virtual async Task<ReceivedFile> ReceiveAsync(Stream content, string? name, ImportSource source, CancellationToken cancellationToken = default)
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
        await EnsureReadableAsync(parts, length, source, cancellationToken);
        var plainName = PlainText.Cut(PlainText.Of(Path.GetFileName(name)), StoredFile.MaxNameLength);
        return new ReceivedFile(plainName.Length > 0 ? plainName : source.ToString(), length, Convert.ToHexStringLower(hash.GetHashAndReset()), parts);
    }

    public virtual async Task<StoredFile> StoreAsync(ReceivedFile received, CancellationToken cancellationToken = default)
    {
        var file = new StoredFile(guids.Create(), received.Name, received.Length, received.Hash);
        await files.InsertAsync(file, autoSave: true, cancellationToken);
        await chunks.InsertManyAsync(received.Chunks.Select((c, i) => new StoredFileChunk(guids.Create(), file.Id, i, c)).ToList(), autoSave: true, cancellationToken);
        return file;
    }

    // The first row shows whether this is the kind of file we read; of a connections file that is after its header.
    private static async Task EnsureReadableAsync(List<byte[]> parts, long length, ImportSource source, CancellationToken cancellationToken)
    {
        await using var stream = new StoredFileStream(length, (number, _) => Task.FromResult(parts[number]));
        await foreach (var _ in SourceFormats.ReadAsync(stream, source, cancellationToken)) break;
    }
}
