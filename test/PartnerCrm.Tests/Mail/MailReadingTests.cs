using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

public class MailReadingTests
{
    public static TheoryData<string, string, IncomingKind> Samples() => new()
    {
        { "Gmail's reply", MailSamples.GmailReply, IncomingKind.Reply },
        { "Outlook's reply, HTML only", MailSamples.OutlookReplyHtmlOnly, IncomingKind.Reply },
        { "Outlook's out of office", MailSamples.OutlookOutOfOffice, IncomingKind.AutoReply },
        { "German out of office", MailSamples.GermanOutOfOfficeWithoutHeaders, IncomingKind.AutoReply },
        { "X-Autoreply", MailSamples.Letter("Re: Hello", "I am away.", "X-Autoreply: yes\n"), IncomingKind.AutoReply },
        { "Precedence", MailSamples.Letter("Re: Hello", "I am away.", "Precedence: auto_reply\n"), IncomingKind.AutoReply },
        { "Auto-Submitted: no", MailSamples.Letter("Re: Hello", "Gladly.", "Auto-Submitted: no\n"), IncomingKind.Reply },
        { "Postfix's bounce", MailSamples.PostfixBounce, IncomingKind.Bounce },
        { "a delay", MailSamples.DelayedReport, IncomingKind.Bounce },
        { "delivered", MailSamples.DeliveredReport, IncomingKind.Receipt },
        { "qmail's bounce", MailSamples.QmailBounce, IncomingKind.Bounce },
        { "a read receipt", MailSamples.ReadReceipt, IncomingKind.Receipt },
        { "Outlook accepts", MailSamples.OutlookAccepts, IncomingKind.CalendarReply },
        { "Apple declines", MailSamples.AppleDeclines, IncomingKind.CalendarReply },
        { "an objection", MailSamples.Letter("Re: Hello", "Please stop writing to me."), IncomingKind.Objection },
        { "ein Widerspruch", MailSamples.Letter("AW: Hallo", "Bitte löschen Sie meine Daten."), IncomingKind.Objection },
        { "an interested answer", MailSamples.Letter("Re: Hello", "Yes please, call me."), IncomingKind.Reply },
        { "nobody", "Subject: x\n\ntext", IncomingKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task It_is_what_it_is(string name, string mail, IncomingKind kind)
        => Classification.Of(await MailSamples.ReadAsync(mail), out _).ShouldBe(kind, name);

    [Fact]
    public async Task A_reply_is_read_with_its_thread_and_its_words()
    {
        var mail = await MailSamples.ReadAsync(MailSamples.GmailReply);

        mail.From.ShouldBe("ada@example.org");
        mail.MessageId.ShouldBe("CAF+abc=123@mail.example.org");
        mail.AnswersTo.ShouldBe(["ours-1@university.example.org", "ours-0@university.example.org"]);
        QuotedText.Strip(mail.Text).ShouldBe("Sounds good – how about Thursday?");
    }

    [Fact]
    public async Task Html_alone_is_read_as_words_in_its_charset()
    {
        var mail = await MailSamples.ReadAsync(MailSamples.OutlookReplyHtmlOnly);

        mail.Text.ShouldBe("Grüße, gern nächste Woche.");
        mail.FromName.ShouldBe("Example, Ada");
    }

    [Fact]
    public async Task An_encoded_subject_is_read()
        => (await MailSamples.ReadAsync(MailSamples.GermanOutOfOfficeWithoutHeaders)).Subject.ShouldBe("Abwesenheitsnotiz: Geschäftlich unterwegs");

    [Fact]
    public async Task A_bounce_names_its_mail_its_recipient_and_its_reason()
        => (await MailSamples.ReadAsync(MailSamples.PostfixBounce)).Report.ShouldBe(new DeliveryReport("failed", "5.1.1", "ada@example.org", "ours-1@university.example.org"));

    [Fact]
    public async Task A_delay_is_not_permanent() => (await MailSamples.ReadAsync(MailSamples.DelayedReport)).Report!.IsPermanent.ShouldBeFalse();

    [Fact]
    public async Task A_bounce_in_plain_words_is_understood()
    {
        var report = (await MailSamples.ReadAsync(MailSamples.QmailBounce)).Report!;

        report.IsPermanent.ShouldBeTrue();
        report.Recipient.ShouldBe("ada@example.org");
        report.ReturnedMessageId.ShouldBe("ours-1@university.example.org");
    }

    [Fact]
    public async Task A_calendar_reply_is_found_by_type_wherever_it_is()
    {
        (await MailSamples.ReadAsync(MailSamples.OutlookAccepts)).CalendarReply!.ShouldContain("PARTSTAT=ACCEPTED");
        (await MailSamples.ReadAsync(MailSamples.AppleDeclines)).CalendarReply!.ShouldContain("PARTSTAT=DECLINED:mailto:ada@example.org\r\n");
    }

    [Fact]
    public async Task An_invitation_from_them_is_not_a_calendar_reply()
        => (await MailSamples.ReadAsync(MailSamples.AppleDeclines.Replace("method=reply", "method=request"))).CalendarReply.ShouldBeNull();
}
