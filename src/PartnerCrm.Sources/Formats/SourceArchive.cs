using System.IO.Compression;
using Volo.Abp;

namespace PartnerCrm.Sources;

/// <summary>Finds the one file we read inside a zip, within limits that no honest archive meets.</summary>
internal static class SourceArchive
{
    private const int MaxEntries = 10_000;
    private const long MaxUnpacked = 200L * 1024 * 1024;
    // Text packs to a tenth; a bomb to a thousandth.
    private const int MaxRatio = 200;
    private const long RatioCountsFrom = 1024 * 1024;

    public static bool IsArchive(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    /// <summary>
    /// Zip's directory is at the end of the file and is read there and back, in part synchronously: from a temporary copy, which goes with the
    /// stream that is returned.
    /// </summary>
    public static async Task<Stream> OpenAsync(Stream stream, ImportSource source, CancellationToken cancellationToken)
    {
        var copy = TemporaryFile();
        try
        {
            await stream.CopyToAsync(copy, cancellationToken);
            copy.Position = 0;
            var archive = await ZipArchive.CreateAsync(copy, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellationToken);
            if (archive.Entries.Count > MaxEntries) throw new BusinessException(SourcesErrors.ArchiveTooLarge);
            var entry = Find(archive, source);
            var limit = Math.Min(MaxUnpacked, Math.Max(RatioCountsFrom, entry.CompressedLength * MaxRatio));
            if (entry.Length > limit) throw new BusinessException(SourcesErrors.ArchiveTooLarge);
            return new LimitedStream(await entry.OpenAsync(cancellationToken), limit, archive);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            await copy.DisposeAsync();
            throw new BusinessException(SourcesErrors.ArchiveDamaged, innerException: e);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    // What is in it is nobody's business but ours.
    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"partnercrm-{Guid.NewGuid():N}.zip"), options);
    }

    private static ZipArchiveEntry Find(ZipArchive archive, ImportSource source)
    {
        var files = archive.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        if (files.Any(e => e.FullName == "[Content_Types].xml")) throw new BusinessException(SourcesErrors.WorkbookInsteadOfCsv);
        var tables = files.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToList();
        var named = source == ImportSource.LinkedInArchive ? tables.Where(e => Letters(e.Name) == "connectionscsv").ToList() : tables;
        if (named.Count == 0 && tables.Count == 1) named = tables;
        if (named.Count > 0) return named.MaxBy(e => e.Length)!;
        throw new BusinessException(
            files.Any(e => e.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) ? SourcesErrors.ArchiveInArchive : SourcesErrors.NothingInArchive);
    }

    private static string Letters(string name) => new([.. name.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
}
