using System.Text.RegularExpressions;
using MimeKit;

namespace PartnerCrm.Mail;

/// <summary>Bounces: reports of RFC 3464, and the free words of servers that never read it.</summary>
public static partial class DeliveryReports
{
    [GeneratedRegex(@"\b(?<status>[245]\.\d{1,3}\.\d{1,3})\b")]
    private static partial Regex Enhanced { get; }

    // Three digits count only where a server speaks: "550 No such user", "SMTP error 550".
    [GeneratedRegex(@"(?:^|\b(?:error|code|said:?|reply:?)\s*)(?<code>[45]\d\d)[\s-]", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Basic { get; }

    [GeneratedRegex(@"^\s*Message-I[dD]\s*:\s*<?(?<id>[^<>\s]{3,250})>?", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ReturnedId { get; }

    [GeneratedRegex(@"(?<address>[A-Z0-9._%+'-]{1,64}@[A-Z0-9.-]{1,255}\.[A-Z]{2,24})", RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"^(undeliver|undelivered mail|delivery status notification|mail delivery (failed|failure|system)|returned mail|failure notice|unzustellbar|nicht zustellbar|unzustellbare|delivery (failure|has failed))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BounceSubject { get; }

    public static DeliveryReport? Find(MimeMessage message, IReadOnlyList<MimeEntity> parts)
    {
        var returned = ReturnedMessageId(parts);
        if (parts.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status) return FromStatus(status, returned);
        return LooksLikeBounce(message) ? FromWords(parts, returned) : null;
    }

    // The first group speaks of the message, each further one of a recipient; a failure outweighs the rest.
    private static DeliveryReport? FromStatus(MessageDeliveryStatus status, string? returned)
    {
        var recipients = status.StatusGroups.Where(g => g["Action"] is not null).Take(100)
            .Select(g => new DeliveryReport(
                CleanText.OneLine(g["Action"]).ToLowerInvariant(),
                Enhanced.Match(g["Status"] ?? "") is { Success: true } found ? found.Groups["status"].Value : "",
                AddressIn(g["Final-Recipient"]) ?? AddressIn(g["Original-Recipient"]),
                returned))
            .ToList();
        return recipients.FirstOrDefault(r => r.IsPermanent) ?? recipients.FirstOrDefault(r => r.IsFailure) ?? recipients.FirstOrDefault();
    }

    private static bool LooksLikeBounce(MimeMessage message)
    {
        var from = message.From.Mailboxes.FirstOrDefault()?.Address ?? "";
        var isServer = from.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase) || from.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase);
        return isServer && (BounceSubject.IsMatch(message.Subject ?? "") || message.Headers.Contains("X-Failed-Recipients"));
    }

    private static DeliveryReport FromWords(IReadOnlyList<MimeEntity> parts, string? returned)
    {
        var words = string.Join('\n', parts.OfType<TextPart>().Take(5).Select(p => MailReader.Decoded(p)));
        var status = Enhanced.Match(words) is { Success: true } enhanced ? enhanced.Groups["status"].Value
            : Basic.Match(words) is { Success: true } basic ? $"{basic.Groups["code"].Value[0]}.0.0"
            : "4.0.0"; // no number, no verdict: only logged
        return new DeliveryReport("failed", status, AddressIn(words), returned ?? Match(words));
    }

    // "rfc822; addr", "rfc822;addr", "<addr>": the address wherever it is.
    private static string? AddressIn(string? text)
        => text is not null && Address.Match(text) is { Success: true } found ? found.Groups["address"].Value.ToLowerInvariant() : null;

    // The returned message, or its headers alone (text/rfc822-headers).
    private static string? ReturnedMessageId(IReadOnlyList<MimeEntity> parts)
    {
        foreach (var part in parts)
        {
            if (part is MessagePart { Message.MessageId: { Length: > 0 } id }) return id;
            if (part is MimePart headers && headers.ContentType.IsMimeType("text", "rfc822-headers") && Match(MailReader.Decoded(headers)) is { } found) return found;
        }
        return null;
    }

    private static string? Match(string headers) => ReturnedId.Match(headers) is { Success: true } found ? found.Groups["id"].Value : null;
}
