using MimeKit.Utils;

namespace MimeKit;

/// <summary>A part of a message: content, a message, or a multipart of further parts.</summary>
public abstract class MimeEntity : IDisposable
{
    private ContentType? contentType;
    private ContentDisposition? contentDisposition;
    private bool writing;

    protected MimeEntity(ContentType contentType)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        Headers = [];
        Headers.Changed += OnChanged;
        Use(contentType);
        WriteContentType();
    }

    protected MimeEntity(string mediaType, string mediaSubtype) : this(new ContentType(mediaType, mediaSubtype))
    {
    }

    internal MimeEntity(ParsedHeaders parsed)
    {
        Headers = parsed.Headers;
        Headers.Changed += OnChanged;
        Use(parsed.ContentType);
    }

    /// <summary>The part's own fields, Content-*; a message's other fields are the message's.</summary>
    public HeaderList Headers { get; }

    public ContentType ContentType => contentType ?? Use(TypeOf(Headers));

    public ContentDisposition? ContentDisposition
    {
        get
        {
            if (contentDisposition is null && Headers.Find(HeaderId.ContentDisposition) is { } header
                && ContentDisposition.TryParse(header.Structured(), out var parsed))
                Use(parsed);
            return contentDisposition;
        }
        set
        {
            if (contentDisposition is not null) contentDisposition.Changed -= WriteContentDisposition;
            contentDisposition = null;
            if (value is null)
            {
                Headers.RemoveAll(HeaderId.ContentDisposition);
                return;
            }

            Use(value);
            WriteContentDisposition();
        }
    }

    public bool IsAttachment
    {
        get => ContentDisposition?.IsAttachment ?? false;
        set
        {
            if (ContentDisposition is { } disposition) disposition.IsAttachment = value;
            else ContentDisposition = new ContentDisposition(value ? ContentDisposition.Attachment : ContentDisposition.Inline);
        }
    }

    /// <summary>Without angle brackets.</summary>
    public string? ContentId
    {
        get => Headers[HeaderId.ContentId] is { } value ? MimeUtils.ParseMessageId(value) : null;
        set
        {
            if (value is null) Headers.RemoveAll(HeaderId.ContentId);
            else Headers[HeaderId.ContentId] = $"<{MimeUtils.ParseMessageId(value) ?? throw new ArgumentException("Invalid Content-Id format.", nameof(value))}>";
        }
    }

    /// <summary>Reads a part.</summary>
    public static MimeEntity Load(Stream stream, CancellationToken cancellationToken = default) =>
        new MimeReader(ParserOptions.Default, MimeReader.ReadAll(stream, cancellationToken)).ReadEntity();

    /// <inheritdoc cref="Load(Stream, CancellationToken)"/>
    public static async Task<MimeEntity> LoadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        new MimeReader(ParserOptions.Default, await MimeReader.ReadAllAsync(stream, cancellationToken)).ReadEntity();

    /// <summary>Chooses transfer encodings that pass the constraint.</summary>
    public abstract void Prepare(EncodingConstraint constraint, int maxLineLength = 78);

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default) => WriteTo(FormatOptions.Default, stream, cancellationToken);

    public void WriteTo(FormatOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        WriteTo(options, stream, false, cancellationToken);

    /// <summary>Writes the part, or its content alone.</summary>
    public virtual void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!contentOnly) Headers.WriteTo(options, stream, cancellationToken);
        WriteContent(options, stream, cancellationToken);
    }

    public Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        WriteToAsync(FormatOptions.Default, stream, cancellationToken);

    public Task WriteToAsync(FormatOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        WriteToAsync(options, stream, false, cancellationToken);

    /// <inheritdoc cref="WriteTo(FormatOptions, Stream, bool, CancellationToken)"/>
    public virtual async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        var whole = new MemoryStream();
        WriteTo(options, whole, contentOnly, cancellationToken);
        await stream.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), cancellationToken);
    }

    public override string ToString()
    {
        var whole = new MemoryStream();
        WriteTo(whole);
        return Charsets.Guess(whole.GetBuffer().AsSpan(0, (int)whole.Length));
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    internal abstract void WriteContent(FormatOptions options, Stream stream, CancellationToken cancellationToken);

    internal static ContentType TypeOf(HeaderList headers)
    {
        if (headers.Find(HeaderId.ContentType) is not { } header) return new ContentType("text", "plain");
        return ContentType.TryParse(header.Structured(), out var type) ? type : new ContentType("application", "octet-stream");
    }

    /// <summary>What the multipart and text constructors accept besides parts: headers, as the genuine ones do.</summary>
    private protected bool Take(object item)
    {
        switch (item)
        {
            case Header header:
                Headers.Replace(header);
                return true;
            case IEnumerable<Header> headers:
                foreach (var header in headers) Headers.Replace(header);
                return true;
            default:
                return false;
        }
    }

    private ContentType Use(ContentType type)
    {
        contentType = type;
        type.Changed += WriteContentType;
        return type;
    }

    private void Use(ContentDisposition disposition)
    {
        contentDisposition = disposition;
        disposition.Changed += WriteContentDisposition;
    }

    private void WriteContentType() => Write(new Header(HeaderId.ContentType, contentType!.Write));

    private void WriteContentDisposition() => Write(new Header(HeaderId.ContentDisposition, contentDisposition!.Write));

    private void Write(Header header)
    {
        writing = true;
        Headers.Replace(header);
        writing = false;
    }

    /// <summary>A field set by hand is read again.</summary>
    private void OnChanged(Header? header)
    {
        if (writing) return;
        if (contentType is not null && (header is null || header.Id == HeaderId.ContentType))
        {
            contentType.Changed -= WriteContentType;
            contentType = null;
        }

        if (contentDisposition is not null && (header is null || header.Id == HeaderId.ContentDisposition))
        {
            contentDisposition.Changed -= WriteContentDisposition;
            contentDisposition = null;
        }
    }
}

/// <summary>What the reader knows of a part before its content.</summary>
internal sealed record ParsedHeaders(HeaderList Headers, ContentType ContentType);
