using CsvHelper;

namespace PartnerCrm.Sources;

/// <summary>Tables that we hand out, by RFC 4180 with the mark by which spreadsheets know UTF-8.</summary>
internal static class TableWriter
{
    // What a stranger wrote into a cell is text. A spreadsheet would run it as a formula, were there no apostrophe before it.
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task WriteAsync(Stream stream, IAsyncEnumerable<string?[]> rows, CancellationToken cancellationToken = default)
    {
        await using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var cell in row) writer.WriteField(cell);
            await writer.EndRecordAsync(cancellationToken);
        }
        await writer.FlushAsync(cancellationToken);
    }
}
