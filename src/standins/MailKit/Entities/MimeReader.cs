using System.Text;

namespace MimeKit;

/// <summary>
/// Reads messages from bytes, in one pass and without recursion. Parts are slices of the bytes. Any bytes are some
/// message: missing ends, bare line feeds, headers without a body and depth without end are taken as they come.
/// </summary>
internal sealed class MimeReader(ParserOptions options, ReadOnlyMemory<byte> message)
{
    // A stranger's message may not cost a multiple of its size: beyond these, fields are dropped and parts aren't split.
    private const int MostHeaders = 2_000;
    private const int LongestValue = 256 * 1024;
    private const int MostParts = 10_000;
    private const int LongestBoundary = 1_000;

    private readonly List<Frame> open = [];
    private readonly Dictionary<string, int> boundaries = new(StringComparer.Ordinal);
    private int at;
    private int parts;

    private ReadOnlySpan<byte> Rest => message.Span[at..];

    public static byte[] ReadAll(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellationToken.ThrowIfCancellationRequested();
        var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }

    public static async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var whole = new MemoryStream();
        await stream.CopyToAsync(whole, cancellationToken);
        return whole.ToArray();
    }

    /// <summary>Header fields in groups with empty lines between, as in a delivery status.</summary>
    public static IEnumerable<HeaderList> ReadGroups(ReadOnlyMemory<byte> bytes)
    {
        var reader = new MimeReader(ParserOptions.Default, bytes);
        while (reader.at < bytes.Length)
        {
            var start = reader.at;
            var group = reader.ReadHeaders();
            if (group.Count > 0) yield return group;
            if (reader.at == start) reader.SkipLine();
        }
    }

    /// <exception cref="FormatException">There is nothing to read.</exception>
    public MimeMessage ReadMessage()
    {
        if (message.IsEmpty) throw new FormatException("Failed to parse message headers: the stream is empty.");
        var (headers, content) = ReadMessageHeaders();
        return new MimeMessage(headers, ReadEntity(content));
    }

    public MimeEntity ReadEntity() => ReadEntity(ReadHeaders());

    public HeaderList ReadHeaders()
    {
        var headers = new HeaderList();
        var field = "";
        var value = (Start: 0, End: 0);
        while (at < message.Length)
        {
            var line = Line(out var next);
            if (line.IsEmpty)
            {
                at = next;
                break;
            }

            if (line.StartsWith("--"u8) && Match(line, out _)) break;
            var colon = line.IndexOf((byte)':');
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                value.End = next;
            }
            else if (colon > 0 && Name(line[..colon]) is { } name)
            {
                Keep();
                (field, value) = (name, (at + colon + 1, next));
            }
            else if (!line.StartsWith("From "u8) && !line.StartsWith(">From "u8))
            {
                break; // no header: the body begins without an empty line
            }

            at = next;
        }

        Keep();
        return headers;

        void Keep()
        {
            if (field.Length == 0 || headers.Count >= MostHeaders) return;
            var length = Math.Min(value.End - value.Start, LongestValue);
            headers.Add(new Header(field, message.Slice(value.Start, length)));
        }
    }

    private (HeaderList Message, HeaderList Content) ReadMessageHeaders()
    {
        var (own, content) = (new HeaderList(), new HeaderList());
        foreach (var header in ReadHeaders())
            (header.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) ? content : own).Add(header);
        return (own, content);
    }

    private MimeEntity ReadEntity(HeaderList headers)
    {
        var root = Begin(headers, out var found);
        while (found.Level >= 0)
        {
            while (open.Count > found.Level + 1) Close();
            var multipart = (Multipart)open[found.Level].Entity;
            if (found.IsEnd)
            {
                Close();
                var epilogue = Content(out found);
                if (!epilogue.IsEmpty) multipart.Epilogue = Charsets.Guess(epilogue.Span);
            }
            else
            {
                multipart.Add(Begin(ReadHeaders(), out found));
            }
        }

        return root;
    }

    /// <summary>Reads a part's own content, to the next boundary of any multipart it is in.</summary>
    private MimeEntity Begin(HeaderList headers, out Found found)
    {
        MimeEntity? root = null;
        MessagePart? around = null;
        parts++;
        while (true)
        {
            var parsed = new ParsedHeaders(headers, MimeEntity.TypeOf(headers));
            var entity = Create(parsed);
            root ??= entity;
            if (around is not null) around.Message!.SetParsed(entity);
            switch (entity)
            {
                case MessagePart part:
                    open.Add(new Frame(part, null, -1));
                    (var own, headers) = ReadMessageHeaders();
                    part.Message = new MimeMessage(own, null);
                    around = part;
                    if (part is not TextRfc822Headers) continue;
                    Content(out found);
                    return root;
                case Multipart multipart:
                    Open(multipart);
                    var preamble = Content(out found);
                    if (!preamble.IsEmpty) multipart.Preamble = Charsets.Guess(preamble.Span);
                    return root;
                default:
                    ((MimePart)entity).Content = new MimeContent(Content(out found), MimePart.EncodingOf(headers));
                    return root;
            }
        }
    }

    private MimeEntity Create(ParsedHeaders parsed)
    {
        var type = parsed.ContentType;
        var deep = open.Count >= options.MaxMimeDepth;
        if (type.IsMimeType("multipart", "*") && !deep)
        {
            return type.MediaSubtype.ToLowerInvariant() switch
            {
                "alternative" => new MultipartAlternative(parsed),
                "related" => new MultipartRelated(parsed),
                "report" => new MultipartReport(parsed),
                _ => new Multipart(parsed)
            };
        }

        var encoded = MimePart.EncodingOf(parsed.Headers) is ContentEncoding.Base64 or ContentEncoding.QuotedPrintable;
        if (type.IsMimeType("message", "*"))
        {
            var subtype = type.MediaSubtype.ToLowerInvariant();
            if (subtype is "delivery-status" or "global-delivery-status") return new MessageDeliveryStatus(parsed);
            if (subtype is "rfc822" or "global" or "news" && !deep && !encoded) return new MessagePart(parsed);
        }

        if (!type.IsMimeType("text", "*")) return new MimePart(parsed);
        var quotesHeaders = type.IsMimeType("text", "rfc822-headers") && !deep && !encoded;
        return quotesHeaders ? new TextRfc822Headers(parsed) : new TextPart(parsed);
    }

    private void Open(Multipart multipart)
    {
        var boundary = multipart.Boundary?.TrimEnd();
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary) boundary = null;
        var outer = -1;
        if (boundary is not null)
        {
            // A boundary that an outer multipart has too belongs to the inner one while that is open.
            boundary = Encoding.Latin1.GetString(Charsets.Utf8.GetBytes(boundary));
            outer = boundaries.GetValueOrDefault(boundary, -1);
            boundaries[boundary] = open.Count;
        }

        open.Add(new Frame(multipart, boundary, outer));
    }

    private void Close()
    {
        var frame = open[^1];
        open.RemoveAt(open.Count - 1);
        if (frame.Boundary is null) return;
        if (frame.Outer < 0) boundaries.Remove(frame.Boundary);
        else boundaries[frame.Boundary] = frame.Outer;
    }

    /// <summary>What stands before the next boundary line, which is taken too.</summary>
    private ReadOnlyMemory<byte> Content(out Found found)
    {
        var start = at;
        while (boundaries.Count > 0 && at < message.Length)
        {
            if (Rest.StartsWith("--"u8))
            {
                var line = Line(out var next);
                if (Match(line, out found))
                {
                    var end = at > start && message.Span[at - 1] == '\n' ? at - 1 : at;
                    if (end > start && message.Span[end - 1] == '\r') end--;
                    at = next;
                    return message[start..end];
                }
            }

            var following = Rest.IndexOf("\n--"u8);
            if (following < 0) break;
            at += following + 1;
        }

        at = message.Length;
        found = new Found(-1, false);
        return message[start..];
    }

    private bool Match(ReadOnlySpan<byte> line, out Found found)
    {
        found = new Found(-1, false);
        line = line.TrimEnd(" \t"u8);
        if (line.Length is < 3 or > LongestBoundary + 4) return false;

        Span<char> text = stackalloc char[line.Length - 2];
        Encoding.Latin1.GetChars(line[2..], text);
        var lookup = boundaries.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var level)) found = new Found(level, false);
        else if (text.EndsWith("--") && lookup.TryGetValue(text[..^2], out level)) found = new Found(level, true);
        return found.Level >= 0 && (found.IsEnd || parts < MostParts);
    }

    private ReadOnlySpan<byte> Line(out int next)
    {
        var length = Rest.IndexOf((byte)'\n');
        next = length < 0 ? message.Length : at + length + 1;
        var line = length < 0 ? Rest : Rest[..length];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private void SkipLine()
    {
        Line(out var next);
        at = next;
    }

    private static string? Name(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimEnd(" \t"u8);
        if (bytes.Length is 0 or > 200 || bytes.ContainsAnyExceptInRange((byte)33, (byte)126)) return null;
        return Encoding.ASCII.GetString(bytes);
    }

    private readonly record struct Found(int Level, bool IsEnd);

    private sealed record Frame(MimeEntity Entity, string? Boundary, int Outer);
}
