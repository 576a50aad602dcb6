using System.Text;

namespace PartnerCrm.Contracts;

/// <summary>Tables that we hand out, by RFC 4180, with the mark by which spreadsheets know UTF-8, written as they are read.</summary>
public static class CsvRows
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Row by row, headings first if there are any: nothing of the table stays in memory. The stream is left open.</summary>
    public static async Task WriteAsync(Stream stream, IAsyncEnumerable<IEnumerable<string?>> rows, CancellationToken cancellationToken = default)
    {
        await using var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\r\n" };
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await writer.WriteLineAsync(string.Join(',', row.Select(Cell)).AsMemory(), cancellationToken);
    }

    /// <summary>One cell, quoted where it must be; never a formula.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // What a stranger wrote into a cell is text. A spreadsheet would run it as a formula, were there no apostrophe before it.
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
