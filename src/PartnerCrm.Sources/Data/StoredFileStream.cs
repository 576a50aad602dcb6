namespace PartnerCrm.Sources;

/// <summary>A stored file as a seekable stream with one chunk in memory. Asynchronous only.</summary>
public sealed class StoredFileStream(long length, Func<int, CancellationToken, Task<byte[]>> loadChunk) : Stream
{
    private byte[] chunk = [];
    private int chunkNumber = -1;
    private long position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0) return 0;
        var number = (int)(position / StoredFile.ChunkLength);
        if (number != chunkNumber)
        {
            chunk = await loadChunk(number, cancellationToken);
            chunkNumber = number;
        }
        var offset = (int)(position % StoredFile.ChunkLength);
        var count = Math.Min(buffer.Length, chunk.Length - offset);
        if (count <= 0) throw new EndOfStreamException("A chunk of the stored file is shorter than it should be.");
        chunk.AsMemory(offset, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously: each chunk is a query.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
