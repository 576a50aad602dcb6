namespace PartnerCrm.Sources;

/// <summary>A stream whose beginning can be looked at before it is read: a file inside an archive can't be rewound.</summary>
internal sealed class HeadStream : Stream
{
    private readonly Stream rest;
    private readonly byte[] head;
    private int headRead;

    private HeadStream(Stream rest, byte[] head) => (this.rest, this.head) = (rest, head);

    public ReadOnlySpan<byte> Head => head;
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static async Task<HeadStream> OpenAsync(Stream stream, int headLength, CancellationToken cancellationToken)
    {
        var head = new byte[headLength];
        var read = await stream.ReadAtLeastAsync(head, headLength, throwOnEndOfStream: false, cancellationToken);
        return new HeadStream(stream, head[..read]);
    }

    public override int Read(Span<byte> buffer) => headRead < head.Length ? FromHead(buffer) : rest.Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        headRead < head.Length ? FromHead(buffer.Span) : await rest.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }

    private int FromHead(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, head.Length - headRead);
        head.AsSpan(headRead, count).CopyTo(buffer);
        headRead += count;
        return count;
    }
}
