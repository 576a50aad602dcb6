using FsCheck;
using FsCheck.Fluent;
using MimeKit;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

public class MailComposerTests
{
    private static readonly DateTime Now = new(2026, 8, 4, 9, 30, 0, DateTimeKind.Utc);
    private static readonly RenderedMail Footer = new("", "Sam Sample · the University", "<p>Sam Sample</p>");

    [Fact]
    public async Task The_sender_is_named_and_the_mail_says_who_when_and_what()
    {
        using var mail = await Parsed(Parts(Mail()));

        mail.From.Mailboxes.Single().ShouldSatisfyAllConditions(f => f.Name.ShouldBe("Sam Sample"), f => f.Address.ShouldBe("sam.sample@university.example.org"));
        mail.To.Mailboxes.Single().Address.ShouldBe("ada@example.org");
        mail.Subject.ShouldBe("Grüße – hello");
        mail.MessageId.ShouldBe("m1@university.example.org");
        mail.Date.UtcDateTime.ShouldBe(Now);
        mail.TextBody!.ReplaceLineEndings("\n").ShouldBe("Dear Ada,\nGrüße\n\n-- \nSam Sample · the University\n");
        mail.HtmlBody!.ShouldContain("<p>Dear Ada</p>");
        mail.HtmlBody!.ShouldContain("<p>Sam Sample</p>");
        mail.Headers.Contains("Auto-Submitted").ShouldBeFalse();
    }

    [Fact]
    public async Task Marketing_carries_one_click_unsubscribing()
    {
        using var mail = await Parsed(Parts(Mail()) with { UnsubscribeUrl = "https://crm.example.org/u/abc" });

        mail.Headers["List-Unsubscribe"].ShouldBe("<https://crm.example.org/u/abc>");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task A_reminder_continues_its_thread()
    {
        using var mail = await Parsed(Parts(Mail()) with { References = ["m0@university.example.org", "theirs@example.org"] });

        mail.InReplyTo.ShouldBe("theirs@example.org");
        mail.References.ToArray().ShouldBe(["m0@university.example.org", "theirs@example.org"]);
    }

    [Fact]
    public async Task Through_a_shared_mailbox_answers_still_go_to_the_sender()
    {
        using var mail = await Parsed(Parts(Mail()) with { ThroughAddress = "partners@university.example.org" });

        mail.From.Mailboxes.Single().Address.ShouldBe("partners@university.example.org");
        mail.ReplyTo.Mailboxes.Single().Address.ShouldBe("sam.sample@university.example.org");
    }

    [Fact]
    public async Task An_invitation_is_a_calendar_part_with_its_method()
    {
        const string request = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@u.example.org\r\nSUMMARY:Gespräch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        using var mail = await Parsed(Parts(Mail(new CalendarPart("REQUEST", request))));

        var part = mail.Body.ShouldBeOfType<MultipartAlternative>()[2].ShouldBeAssignableTo<TextPart>()!;
        part.ContentType.MimeType.ShouldBe("text/calendar");
        part.ContentType.Parameters["method"].ShouldBe("REQUEST");
        part.ContentType.Charset.ShouldBe("utf-8");
        MailReader.CalendarOf(part, "REQUEST").ShouldBe(request);
    }

    [Fact]
    public void Whatever_is_written_is_read_again()
        => Prop.ForAll<string, string>((subject, text) =>
        {
            var mail = new MailMessage(Guid.NewGuid(), null, Request(null));
            mail.Write(new RenderedMail(Fit(subject, "s"), Fit(text, "t"), ""), "en", MailSamples.Ada, MailSamples.Sam, null, true);
            using var back = Parsed(Parts(mail)).GetAwaiter().GetResult();
            return CleanText.OneLine(back.Subject) == CleanText.OneLine(mail.Subject)
                && CleanText.Of(back.TextBody) == CleanText.Of($"{mail.Text}\n\n-- \n{Footer.Text}\n");
        }).QuickCheckThrowOnFailure();

    private static string Fit(string? text, string otherwise) => string.IsNullOrWhiteSpace(CleanText.Of(text)) ? otherwise : otherwise + CleanText.Of(text) + otherwise;

    internal static MailParts Parts(MailMessage mail) => new(mail, "m1@university.example.org", [], Footer, null, null, Now);

    internal static MailMessage Mail(CalendarPart? calendar = null)
    {
        var mail = new MailMessage(Guid.NewGuid(), null, Request(calendar));
        mail.Write(new RenderedMail("Grüße – hello", "Dear Ada,\nGrüße", "<p>Dear Ada</p>"), "en", MailSamples.Ada, MailSamples.Sam, null, needsApproval: true);
        return mail;
    }

    private static MailRequested Request(CalendarPart? calendar) => new(
        "e:1", MailSamples.Ada.Id, MailSamples.Sam.Id, Purpose.Marketing, "first-mail", new Dictionary<string, string>(), true, Calendar: calendar);

    internal static async Task<MimeMessage> Parsed(MailParts parts)
    {
        using var message = MailComposer.Compose(parts);
        return await MimeMessage.LoadAsync(new MemoryStream(await MailComposer.ToBytesAsync(message)));
    }
}
