using System.Collections;

namespace MimeKit;

/// <summary>Puts together the usual message: text, HTML, what it shows, and attachments.</summary>
public class BodyBuilder
{
    public string? TextBody { get; set; }

    public string? HtmlBody { get; set; }

    /// <summary>What the HTML shows, by Content-Id.</summary>
    public AttachmentCollection LinkedResources { get; } = new(true);

    public AttachmentCollection Attachments { get; } = [];

    public MimeEntity ToMessageBody()
    {
        MimeEntity? body = TextBody is null ? null : new TextPart("plain") { Text = TextBody };
        if (HtmlBody is not null)
        {
            MimeEntity html = new TextPart("html") { Text = HtmlBody };
            if (LinkedResources.Count > 0)
            {
                var related = new MultipartRelated { Root = html };
                foreach (var resource in LinkedResources) related.Add(resource);
                html = related;
            }

            body = body is null ? html : new MultipartAlternative(body, html);
        }

        if (Attachments.Count == 0) return body ?? new TextPart("plain") { Text = "" };
        var mixed = new Multipart("mixed");
        if (body is not null) mixed.Add(body);
        foreach (var attachment in Attachments) mixed.Add(attachment);
        return mixed;
    }
}

/// <summary>Attachments, or resources that HTML shows.</summary>
public class AttachmentCollection : IList<MimeEntity>
{
    private readonly List<MimeEntity> items = [];
    private readonly bool linked;

    public AttachmentCollection() : this(false)
    {
    }

    public AttachmentCollection(bool linkedResources) => linked = linkedResources;

    public int Count => items.Count;
    public bool IsReadOnly => false;
    public MimeEntity this[int index] { get => items[index]; set => items[index] = value; }
    public void Add(MimeEntity attachment) => items.Add(attachment);
    public void Insert(int index, MimeEntity attachment) => items.Insert(index, attachment);
    public bool Remove(MimeEntity attachment) => items.Remove(attachment);
    public void RemoveAt(int index) => items.RemoveAt(index);
    public void Clear() => items.Clear();
    public bool Contains(MimeEntity attachment) => items.Contains(attachment);
    public int IndexOf(MimeEntity attachment) => items.IndexOf(attachment);
    public void CopyTo(MimeEntity[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
    public IEnumerator<MimeEntity> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public MimeEntity Add(string fileName, byte[] data) => Add(fileName, data, ContentType.Parse(MimeTypes.GetMimeType(fileName)));

    public MimeEntity Add(string fileName, byte[] data, ContentType contentType)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Add(fileName, new MemoryStream(data, 0, data.Length, false, true), contentType);
    }

    public MimeEntity Add(string fileName, Stream stream, CancellationToken cancellationToken = default) =>
        Add(fileName, stream, ContentType.Parse(MimeTypes.GetMimeType(fileName)), cancellationToken);

    public MimeEntity Add(string fileName, Stream stream, ContentType contentType, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ArgumentNullException.ThrowIfNull(contentType);
        var content = new MimeContent(MimeReader.ReadAll(stream, cancellationToken), ContentEncoding.Default);
        MimePart part = contentType.IsMimeType("text", "*") ? new TextPart(contentType.MediaSubtype) : new MimePart(contentType.Clone());
        foreach (var parameter in contentType.Parameters) part.ContentType.Parameters[parameter.Name] = parameter.Value;
        part.Content = content;
        part.ContentDisposition = new ContentDisposition(linked ? ContentDisposition.Inline : ContentDisposition.Attachment);
        part.FileName = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        part.ContentTransferEncoding = part is TextPart ? part.GetBestEncoding(EncodingConstraint.SevenBit, cancellationToken) : ContentEncoding.Base64;
        if (linked) part.ContentId = Utils.MimeUtils.GenerateMessageId();
        Add(part);
        return part;
    }
}

/// <summary>Media types by file name.</summary>
public static class MimeTypes
{
    /// <summary>The type of the file name's extension, else application/octet-stream.</summary>
    public static string GetMimeType(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".txt" => "text/plain",
            ".htm" or ".html" => "text/html",
            ".csv" => "text/csv",
            ".ics" => "text/calendar",
            ".vcf" => "text/vcard",
            ".xml" => "text/xml",
            ".json" => "application/json",
            ".pdf" => "application/pdf",
            ".zip" => "application/zip",
            ".doc" => "application/msword",
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".gif" => "image/gif",
            ".svg" => "image/svg+xml",
            ".eml" => "message/rfc822",
            _ => "application/octet-stream"
        };
    }
}
