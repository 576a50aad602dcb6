using System.Runtime.CompilerServices;
using Volo.Abp;

namespace PartnerCrm.Sources;

/// <summary>Reads a file of either kind, bare or in an archive. The same file gives the same rows in the same order, so that reading can be resumed by counting.</summary>
public static class SourceFormats
{
    private const int MagicLength = 4;

    /// <summary>The stream must be seekable. Refusals of the whole file are BusinessExceptions.</summary>
    public static async IAsyncEnumerable<ReadRow> ReadAsync(
        Stream file, ImportSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var table = await OpenAsync(file, source, cancellationToken);
        var rows = source == ImportSource.LinkedInArchive ? ConnectionsFile.ReadAsync(table, cancellationToken) : AttendeeReport.ReadAsync(table, cancellationToken);
        await using var each = rows.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(each)) yield return each.Current;
    }

    private static async Task<Stream> OpenAsync(Stream file, ImportSource source, CancellationToken cancellationToken)
    {
        if (file.Length == 0) throw new BusinessException(SourcesErrors.FileIsEmpty);
        file.Position = 0;
        var magic = new byte[MagicLength];
        var read = await file.ReadAtLeastAsync(magic, MagicLength, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        return SourceArchive.IsArchive(magic.AsSpan(0, read)) ? await SourceArchive.OpenAsync(file, source, cancellationToken) : file;
    }

    // A damaged archive shows only when the damage is reached.
    private static async Task<bool> NextAsync(IAsyncEnumerator<ReadRow> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new BusinessException(SourcesErrors.ArchiveDamaged, innerException: e);
        }
    }
}
