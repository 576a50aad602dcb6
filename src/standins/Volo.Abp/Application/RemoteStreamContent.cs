namespace Volo.Abp.Content;

/// <summary>A file that goes in or out of an application service.</summary>
public interface IRemoteStreamContent : IDisposable
{
    string? FileName { get; }
    string ContentType { get; }
    long? ContentLength { get; }
    Stream GetStream();
}

/// <inheritdoc />
public class RemoteStreamContent(Stream stream, string? fileName = null, string? contentType = null, long? readOnlyLength = null, bool disposeStream = true)
    : IRemoteStreamContent
{
    public virtual string ContentType { get; } = contentType ?? "application/octet-stream";
    public virtual long? ContentLength => readOnlyLength ?? (stream.CanSeek ? stream.Length - stream.Position : null);
    public virtual string? FileName { get; } = fileName;

    public virtual Stream GetStream() => stream;

    public virtual void Dispose()
    {
        if (disposeStream) stream.Dispose();
        GC.SuppressFinalize(this);
    }
}
