using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using PartnerCrm.Contracts;
using Volo.Abp;

namespace PartnerCrm.Sources;

/// <summary>One row of a table, its line in the file (from 1), and its cells as plain text.</summary>
internal sealed record TableRow(int Line, string[] Cells)
{
    private const int MaxExcerptLength = 200;

    public bool IsEmpty => Cells.All(c => c.Length == 0);
    public string Excerpt => PlainText.Cut(string.Join(", ", Cells.Where(c => c.Length > 0)), MaxExcerptLength);
}

/// <summary>Rows of a table of text, however it is encoded and separated, as a stream: the file is never in memory as a whole.</summary>
internal static class TableReader
{
    public const int MaxRows = 1_000_000;

    private const int HeadLength = 32 * 1024;
    // A row longer than this is no row but a quote that was opened and never closed.
    private const int MaxRowLength = 256 * 1024;

    public static async IAsyncEnumerable<TableRow> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var head = await HeadStream.OpenAsync(stream, HeadLength, cancellationToken);
        var encoding = TextEncodings.Of(head.Head);
        TextEncodings.EnsureTable(head.Head, encoding);
        var isCut = false;
        var options = CsvReaderOptions.Default with
        {
            HasHeader = false, Separator = SeparatorOf(encoding.GetString(head.Head)), MaxRecordSize = MaxRowLength, TrackLineNumbers = true, IncludeValuesInExceptions = false,
            OnMalformedRecord = record => isCut |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        };
        using var text = new NulFreeReader(new StreamReader(head, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024));
        using var reader = CsvReader.Create(text, options, leaveOpen: true);
        while (await NextAsync(reader, cancellationToken))
        {
            // All that follows the quote would be taken for one cell, silently.
            if (isCut) throw new BusinessException(SourcesErrors.QuoteNeverCloses).WithData("Row", (int)reader.LineNumber);
            if (reader.RowNumber > MaxRows) throw new BusinessException(SourcesErrors.TooManyRows).WithData("Max", MaxRows);
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = PlainText.Of(reader.GetString(i));
            yield return new TableRow((int)reader.LineNumber, cells);
        }
    }

    private static async Task<bool> NextAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException)
        {
            throw new BusinessException(SourcesErrors.QuoteNeverCloses).WithData("Row", (int)reader.LineNumber);
        }
    }

    // Outside of quotes only: sentences in a preamble contain commas too.
    private static char SeparatorOf(string head)
    {
        int commas = 0, semicolons = 0, tabs = 0;
        var isQuoted = false;
        foreach (var c in head)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
        }
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    /// <summary>Leaves out NUL characters, which real reports contain.</summary>
    private sealed class NulFreeReader(TextReader inner) : TextReader
    {
        public override int Peek() => inner.Peek();

        public override int Read()
        {
            int c;
            do c = inner.Read();
            while (c == 0);
            return c;
        }

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            int read;
            do
            {
                read = inner.Read(buffer);
                if (read == 0) return 0;
                read = WithoutNuls(buffer[..read]);
            }
            while (read == 0);
            return read;
        }

        public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

        public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            int read;
            do
            {
                read = await inner.ReadAsync(buffer, cancellationToken);
                if (read == 0) return 0;
                read = WithoutNuls(buffer.Span[..read]);
            }
            while (read == 0);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private static int WithoutNuls(Span<char> text)
        {
            if (!text.Contains('\0')) return text.Length;
            var kept = 0;
            foreach (var c in text)
                if (c != '\0') text[kept++] = c;
            return kept;
        }
    }
}
