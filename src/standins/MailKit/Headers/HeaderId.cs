using System.Collections.Frozen;
using System.Text;

namespace MimeKit;

/// <summary>Well-known header fields. The numbers are the genuine ones.</summary>
public enum HeaderId
{
    Unknown = -1, AuthenticationResults = 11, AutoSubmitted = 16, Bcc = 19, Cc = 22, Comments = 23, ContentClass = 26,
    ContentDescription = 27, ContentDisposition = 28, ContentId = 31, ContentLanguage = 33, ContentLength = 34, ContentLocation = 35,
    ContentTransferEncoding = 38, ContentType = 40, Date = 44, DispositionNotificationTo = 50, DkimSignature = 52, From = 59,
    Importance = 61, InReplyTo = 64, Keywords = 65, ListArchive = 69, ListHelp = 70, ListId = 71, ListOwner = 72, ListPost = 73,
    ListSubscribe = 74, ListUnsubscribe = 75, ListUnsubscribePost = 76, MessageId = 77, MimeVersion = 78, Organization = 81,
    OriginalMessageId = 83, OriginalRecipient = 84, Precedence = 88, Priority = 90, Received = 91, ReceivedSPF = 92, References = 93,
    ReplyTo = 96, ResentBcc = 98, ResentCc = 99, ResentDate = 100, ResentFrom = 101, ResentMessageId = 102, ResentReplyTo = 103,
    ResentSender = 104, ResentTo = 105, ReturnPath = 106, ReturnReceiptTo = 107, Sender = 109, Sensitivity = 110, Status = 112,
    Subject = 113, To = 117, UserAgent = 118, XMailer = 127, XMSMailPriority = 128, XPriority = 129, XStatus = 130
}

/// <summary>Between <see cref="HeaderId"/> and the field names on the wire.</summary>
public static class HeaderIdExtensions
{
    private static readonly FrozenDictionary<HeaderId, string> Names = Enum.GetValues<HeaderId>()
        .Where(id => id != HeaderId.Unknown)
        .ToFrozenDictionary(id => id, NameOf);

    private static readonly FrozenDictionary<string, HeaderId> Ids = Names
        .ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The field name, e.g. <c>List-Unsubscribe</c>.</summary>
    public static string ToHeaderName(this HeaderId value) =>
        Names.TryGetValue(value, out var name) ? name : throw new ArgumentOutOfRangeException(nameof(value));

    internal static HeaderId IdOf(string field) => Ids.GetValueOrDefault(field, HeaderId.Unknown);

    private static string NameOf(HeaderId id)
    {
        switch (id)
        {
            case HeaderId.DkimSignature: return "DKIM-Signature";
            case HeaderId.MimeVersion: return "MIME-Version";
            case HeaderId.ReceivedSPF: return "Received-SPF";
            case HeaderId.XMSMailPriority: return "X-MSMail-Priority";
        }

        var name = new StringBuilder();
        foreach (var letter in id.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0) name.Append('-');
            name.Append(letter);
        }

        return name.ToString();
    }
}
