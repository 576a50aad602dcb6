namespace MimeKit;

/// <summary>A message within a message (RFC 2046, 5.2.1).</summary>
public class MessagePart : MimeEntity
{
    public MessagePart() : this("rfc822")
    {
    }

    public MessagePart(string subtype) : base("message", subtype)
    {
    }

    private protected MessagePart(string mediaType, string mediaSubtype) : base(mediaType, mediaSubtype)
    {
    }

    internal MessagePart(ParsedHeaders parsed) : base(parsed)
    {
    }

    public MimeMessage? Message { get; set; }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78) => Message?.Prepare(constraint, maxLineLength);

    internal override void WriteContent(FormatOptions options, Stream stream, CancellationToken cancellationToken)
    {
        // Within a message nothing is hidden: it is somebody's mail as it was.
        var whole = options.Clone();
        whole.HiddenHeaders.Clear();
        Message?.WriteTo(whole, stream, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Message?.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>The header of a message, as a bounce quotes it.</summary>
public class TextRfc822Headers : MessagePart
{
    public TextRfc822Headers() : base("text", "rfc822-headers")
    {
    }

    internal TextRfc822Headers(ParsedHeaders parsed) : base(parsed)
    {
    }
}

/// <summary>What became of a message, for machines (RFC 3464).</summary>
public class MessageDeliveryStatus : MimePart
{
    private HeaderListCollection? groups;
    private IMimeContent? groupsContent;

    public MessageDeliveryStatus() : base("message", "delivery-status")
    {
    }

    internal MessageDeliveryStatus(ParsedHeaders parsed) : base(parsed)
    {
    }

    /// <summary>First the fields about the message, then a group for each recipient.</summary>
    public HeaderListCollection StatusGroups
    {
        get
        {
            if (groups is not null && ReferenceEquals(groupsContent, Content)) return groups;
            groups = [];
            groupsContent = Content;
            if (Content is not null)
            {
                foreach (var group in MimeReader.ReadGroups(MimeContent.DecodedBytesOf(Content))) groups.Add(group);
            }

            groups.Changed += WriteGroups;
            return groups;
        }
    }

    private void WriteGroups()
    {
        var content = new MemoryStream();
        foreach (var group in groups!)
        {
            if (content.Length > 0) content.Write(FormatOptions.Default.NewLine);
            group.WriteFields(FormatOptions.Default, content);
        }

        Content = groupsContent = new MimeContent(content.ToArray(), ContentEncoding.Default);
    }
}
