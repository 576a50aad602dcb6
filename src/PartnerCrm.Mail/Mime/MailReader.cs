using System.Text.RegularExpressions;
using MimeKit;

namespace PartnerCrm.Mail;

/// <summary>Reads MIME tolerantly: whatever arrives gives a <see cref="ReadMail"/>, if need be one that only says what is wrong with it.</summary>
public static partial class MailReader
{
    private const int MaxTextLength = 200_000;

    [GeneratedRegex(@"^METHOD\s*:\s*(?<method>\w+)\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex CalendarMethod { get; }

    public static async Task<ReadMail> ReadAsync(byte[] mime, CancellationToken cancellationToken = default)
    {
        if (mime.Length == 0) return new ReadMail { Problem = "The mail is empty." };
        try
        {
            using var message = await MimeMessage.LoadAsync(new MemoryStream(mime, writable: false), cancellationToken);
            return Read(message);
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            return new ReadMail { Problem = CleanText.OneLine($"The mail can't be read: {unreadable.Message}") };
        }
    }

    public static ReadMail Read(MimeMessage message)
    {
        var problems = new List<string>();
        var parts = MimeParts.Of(message.Body, out var isComplete);
        if (!isComplete) problems.Add("It has more parts, or deeper ones, than are read.");
        var report = DeliveryReports.Find(message, parts);
        var from = message.From.Mailboxes.FirstOrDefault();

        return new ReadMail
        {
            MessageId = Id(message.MessageId),
            AnswersTo = [.. message.References.Reverse().Prepend(message.InReplyTo).Select(Id).OfType<string>().Distinct().Take(50)],
            From = CleanText.OneLine(from?.Address).ToLowerInvariant() is { Length: > 0 } address ? address : null,
            FromName = CleanText.OneLine(from?.Name),
            To = CleanText.OneLine(string.Join(", ", message.To.Mailboxes.Take(10).Select(m => m.Address))),
            Subject = CleanText.OneLine(message.Subject),
            Date = message.Headers.Contains(HeaderId.Date) ? message.Date.UtcDateTime : null,
            Text = TextOf(parts, problems),
            SaysAutomatic = SaysAutomatic(message.Headers),
            CalendarReply = parts.Select(p => CalendarOf(p, "REPLY", problems)).FirstOrDefault(c => c is not null),
            Report = report,
            IsReadReceipt = message.Body is MultipartReport { ReportType: { } type } && type.Equals("disposition-notification", StringComparison.OrdinalIgnoreCase),
            Problem = problems.Count == 0 ? null : string.Join(' ', problems.Distinct()),
        };
    }

    /// <summary>The VCALENDAR of a part with this method, with CRLF line ends. By type, never by file name; METHOD may stand in either place (RFC 6047).</summary>
    public static string? CalendarOf(MimeEntity part, string method, ICollection<string>? problems = null)
    {
        if (part is not MimePart leaf || !(leaf.ContentType.IsMimeType("text", "calendar") || leaf.ContentType.IsMimeType("application", "ics"))) return null;
        var calendar = Decoded(leaf, problems);
        var said = CalendarMethod.Match(calendar) is { Success: true } inside ? inside.Groups["method"].Value : leaf.ContentType.Parameters["method"];
        return method.Equals(said?.Trim(), StringComparison.OrdinalIgnoreCase) ? calendar.ReplaceLineEndings("\r\n") : null;
    }

    private static string TextOf(IReadOnlyList<MimeEntity> parts, ICollection<string> problems)
    {
        var words = parts.OfType<TextPart>().Where(p => !p.IsAttachment && (p.ContentType.IsMimeType("text", "plain") || p.ContentType.IsMimeType("text", "html"))).ToList();
        foreach (var part in words.OrderBy(p => p.IsHtml)) // the plain half first
        {
            var text = Decoded(part, problems);
            if (part.IsHtml) text = HtmlText.ToText(text);
            if (text.Trim().Length > 0) return text.Trim();
        }
        return "";
    }

    /// <summary>The text of one part, whatever its charset says.</summary>
    public static string Decoded(MimePart part, ICollection<string>? problems = null)
    {
        try
        {
            if (part is TextPart text) return Bounded(CleanText.Of(text.Text));
            if (part.Content is null) return "";
            using var bytes = new MemoryStream();
            part.Content.DecodeTo(bytes);
            return Bounded(CleanText.Of(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)));
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            problems?.Add(CleanText.OneLine($"A part can't be read: {unreadable.Message}"));
            return "";
        }
    }

    // RFC 3834, and what came before it.
    private static bool SaysAutomatic(HeaderList headers)
    {
        if (headers["Auto-Submitted"] is { } submitted && !submitted.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase)) return true;
        if (headers["Precedence"]?.Trim().ToLowerInvariant() is "bulk" or "junk" or "auto_reply" or "list") return true;
        return headers.Contains("X-Autoreply") || headers.Contains("X-Autorespond") || headers.Contains("X-Autoresponder")
            || headers["Return-Path"]?.Trim() == "<>";
    }

    private static string? Id(string? messageId) => CleanText.OneLine(messageId).Trim('<', '>', ' ') is { Length: > 0 and <= MailMessage.MaxMessageIdLength } id ? id : null;

    private static string Bounded(string text) => text.Length <= MaxTextLength ? text : text[..MaxTextLength];
}
