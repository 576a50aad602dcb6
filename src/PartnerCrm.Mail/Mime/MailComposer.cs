using MimeKit;
using MimeKit.Text;

namespace PartnerCrm.Mail;

/// <summary>Everything a mail is made of on the wire. <paramref name="References"/> is the thread, oldest first.</summary>
/// <param name="ThroughAddress">A shared mailbox that all mail leaves through; answers still go to the sender.</param>
public record MailParts(
    MailMessage Mail, string MessageId, IReadOnlyList<string> References, RenderedMail Footer, string? UnsubscribeUrl, string? ThroughAddress, DateTime Date);

public static class MailComposer
{
    public static MimeMessage Compose(MailParts parts)
    {
        var mail = parts.Mail;
        var message = new MimeMessage { Subject = mail.Subject, MessageId = parts.MessageId, Date = new DateTimeOffset(parts.Date, TimeSpan.Zero) };
        message.From.Add(new MailboxAddress(mail.FromName, parts.ThroughAddress ?? mail.FromAddress));
        if (parts.ThroughAddress is not null) message.ReplyTo.Add(new MailboxAddress(mail.FromName, mail.FromAddress));
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        if (parts.References.Count > 0)
        {
            message.InReplyTo = parts.References[^1];
            message.References.AddRange(parts.References);
        }
        if (parts.UnsubscribeUrl is not null)
        {
            // RFC 8058: the mail program itself posts to this address, no page between.
            message.Headers.Add("List-Unsubscribe", $"<{parts.UnsubscribeUrl}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.Body = BodyOf(mail, parts.Footer);
        return message;
    }

    private static MultipartAlternative BodyOf(MailMessage mail, RenderedMail footer)
    {
        var body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = $"{mail.Text}\n\n-- \n{footer.Text}\n" },
            new TextPart(TextFormat.Html) { Text = Page(mail, footer) },
        };
        if (mail.Calendar is not null)
        {
            // RFC 6047 section 2.4: the method stands in the type as well, or Outlook shows an attachment instead of buttons.
            var calendar = new TextPart("calendar") { Text = mail.Calendar };
            calendar.ContentType.Parameters["method"] = mail.CalendarMethod ?? "REQUEST";
            body.Add(calendar);
        }
        return body;
    }

    private static string Page(MailMessage mail, RenderedMail footer)
        => $"""
            <!DOCTYPE html>
            <html lang="{mail.Language}"><head><meta charset="utf-8"></head>
            <body style="font-family:sans-serif;font-size:15px;line-height:1.5;color:#222">
            {mail.Html}
            <div style="margin-top:2em;padding-top:.6em;border-top:1px solid #ccc;font-size:12px;color:#666">
            {footer.Html}</div>
            </body></html>
            """;

    /// <summary>As on the wire, with CRLF.</summary>
    public static async Task<byte[]> ToBytesAsync(MimeMessage message, CancellationToken cancellationToken = default)
    {
        var wire = FormatOptions.Default.Clone();
        wire.NewLineFormat = NewLineFormat.Dos;
        using var bytes = new MemoryStream();
        await message.WriteToAsync(wire, bytes, cancellationToken);
        return bytes.ToArray();
    }
}
