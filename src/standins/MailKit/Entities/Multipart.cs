using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MimeKit.Text;

namespace MimeKit;

/// <summary>A part made of parts (RFC 2046, section 5.1).</summary>
public class Multipart : MimeEntity, IList<MimeEntity>
{
    private readonly List<MimeEntity> children = [];

    public Multipart() : this("mixed")
    {
    }

    public Multipart(string subtype) : base("multipart", subtype) => ContentType.Boundary = NewBoundary();

    /// <param name="subtype">E.g. mixed, alternative, related.</param>
    /// <param name="args">Parts and headers.</param>
    public Multipart(string subtype, params object[] args) : this(subtype) => AddAll(args);

    internal Multipart(ParsedHeaders parsed) : base(parsed)
    {
    }

    [DisallowNull]
    public string? Boundary
    {
        get => ContentType.Boundary;
        set => ContentType.Boundary = value;
    }

    /// <summary>Text before the first part, for clients from before MIME.</summary>
    public string? Preamble { get; set; }

    /// <summary>Text after the last part.</summary>
    public string? Epilogue { get; set; }

    public int Count => children.Count;
    public bool IsReadOnly => false;
    public MimeEntity this[int index] { get => children[index]; set => children[index] = Checked(value); }
    public void Add(MimeEntity entity) => children.Add(Checked(entity));
    public void Insert(int index, MimeEntity entity) => children.Insert(index, Checked(entity));
    public bool Remove(MimeEntity entity) => children.Remove(entity);
    public void RemoveAt(int index) => children.RemoveAt(index);
    public void Clear() => children.Clear();
    public bool Contains(MimeEntity entity) => children.Contains(entity);
    public int IndexOf(MimeEntity entity) => children.IndexOf(entity);
    public void CopyTo(MimeEntity[] array, int arrayIndex) => children.CopyTo(array, arrayIndex);
    public IEnumerator<MimeEntity> GetEnumerator() => children.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The first text of that kind that isn't an attachment.</summary>
    public virtual bool TryGetValue(TextFormat format, [NotNullWhen(true)] out TextPart? body)
    {
        foreach (var child in children)
        {
            if (Holds(child, format, out body)) return true;
        }

        body = null;
        return false;
    }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78)
    {
        if (string.IsNullOrEmpty(Boundary)) Boundary = NewBoundary();
        foreach (var child in children) child.Prepare(constraint, maxLineLength);
    }

    internal override void WriteContent(FormatOptions options, Stream stream, CancellationToken cancellationToken)
    {
        var newLine = options.NewLine;
        var boundary = Charsets.Utf8.GetBytes("--" + (Boundary ??= NewBoundary()));
        if (Preamble is not null)
        {
            TransferEncodings.WriteLines(Charsets.Utf8.GetBytes(Preamble), stream, newLine);
            if (children.Count > 0 && !Preamble.EndsWith('\n')) stream.Write(newLine);
        }

        foreach (var child in children)
        {
            stream.Write(boundary);
            stream.Write(newLine);
            child.WriteTo(options, stream, false, cancellationToken);
            stream.Write(newLine);
        }

        // What was read without parts has no boundary in it either.
        if (children.Count == 0 && Preamble is not null) return;
        stream.Write(boundary);
        stream.Write("--"u8);
        stream.Write(newLine);
        if (Epilogue is not null) TransferEncodings.WriteLines(Charsets.Utf8.GetBytes(Epilogue), stream, newLine);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var child in children) child.Dispose();
        }

        base.Dispose(disposing);
    }

    private protected void AddAll(object[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        foreach (var item in args)
        {
            if (item is MimeEntity entity) Add(entity);
            else if (!Take(item)) throw new ArgumentException($"Unknown argument: {item}.", nameof(args));
        }
    }

    private protected static bool Holds(MimeEntity child, TextFormat format, [NotNullWhen(true)] out TextPart? body)
    {
        body = child as TextPart;
        if (child is Multipart multipart) return multipart.TryGetValue(format, out body);
        if (body is not null && !body.IsAttachment && body.Is(format)) return true;
        body = null;
        return false;
    }

    private static string NewBoundary() => $"=-{Convert.ToBase64String(RandomNumberGenerator.GetBytes(15))}"; // 120 random bits: no content has them

    private static MimeEntity Checked(MimeEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity;
    }
}

/// <summary>The same thing in several forms, the best one last (RFC 2046, 5.1.4).</summary>
public class MultipartAlternative : Multipart
{
    public MultipartAlternative() : base("alternative")
    {
    }

    public MultipartAlternative(params object[] args) : base("alternative", args)
    {
    }

    internal MultipartAlternative(ParsedHeaders parsed) : base(parsed)
    {
    }

    public string? TextBody => GetTextBody(TextFormat.Plain);

    public string? HtmlBody => GetTextBody(TextFormat.Html);

    public string? GetTextBody(TextFormat format) => TryGetValue(format, out var body) ? body.Text : null;

    public override bool TryGetValue(TextFormat format, [NotNullWhen(true)] out TextPart? body)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Holds(this[i], format, out body)) return true;
        }

        body = null;
        return false;
    }
}

/// <summary>A document and what it shows, such as HTML and its images (RFC 2387).</summary>
public class MultipartRelated : Multipart
{
    public MultipartRelated() : base("related")
    {
    }

    public MultipartRelated(params object[] args) : base("related", args)
    {
    }

    internal MultipartRelated(ParsedHeaders parsed) : base(parsed)
    {
    }

    /// <summary>The document: what the start parameter names, else the first part.</summary>
    [DisallowNull]
    public MimeEntity? Root
    {
        get
        {
            var start = ContentType.Parameters["start"] is { } id ? Utils.MimeUtils.ParseMessageId(id) : null;
            return (start is null ? null : this.FirstOrDefault(p => p.ContentId == start)) ?? this.FirstOrDefault();
        }
        set
        {
            if (Count > 0) this[0] = value;
            else Add(value);
            ContentType.Parameters["type"] = value.ContentType.MimeType;
        }
    }

    public override bool TryGetValue(TextFormat format, [NotNullWhen(true)] out TextPart? body)
    {
        body = null;
        return Root is { } root && Holds(root, format, out body);
    }
}

/// <summary>A report such as a bounce (RFC 6522): text, the report itself, and perhaps the message it is about.</summary>
public class MultipartReport : Multipart
{
    public MultipartReport(string reportType) : base("report") => ReportType = reportType;

    public MultipartReport(string reportType, params object[] args) : base("report", args) => ReportType = reportType;

    internal MultipartReport(ParsedHeaders parsed) : base(parsed)
    {
    }

    /// <summary>E.g. delivery-status.</summary>
    [DisallowNull]
    public string? ReportType
    {
        get => ContentType.Parameters["report-type"];
        set => ContentType.Parameters["report-type"] = value;
    }
}
