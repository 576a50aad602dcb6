using System.Diagnostics.CodeAnalysis;
using MimeKit.Text;
using MimeKit.Utils;

namespace MimeKit;

/// <summary>A mail message (RFC 5322 and 2045 to 2049).</summary>
public class MimeMessage : IDisposable
{
    private readonly Dictionary<HeaderId, InternetAddressList> lists = [];
    private MessageIdList? references;
    private MimeEntity? body;
    private bool writing;

    /// <summary>A new message: from nobody yet, dated now, with an id.</summary>
    public MimeMessage() : this([], null)
    {
        Headers.Add(HeaderId.From, "");
        Date = DateTimeOffset.Now;
        Subject = "";
        MessageId = MimeUtils.GenerateMessageId();
    }

    public MimeMessage(IEnumerable<InternetAddress> from, IEnumerable<InternetAddress> to, string subject, MimeEntity body) : this()
    {
        From.AddRange(from);
        To.AddRange(to);
        Subject = subject;
        Body = body;
    }

    internal MimeMessage(HeaderList headers, MimeEntity? body)
    {
        Headers = headers;
        this.body = body;
        Headers.Changed += OnChanged;
    }

    /// <summary>The message's fields; the body has Content-* of its own.</summary>
    public HeaderList Headers { get; }

    public InternetAddressList From => Addresses(HeaderId.From);

    public InternetAddressList To => Addresses(HeaderId.To);

    public InternetAddressList Cc => Addresses(HeaderId.Cc);

    /// <summary>Recipients the others don't see; not sent with the message.</summary>
    public InternetAddressList Bcc => Addresses(HeaderId.Bcc);

    public InternetAddressList ReplyTo => Addresses(HeaderId.ReplyTo);

    public MailboxAddress? Sender
    {
        get
        {
            var list = new InternetAddressList();
            list.Load(Headers.All(HeaderId.Sender));
            return list.Mailboxes.FirstOrDefault();
        }
        set
        {
            if (value is null) Headers.RemoveAll(HeaderId.Sender);
            else Headers.Replace(new Header(HeaderId.Sender, line => value.Write(line, "", "")));
        }
    }

    [DisallowNull]
    public string? Subject
    {
        get => Headers[HeaderId.Subject];
        set => Headers[HeaderId.Subject] = value;
    }

    /// <summary>When it was written; <see cref="DateTimeOffset.MinValue"/> if the message doesn't say.</summary>
    public DateTimeOffset Date
    {
        get => Headers[HeaderId.Date] is { } value && DateUtils.TryParse(value, out var date) ? date : DateTimeOffset.MinValue;
        set => Headers[HeaderId.Date] = DateUtils.FormatDate(value);
    }

    /// <summary>Without angle brackets.</summary>
    [DisallowNull]
    public string? MessageId
    {
        get => Headers.Find(HeaderId.MessageId) is { } header ? MimeUtils.ParseMessageId(header.Structured()) : null;
        set => Headers[HeaderId.MessageId] = Id(value);
    }

    /// <summary>The id of the message this one answers, without angle brackets.</summary>
    public string? InReplyTo
    {
        get => Headers.Find(HeaderId.InReplyTo) is { } header ? MimeUtils.ParseMessageId(header.Structured()) : null;
        set
        {
            if (value is null) Headers.RemoveAll(HeaderId.InReplyTo);
            else Headers[HeaderId.InReplyTo] = Id(value);
        }
    }

    /// <summary>The ids of the thread, oldest first.</summary>
    public MessageIdList References
    {
        get
        {
            if (references is not null) return references;
            references = [];
            references.Load(Headers.All(HeaderId.References));
            references.Changed += () => Write(HeaderId.References, references.Count, references.Write);
            return references;
        }
    }

    public MimeEntity? Body
    {
        get => body;
        set
        {
            body = value;
            if (value is not null && !Headers.Contains(HeaderId.MimeVersion)) Headers.Add(HeaderId.MimeVersion, "1.0");
        }
    }

    /// <summary>The text to read as plain text, or null.</summary>
    public string? TextBody => GetTextBody(TextFormat.Plain);

    /// <summary>The text to read as HTML, or null.</summary>
    public string? HtmlBody => GetTextBody(TextFormat.Html);

    /// <summary>All parts that aren't multiparts; messages within the message are one part.</summary>
    public IEnumerable<MimeEntity> BodyParts
    {
        get
        {
            var waiting = new Stack<MimeEntity>();
            if (Body is not null) waiting.Push(Body);
            while (waiting.TryPop(out var entity))
            {
                if (entity is not Multipart multipart)
                {
                    yield return entity;
                    continue;
                }

                for (var i = multipart.Count - 1; i >= 0; i--) waiting.Push(multipart[i]);
            }
        }
    }

    public IEnumerable<MimeEntity> Attachments => BodyParts.Where(p => p.IsAttachment);

    /// <exception cref="FormatException">The stream is empty.</exception>
    public static MimeMessage Load(Stream stream, CancellationToken cancellationToken = default) => Load(ParserOptions.Default, stream, cancellationToken);

    /// <inheritdoc cref="Load(Stream, CancellationToken)"/>
    public static MimeMessage Load(ParserOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        new MimeReader(options, MimeReader.ReadAll(stream, cancellationToken)).ReadMessage();

    /// <inheritdoc cref="Load(Stream, CancellationToken)"/>
    public static Task<MimeMessage> LoadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        LoadAsync(ParserOptions.Default, stream, cancellationToken);

    /// <inheritdoc cref="Load(Stream, CancellationToken)"/>
    public static async Task<MimeMessage> LoadAsync(ParserOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        new MimeReader(options, await MimeReader.ReadAllAsync(stream, cancellationToken)).ReadMessage();

    public string? GetTextBody(TextFormat format) => Body switch
    {
        Multipart multipart when multipart.TryGetValue(format, out var part) => part.Text,
        TextPart text when text.Is(format) && !text.IsAttachment => text.Text,
        _ => null
    };

    /// <summary>All mailboxes of To, Cc and Bcc.</summary>
    public IList<MailboxAddress> GetRecipients(bool onlyUnique = false)
    {
        var all = To.Mailboxes.Concat(Cc.Mailboxes).Concat(Bcc.Mailboxes);
        return (onlyUnique ? all.DistinctBy(m => m.Address, StringComparer.OrdinalIgnoreCase) : all).ToList();
    }

    /// <summary>Chooses transfer encodings that pass the constraint.</summary>
    public virtual void Prepare(EncodingConstraint constraint, int maxLineLength = 78) => Body?.Prepare(constraint, maxLineLength);

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default) => WriteTo(FormatOptions.Default, stream, cancellationToken);

    public void WriteTo(FormatOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        WriteTo(options, stream, false, cancellationToken);

    /// <summary>Writes the message, or its fields alone.</summary>
    public void WriteTo(FormatOptions options, Stream stream, bool headersOnly, CancellationToken cancellationToken = default)
    {
        Headers.WriteFields(options, stream);
        Body?.Headers.WriteFields(options, stream);
        stream.Write(options.NewLine);
        if (!headersOnly) Body?.WriteTo(options, stream, true, cancellationToken);
    }

    public Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        WriteToAsync(FormatOptions.Default, stream, cancellationToken);

    public Task WriteToAsync(FormatOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        WriteToAsync(options, stream, false, cancellationToken);

    /// <inheritdoc cref="WriteTo(FormatOptions, Stream, bool, CancellationToken)"/>
    public async Task WriteToAsync(FormatOptions options, Stream stream, bool headersOnly, CancellationToken cancellationToken = default)
    {
        var whole = new MemoryStream();
        WriteTo(options, whole, headersOnly, cancellationToken);
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
        if (disposing) Body?.Dispose();
    }

    internal void SetParsed(MimeEntity entity) => body = entity;

    private static string Id(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return $"<{MimeUtils.ParseMessageId(value) ?? throw new ArgumentException("Invalid Message-Id format.", nameof(value))}>";
    }

    private InternetAddressList Addresses(HeaderId id)
    {
        if (lists.TryGetValue(id, out var list)) return list;
        lists[id] = list = [];
        list.Load(Headers.All(id));
        list.Changed += () => Write(id, list.Count, list.Write);
        return list;
    }

    private void Write(HeaderId id, int count, Action<FoldedLine> write)
    {
        writing = true;
        if (count == 0) Headers.RemoveAll(id);
        else Headers.Replace(new Header(id, write));
        writing = false;
    }

    /// <summary>Fields set by hand are read again.</summary>
    private void OnChanged(Header? header)
    {
        if (writing) return;
        foreach (var (id, list) in lists)
            if (header is null || header.Id == id) list.Load(Headers.All(id));
        if (header is null || header.Id == HeaderId.References) references?.Load(Headers.All(HeaderId.References));
    }
}
