using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace PartnerCrm.Mail;

/// <summary>The mails that contacts, their mail servers and their calendars send back to one of ours: for practice mode, as real MIME.</summary>
public static class PracticeAnswers
{
    public static MimeMessage Reply(MimeMessage ours, string text, DateTime now)
    {
        var reply = Begin(ours, now);
        reply.Subject = WithRe(ours.Subject);
        var quoted = string.Join('\n', (ours.TextBody ?? "").ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(l => "> " + l));
        reply.Body = new TextPart(TextFormat.Plain) { Text = $"{text}\n\nOn {ours.Date:ddd, d MMM yyyy 'at' HH:mm}, {ours.From} wrote:\n{quoted}\n" };
        return reply;
    }

    /// <summary>As Exchange and Vacation do (RFC 3834).</summary>
    public static MimeMessage OutOfOffice(MimeMessage ours, string text, DateTime now)
    {
        var reply = Begin(ours, now);
        reply.Subject = "Automatic reply: " + ours.Subject;
        reply.Headers.Add("Auto-Submitted", "auto-replied");
        reply.Headers.Add("X-Auto-Response-Suppress", "All");
        reply.Body = new TextPart(TextFormat.Plain) { Text = text + "\n" };
        return reply;
    }

    /// <summary>A delivery-status notification (RFC 3464) with the returned headers.</summary>
    /// <param name="status">"5.1.1" or another of RFC 3463.</param>
    public static MimeMessage Bounce(MimeMessage ours, string status, string text, DateTime now)
    {
        var to = AddressOf(ours);
        var isPermanent = status.StartsWith('5');
        var report = new MimeMessage { Subject = "Undelivered Mail Returned to Sender", Date = new DateTimeOffset(now, TimeSpan.Zero) };
        report.MessageId = MimeUtils.GenerateMessageId("mx." + DomainOf(to));
        report.From.Add(new MailboxAddress("Mail Delivery System", "mailer-daemon@" + DomainOf(to)));
        report.To.AddRange(ours.From);
        report.Headers.Add("Auto-Submitted", "auto-replied");

        var delivery = new MessageDeliveryStatus();
        delivery.StatusGroups.Add(new HeaderList { { "Reporting-MTA", $"dns; mx.{DomainOf(to)}" } });
        delivery.StatusGroups.Add(new HeaderList
        {
            { "Final-Recipient", $"rfc822; {to}" }, { "Action", isPermanent ? "failed" : "delayed" }, { "Status", status },
            { "Diagnostic-Code", $"smtp; {(isPermanent ? 550 : 451)} {status} {text.ReplaceLineEndings(" ")}" },
        });
        var headers = new TextPart("rfc822-headers")
        {
            Text = $"From: {ours.From}\r\nTo: {to}\r\nMessage-ID: <{ours.MessageId}>\r\nSubject: {CleanText.OneLine(ours.Subject)}\r\n",
        };
        report.Body = new MultipartReport("delivery-status")
        {
            new TextPart(TextFormat.Plain) { Text = $"Your message to <{to}> could not be delivered.\n\n{text}\n" }, delivery, headers,
        };
        return report;
    }

    /// <summary>What a calendar program sends when somebody presses Accept, Decline or Maybe.</summary>
    public static MimeMessage CalendarReply(MimeMessage ours, string request, string partStat, string text, DateTime now)
    {
        var contact = ours.To.Mailboxes.First();
        var reply = Begin(ours, now);
        reply.Subject = $"{partStat[0]}{partStat[1..].ToLowerInvariant()}: {ours.Subject}";
        var calendar = new TextPart("calendar") { Text = CalendarText.Reply(request, contact.Address, contact.Name ?? "", partStat, now) };
        calendar.ContentType.Parameters["method"] = "REPLY";
        reply.Body = new MultipartAlternative { new TextPart(TextFormat.Plain) { Text = text + "\n" }, calendar };
        return reply;
    }

    private static MimeMessage Begin(MimeMessage ours, DateTime now)
    {
        var reply = new MimeMessage { Date = new DateTimeOffset(now, TimeSpan.Zero), MessageId = MimeUtils.GenerateMessageId(DomainOf(AddressOf(ours))) };
        reply.From.AddRange(ours.To);
        reply.To.AddRange(ours.ReplyTo.Count > 0 ? ours.ReplyTo : ours.From);
        reply.InReplyTo = ours.MessageId;
        reply.References.AddRange(ours.References);
        reply.References.Add(ours.MessageId!);
        return reply;
    }

    private static string WithRe(string? subject) => subject?.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) == true ? subject : "Re: " + subject;

    private static string AddressOf(MimeMessage ours) => ours.To.Mailboxes.First().Address;

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
