using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MimeKit;

/// <summary>The Content-Type of a part (RFC 2045, section 5).</summary>
public class ContentType
{
    private string mediaType;
    private string mediaSubtype;

    /// <exception cref="ArgumentException">A name isn't a token.</exception>
    public ContentType(string mediaType, string mediaSubtype)
    {
        this.mediaType = Token(mediaType);
        this.mediaSubtype = Token(mediaSubtype);
        Parameters.Changed += OnChanged;
    }

    internal event Action? Changed;

    public ParameterList Parameters { get; } = [];

    public string MediaType
    {
        get => mediaType;
        set
        {
            mediaType = Token(value);
            OnChanged();
        }
    }

    public string MediaSubtype
    {
        get => mediaSubtype;
        set
        {
            mediaSubtype = Token(value);
            OnChanged();
        }
    }

    /// <summary>Type and subtype, e.g. <c>text/plain</c>.</summary>
    public string MimeType => $"{mediaType}/{mediaSubtype}";

    public string? Charset
    {
        get => Parameters["charset"];
        set => Set("charset", value);
    }

    /// <summary>The encoding the charset names, or null if there is none or it is unknown.</summary>
    public Encoding? CharsetEncoding
    {
        get => Charsets.Find(Charset);
        set => Charset = value is null ? null : Charsets.NameOf(value);
    }

    public string? Boundary
    {
        get => Parameters["boundary"];
        set => Set("boundary", value);
    }

    public string? Format
    {
        get => Parameters["format"];
        set => Set("format", value);
    }

    public string? Name
    {
        get => Parameters["name"];
        set => Set("name", value);
    }

    public static ContentType Parse(string text) =>
        TryParse(text, out var type) ? type : throw new ParseException($"Invalid Content-Type: '{text}'.", 0, 0);

    public static bool TryParse(string text, [NotNullWhen(true)] out ContentType? type)
    {
        ArgumentNullException.ThrowIfNull(text);
        type = null;
        var parsed = new ContentType("text", "plain");
        var value = ParameterReader.Read(text, parsed.Parameters);
        var slash = value.IndexOf('/');
        var (main, sub) = slash < 0 ? (value, "") : (value[..slash].Trim(), value[(slash + 1)..].Trim());
        if (slash < 0 && main.Equals("text", StringComparison.OrdinalIgnoreCase)) sub = "plain";
        if (!IsToken(main) || !IsToken(sub)) return false;

        (parsed.mediaType, parsed.mediaSubtype) = (main, sub);
        type = parsed;
        return true;
    }

    /// <summary>Compares without regard to case; <c>*</c> matches everything.</summary>
    public bool IsMimeType(string mediaType, string mediaSubtype) => Matches(mediaType, this.mediaType) && Matches(mediaSubtype, this.mediaSubtype);

    public ContentType Clone()
    {
        var clone = new ContentType(mediaType, mediaSubtype);
        foreach (var parameter in Parameters) clone.Parameters.Add(parameter.Clone());
        return clone;
    }

    public override string ToString() => $"Content-Type: {MimeType}{Parameters}";

    internal void Write(FoldedLine line)
    {
        line.Append(MimeType);
        Parameters.Write(line);
    }

    internal static bool IsToken(string value) =>
        value.Length is > 0 and <= 127 && value.All(c => c is > ' ' and < '\x7f' && !"()<>@,;:\\\"/[]?=".Contains(c));

    private static string Token(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsToken(value) ? value : throw new ArgumentException("Illegal characters in media type.", nameof(value));
    }

    private static bool Matches(string pattern, string value) => pattern == "*" || pattern.Equals(value, StringComparison.OrdinalIgnoreCase);

    private void Set(string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) Parameters.Remove(name);
        else Parameters[name] = value;
    }

    private void OnChanged() => Changed?.Invoke();
}

/// <summary>How a part wants to be shown (RFC 2183).</summary>
public class ContentDisposition
{
    public const string Attachment = "attachment";
    public const string Inline = "inline";

    private string disposition;

    public ContentDisposition() : this(Attachment)
    {
    }

    public ContentDisposition(string disposition)
    {
        this.disposition = Checked(disposition);
        Parameters.Changed += OnChanged;
    }

    internal event Action? Changed;

    public ParameterList Parameters { get; } = [];

    public string Disposition
    {
        get => disposition;
        set
        {
            disposition = Checked(value);
            OnChanged();
        }
    }

    public bool IsAttachment
    {
        get => disposition.Equals(Attachment, StringComparison.OrdinalIgnoreCase);
        set => Disposition = value ? Attachment : Inline;
    }

    public string? FileName
    {
        get => Parameters["filename"];
        set
        {
            if (string.IsNullOrEmpty(value)) Parameters.Remove("filename");
            else Parameters["filename"] = value;
        }
    }

    public static ContentDisposition Parse(string text) =>
        TryParse(text, out var disposition) ? disposition : throw new ParseException($"Invalid Content-Disposition: '{text}'.", 0, 0);

    public static bool TryParse(string text, [NotNullWhen(true)] out ContentDisposition? disposition)
    {
        ArgumentNullException.ThrowIfNull(text);
        disposition = new ContentDisposition();
        var value = ParameterReader.Read(text, disposition.Parameters);
        disposition.disposition = ContentType.IsToken(value) ? value : Attachment; // RFC 2183, 2.8: unknown means attachment
        return value.Length > 0 || disposition.Parameters.Count > 0;
    }

    public ContentDisposition Clone()
    {
        var clone = new ContentDisposition(disposition);
        foreach (var parameter in Parameters) clone.Parameters.Add(parameter.Clone());
        return clone;
    }

    public override string ToString() => $"Content-Disposition: {disposition}{Parameters}";

    internal void Write(FoldedLine line)
    {
        line.Append(disposition);
        Parameters.Write(line);
    }

    private static string Checked(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ContentType.IsToken(value) ? value : throw new ArgumentException("Illegal characters in disposition.", nameof(value));
    }

    private void OnChanged() => Changed?.Invoke();
}
