namespace MimeKit;

/// <summary>A part with content of its own.</summary>
public class MimePart : MimeEntity
{
    public MimePart() : this("application", "octet-stream")
    {
    }

    public MimePart(string contentType) : base(ContentType.Parse(contentType))
    {
    }

    public MimePart(ContentType contentType) : base(contentType)
    {
    }

    public MimePart(string mediaType, string mediaSubtype) : base(mediaType, mediaSubtype)
    {
    }

    internal MimePart(ParsedHeaders parsed) : base(parsed)
    {
    }

    public IMimeContent? Content { get; set; }

    /// <summary>How the content is written; default until it is set or prepared.</summary>
    public ContentEncoding ContentTransferEncoding
    {
        get => EncodingOf(Headers);
        set
        {
            if (value == ContentEncoding.Default) Headers.RemoveAll(HeaderId.ContentTransferEncoding);
            else Headers[HeaderId.ContentTransferEncoding] = NameOf(value);
        }
    }

    /// <summary>From Content-Disposition or, as many clients do, from Content-Type. Setting it writes both.</summary>
    public string? FileName
    {
        get => (ContentDisposition?.FileName ?? ContentType.Name)?.Trim();
        set
        {
            if (value is not null) ContentDisposition ??= new ContentDisposition();
            if (ContentDisposition is { } disposition) disposition.FileName = value;
            ContentType.Name = value;
        }
    }

    public ContentEncoding GetBestEncoding(EncodingConstraint constraint, CancellationToken cancellationToken = default) =>
        GetBestEncoding(constraint, 78, cancellationToken);

    /// <summary>The plainest encoding that carries the content through the constraint.</summary>
    public ContentEncoding GetBestEncoding(EncodingConstraint constraint, int maxLineLength, CancellationToken cancellationToken = default)
    {
        if (Content is null) return ContentEncoding.SevenBit;
        return TransferEncodings.Best(MimeContent.DecodedBytesOf(Content).Span, IsLines, constraint, maxLineLength);
    }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78)
    {
        // What is encoded passes everywhere, and a signature over it stays valid.
        if (ContentTransferEncoding is ContentEncoding.Base64 or ContentEncoding.QuotedPrintable) return;
        ContentTransferEncoding = GetBestEncoding(constraint, maxLineLength);
    }

    internal override void WriteContent(FormatOptions options, Stream stream, CancellationToken cancellationToken)
    {
        if (Content is null) return;
        var target = ContentTransferEncoding;
        var newLine = options.NewLine;
        if (Content.Encoding == target || target is ContentEncoding.Default)
        {
            WriteAsIs(MimeContent.BytesOf(Content).Span, Content.Encoding);
            return;
        }

        var bytes = MimeContent.DecodedBytesOf(Content);
        switch (target)
        {
            case ContentEncoding.Base64:
                TransferEncodings.EncodeBase64(ContentType.IsMimeType("text", "*") ? Canonical(bytes).Span : bytes.Span, stream, newLine);
                break;
            case ContentEncoding.QuotedPrintable:
                TransferEncodings.EncodeQuotedPrintable(bytes.Span, stream, newLine);
                break;
            default:
                WriteAsIs(bytes.Span, target);
                break;
        }

        void WriteAsIs(ReadOnlySpan<byte> content, ContentEncoding encoding)
        {
            if (encoding == ContentEncoding.Binary) stream.Write(content);
            else TransferEncodings.WriteLines(content, stream, newLine);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Content?.Dispose();
        base.Dispose(disposing);
    }

    internal static ContentEncoding EncodingOf(HeaderList headers) => headers[HeaderId.ContentTransferEncoding]?.Trim().ToLowerInvariant() switch
    {
        "7bit" or "7-bit" => ContentEncoding.SevenBit,
        "8bit" or "8-bit" => ContentEncoding.EightBit,
        "binary" => ContentEncoding.Binary,
        "base64" => ContentEncoding.Base64,
        "quoted-printable" => ContentEncoding.QuotedPrintable,
        _ => ContentEncoding.Default
    };

    private bool IsLines => ContentType.IsMimeType("text", "*") || ContentType.IsMimeType("message", "*");

    // RFC 2046, 4.1.1: a line of text ends with CRLF, in base64 too.
    private static ReadOnlyMemory<byte> Canonical(ReadOnlyMemory<byte> text)
    {
        var lines = new MemoryStream(text.Length + 64);
        TransferEncodings.WriteLines(text.Span, lines, "\r\n"u8);
        return lines.GetBuffer().AsMemory(0, (int)lines.Length);
    }

    private static string NameOf(ContentEncoding encoding) => encoding switch
    {
        ContentEncoding.SevenBit => "7bit",
        ContentEncoding.EightBit => "8bit",
        ContentEncoding.Binary => "binary",
        ContentEncoding.Base64 => "base64",
        ContentEncoding.QuotedPrintable => "quoted-printable",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding))
    };
}
