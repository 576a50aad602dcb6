using MimeKit;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

/// <summary>What practice mode sends back is read by the same reader as real mail, and must be what it stands for.</summary>
public class PracticeAnswersTests
{
    private static readonly DateTime Now = new(2026, 8, 5, 10, 0, 0, DateTimeKind.Utc);

    private const string Request =
        "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:7@u.example.org\r\nSEQUENCE:2\r\nDTSTART:20260806T100000Z\r\n"
        + "SUMMARY:A very long title for a meeting about placements\\, projects and other things\r\n  that goes on\r\n"
        + "ORGANIZER;CN=Sam:mailto:sam.sample@university.example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Fact]
    public async Task A_reply_continues_the_thread_and_quotes_us()
    {
        var read = await ReadBack(ours => PracticeAnswers.Reply(ours, "Gladly, tell me more.", Now));

        Classification.Of(read, out _).ShouldBe(IncomingKind.Reply);
        read.AnswersTo.ShouldContain("m1@university.example.org");
        read.From.ShouldBe("ada@example.org");
        read.Subject.ShouldBe("Re: Grüße – hello");
        QuotedText.Strip(read.Text).ShouldBe("Gladly, tell me more.");
    }

    [Fact]
    public async Task An_objection_is_one()
    {
        var read = await ReadBack(ours => PracticeAnswers.Reply(ours, "Please do not contact me again.", Now));

        Classification.Of(read, out var words).ShouldBe(IncomingKind.Objection);
        words.ShouldBe("Please do not contact me again.");
    }

    [Fact]
    public async Task Out_of_office_is_automatic_and_says_until_when()
    {
        var read = await ReadBack(ours => PracticeAnswers.OutOfOffice(ours, "I am out of the office until 12 August 2026.", Now));

        Classification.Of(read, out _).ShouldBe(IncomingKind.AutoReply);
        AwayUntil.Find(read.Text, Now).ShouldBe(new DateTime(2026, 8, 13));
    }

    [Fact]
    public async Task A_bounce_returns_our_mail()
    {
        var read = await ReadBack(ours => PracticeAnswers.Bounce(ours, "5.1.1", "The mailbox does not exist.", Now));

        Classification.Of(read, out _).ShouldBe(IncomingKind.Bounce);
        read.Report.ShouldBe(new DeliveryReport("failed", "5.1.1", "ada@example.org", "m1@university.example.org"));
    }

    [Theory]
    [InlineData("ACCEPTED")]
    [InlineData("DECLINED")]
    public async Task A_calendar_answers_with_the_uid_and_sequence_it_was_asked_with(string partStat)
    {
        var read = await ReadBack(ours => PracticeAnswers.CalendarReply(ours, Request, partStat, "Fine.", Now));

        Classification.Of(read, out _).ShouldBe(IncomingKind.CalendarReply);
        var lines = CalendarText.LinesOf(read.CalendarReply!);
        lines.ShouldContain("UID:7@u.example.org");
        lines.ShouldContain("SEQUENCE:2");
        lines.ShouldContain("METHOD:REPLY");
        lines.ShouldContain($"ATTENDEE;CN=\"Ada Example\";PARTSTAT={partStat}:mailto:ada@example.org");
        lines.ShouldContain(l => l.StartsWith("SUMMARY:A very long title for a meeting about placements\\, projects and other things that goes on"));
        read.CalendarReply!.Split("\r\n").ShouldAllBe(l => System.Text.Encoding.UTF8.GetByteCount(l) <= 75);
    }

    private static async Task<ReadMail> ReadBack(Func<MimeMessage, MimeMessage> answer)
    {
        using var ours = await MailComposerTests.Parsed(MailComposerTests.Parts(MailComposerTests.Mail(new CalendarPart("REQUEST", Request))));
        using var message = answer(ours);
        return await MailReader.ReadAsync(await MailComposer.ToBytesAsync(message));
    }
}
