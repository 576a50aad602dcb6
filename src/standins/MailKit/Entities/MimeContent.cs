namespace MimeKit;

/// <summary>The content of a part, in the encoding it is kept in.</summary>
public interface IMimeContent : IDisposable
{
    ContentEncoding Encoding { get; }

    /// <summary>The content as kept, before decoding.</summary>
    Stream Stream { get; }

    /// <summary>The decoded content.</summary>
    Stream Open();

    void DecodeTo(Stream stream, CancellationToken cancellationToken = default);

    Task DecodeToAsync(Stream stream, CancellationToken cancellationToken = default);

    void WriteTo(Stream stream, CancellationToken cancellationToken = default);

    Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default);
}

/// <inheritdoc cref="IMimeContent"/>
public class MimeContent : IMimeContent
{
    /// <param name="stream">Readable and seekable.</param>
    /// <param name="encoding">What the stream's bytes are encoded in; default: they aren't.</param>
    public MimeContent(Stream stream, ContentEncoding encoding = ContentEncoding.Default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead) throw new ArgumentException("The stream can't be read.", nameof(stream));
        if (!stream.CanSeek) throw new ArgumentException("The stream can't be sought.", nameof(stream));
        (Stream, Encoding) = (stream, encoding);
    }

    internal MimeContent(ReadOnlyMemory<byte> bytes, ContentEncoding encoding)
    {
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment);
        Stream = new MemoryStream(segment.Array ?? [], segment.Offset, segment.Count, writable: false, publiclyVisible: true);
        Encoding = encoding;
    }

    public ContentEncoding Encoding { get; }

    public Stream Stream { get; }

    public Stream Open() => new MemoryStream(Decoded().ToArray(), writable: false);

    public void DecodeTo(Stream stream, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        stream.Write(Decoded().Span);
    }

    public Task DecodeToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        stream.WriteAsync(Decoded(), cancellationToken).AsTask();

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        stream.Write(BytesOf(this).Span);
    }

    public Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        stream.WriteAsync(BytesOf(this), cancellationToken).AsTask();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Stream.Dispose();
    }

    internal static ReadOnlyMemory<byte> DecodedBytesOf(IMimeContent content)
    {
        var bytes = BytesOf(content);
        return content.Encoding is ContentEncoding.Base64 or ContentEncoding.QuotedPrintable
            ? TransferEncodings.Decode(bytes.Span, content.Encoding)
            : bytes;
    }

    internal static ReadOnlyMemory<byte> BytesOf(IMimeContent content)
    {
        if (content.Stream is MemoryStream memory)
        {
            if (memory.TryGetBuffer(out var segment)) return segment;
            return memory.ToArray();
        }

        var bytes = new byte[content.Stream.Length];
        content.Stream.Position = 0;
        content.Stream.ReadExactly(bytes);
        return bytes;
    }

    private ReadOnlyMemory<byte> Decoded() => DecodedBytesOf(this);
}
