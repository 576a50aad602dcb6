using System.Buffers;
using System.Text;

namespace MimeKit;

/// <summary>One header field. What was parsed is written as it came; what was set is formatted on writing.</summary>
public class Header
{
    private static readonly SearchValues<char> FieldNameCharacters = SearchValues.Create(
        [.. Enumerable.Range(33, 94).Select(c => (char)c).Where(c => c != ':')]);

    private ReadOnlyMemory<byte>? raw;
    private Action<FoldedLine>? write;
    private string? text;

    /// <exception cref="ArgumentException">The field name has characters a header can't have.</exception>
    public Header(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        if (field.Length is 0 or > 200 || field.AsSpan().ContainsAnyExcept(FieldNameCharacters))
            throw new ArgumentException("Illegal characters in header field name.", nameof(field));

        Field = field;
        Id = HeaderIdExtensions.IdOf(field);
        Value = value;
    }

    public Header(HeaderId id, string value) : this(id.ToHeaderName(), value)
    {
    }

    internal Header(string field, ReadOnlyMemory<byte> raw)
    {
        (Field, Id) = (field, HeaderIdExtensions.IdOf(field));
        this.raw = raw;
    }

    internal Header(HeaderId id, Action<FoldedLine> write)
    {
        (Field, Id) = (id.ToHeaderName(), id);
        this.write = write;
    }

    /// <summary>The name as written.</summary>
    public string Field { get; }

    public HeaderId Id { get; }

    /// <summary>The decoded, unfolded value. Line breaks in a value that is set are dropped, so it can't begin another header.</summary>
    public string Value
    {
        get => text ?? Read();
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            text = Unfold(value);
            raw = null;
            write = WriterFor(Id, text);
            Changed?.Invoke(this);
        }
    }

    internal event Action<Header>? Changed;

    /// <summary>Removes line breaks and the whitespace around the value.</summary>
    public static string Unfold(string? text)
    {
        text = text?.Trim() ?? "";
        return text.AsSpan().ContainsAny('\r', '\n') ? text.Replace("\r", "").Replace("\n", "") : text;
    }

    public Header Clone() => raw is { } bytes ? new Header(Field, bytes) : new Header(Field, Value);

    public override string ToString() => $"{Field}: {Value}";

    /// <summary>The value before encoded words are decoded, for structured fields.</summary>
    internal string Structured(ParserOptions? options = null) => raw is { } bytes
        ? Unfold(Charsets.Guess(bytes.Span, options?.CharsetEncoding))
        : Unfold(Format(new FormatOptions { International = true }));

    internal void WriteTo(FormatOptions options, Stream stream)
    {
        stream.Write(Encoding.ASCII.GetBytes(Field + ":"));
        var bytes = raw is { } parsed ? Safe(parsed.Span) : Charsets.Utf8.GetBytes(Format(options));
        TransferEncodings.WriteLines(bytes, stream, options.NewLine);
        if (!bytes.EndsWith("\n"u8)) stream.Write(options.NewLine);
    }

    /// <summary>A lone CR in a stranger's field would begin a new one for some readers.</summary>
    private static ReadOnlySpan<byte> Safe(ReadOnlySpan<byte> bytes)
    {
        for (var i = bytes.IndexOf((byte)'\r'); i >= 0 && i < bytes.Length; i++)
        {
            if (bytes[i] != '\r' || (i + 1 < bytes.Length && bytes[i + 1] == '\n')) continue;
            var safe = bytes.ToArray();
            for (; i < safe.Length; i++)
                if (safe[i] == '\r' && (i + 1 == safe.Length || safe[i + 1] != '\n')) safe[i] = (byte)' ';
            return safe;
        }

        return bytes;
    }

    private string Read()
    {
        if (raw is { } bytes) return text = Unfold(EncodedWords.Decode(Unfold(Charsets.Guess(bytes.Span))));
        return Unfold(EncodedWords.Decode(Structured())); // follows the list or type that writes it
    }

    private string Format(FormatOptions options)
    {
        var line = new FoldedLine(Field, options);
        write!(line);
        return line.ToString();
    }

    private static Action<FoldedLine> WriterFor(HeaderId id, string value)
    {
        switch (id)
        {
            case HeaderId.From or HeaderId.To or HeaderId.Cc or HeaderId.Bcc or HeaderId.ReplyTo or HeaderId.Sender
                or HeaderId.ResentFrom or HeaderId.ResentTo or HeaderId.ResentCc or HeaderId.ResentBcc or HeaderId.ResentReplyTo:
                if (InternetAddressList.TryParse(value, out var addresses)) return addresses.Write;
                break;
            case HeaderId.ContentType:
                if (ContentType.TryParse(value, out var type)) return type.Write;
                break;
            case HeaderId.ContentDisposition:
                if (ContentDisposition.TryParse(value, out var disposition)) return disposition.Write;
                break;
        }

        return line => line.AppendText(value);
    }
}
