using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Tests.Mail;

public class ReceivingTests : IAsyncLifetime
{
    private static readonly Guid Escalation = Guid.NewGuid();
    private MailApp app = null!;

    public async ValueTask InitializeAsync() => app = await MailApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_reply_in_the_thread_is_theirs_whatever_address_it_comes_from()
    {
        var ours = await SentMailAsync();
        await ReceiveAsync(MailSamples.GmailReply.Replace("Ada@Example.org", "ada.private@mail.example.net").Replace("ours-1@university.example.org", ours.MessageId));

        app.Said<MailAnswered>().Single().ShouldSatisfyAllConditions(
            a => a.MailId.ShouldBe(ours.Id), a => a.ContactId.ShouldBe(MailSamples.Ada.Id), a => a.EscalationId.ShouldBe(Escalation),
            a => a.Excerpt.ShouldBe("Sounds good – how about Thursday?"));
    }

    [Fact]
    public async Task A_mail_outside_any_thread_is_theirs_by_address_and_belongs_to_what_we_last_wrote()
    {
        await SentMailAsync();
        await ReceiveAsync(MailSamples.Letter("A new subject", "I thought about it again."));

        app.Said<MailAnswered>().Single().ShouldSatisfyAllConditions(a => a.MailId.ShouldBeNull(), a => a.EscalationId.ShouldBe(Escalation));
    }

    [Fact]
    public async Task The_same_mail_twice_changes_nothing()
    {
        var first = await ReceiveAsync(MailSamples.GmailReply);
        var second = await ReceiveAsync(MailSamples.GmailReply);

        second.ShouldBe(first with { IsNew = false });
        app.Said<MailAnswered>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_objection_blocks_and_still_lands_with_the_owner()
    {
        await ReceiveAsync(MailSamples.Letter("Re: Hello", "Hello Sam. Please stop writing to me. Ada"));

        app.Said<ContactObjected>().Single().Words.ShouldBe("Please stop writing to me.");
        app.Said<MailAnswered>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_out_of_office_is_no_answer_and_no_objection()
    {
        await ReceiveAsync(MailSamples.OutlookOutOfOffice);

        app.Said<AutoReplyArrived>().Single().BackOn.ShouldBe(new DateTime(2026, 8, 15));
        app.Said<MailAnswered>().ShouldBeEmpty();
        app.Said<ContactObjected>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bounce_names_our_mail()
    {
        var ours = await SentMailAsync();
        await ReceiveAsync(MailSamples.PostfixBounce.Replace("ours-1@university.example.org", ours.MessageId));
        await ReceiveAsync(MailSamples.DelayedReport.Replace("ours-1@university.example.org", ours.MessageId));

        app.Said<MailBounced>().Select(b => (b.MailId, b.IsPermanent, b.Status, b.Address)).ShouldBe(
            [(ours.Id, true, "5.1.1", "ada@example.org"), (ours.Id, false, "4.4.1", "ada@example.org")]);
    }

    [Fact]
    public async Task A_calendar_reply_is_passed_on_even_from_an_unknown_address()
    {
        await ReceiveAsync(MailSamples.OutlookAccepts.Replace("ada@example.org", "assistant@example.net"));

        app.Said<CalendarReplyArrived>().Single().ShouldSatisfyAllConditions(
            c => c.ContactId.ShouldBeNull(), c => c.From.ShouldBe("assistant@example.net"), c => c.Calendar.ShouldContain("PARTSTAT=ACCEPTED"));
    }

    [Fact]
    public async Task Mail_from_nobody_we_know_is_kept_and_told_to_nobody()
    {
        await ReceiveAsync(MailSamples.Letter("Hello", "Buy things.").Replace("ada@example.org", "stranger@example.net"));

        app.Facts.ShouldBeEmpty();
        (await IncomingAsync()).Single().ContactId.ShouldBeNull();
    }

    [Fact]
    public async Task Our_own_copy_and_the_senders_own_reply_are_no_news()
    {
        var ours = await SentMailAsync();
        await ReceiveAsync(MailSamples.GmailReply.Replace("CAF+abc=123@mail.example.org", ours.MessageId));
        await ReceiveAsync(MailSamples.GmailReply.Replace("Ada@Example.org", MailSamples.Sam.Email).Replace("ours-1@university.example.org", ours.MessageId));

        app.Said<MailAnswered>().ShouldBeEmpty();
        (await IncomingAsync()).ShouldAllBe(m => m.Kind == IncomingKind.Unknown);
    }

    [Fact]
    public async Task A_read_receipt_is_no_news()
    {
        await ReceiveAsync(MailSamples.ReadReceipt);

        app.Facts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rubbish_is_kept_and_marked()
    {
        await app.DoAsync(s => s.GetRequiredService<MailReceiving>().ReceiveAsync(new MemoryStream([0, 0, 0, 255, 254, 13, 10])));
        await app.DoAsync(s => s.GetRequiredService<MailReceiving>().ReceiveAsync(new MemoryStream([])));

        (await IncomingAsync()).Count.ShouldBe(2);
        app.Facts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_tenant_knows_nothing_of_our_thread()
    {
        var ours = await SentMailAsync();
        var mail = MailSamples.GmailReply.Replace("Ada@Example.org", "stranger@example.net").Replace("ours-1@university.example.org", ours.MessageId);
        await app.DoAsync(s => s.GetRequiredService<MailReceiving>().ReceiveAsync(new MemoryStream(MailSamples.Raw(mail))), tenant: Guid.NewGuid());

        app.Said<MailAnswered>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Looking_at_the_unsubscribe_page_changes_nothing_and_pressing_its_button_twice_is_once()
    {
        var ours = await SentMailAsync();
        var token = await TokenAsync(ours.Id);
        var before = await app.DoAsync(s => s.GetRequiredService<UnsubscribePages>().GetAsync(token));
        before.ShouldBe(new UnsubscribePageDto("The University", "Sam Sample", "a…@example.org", IsUnsubscribed: false));

        await app.DoAsync(s => s.GetRequiredService<UnsubscribePages>().UnsubscribeAsync(token));
        await app.DoAsync(s => s.GetRequiredService<UnsubscribePages>().UnsubscribeAsync(token), tenant: Guid.NewGuid());

        app.Said<ContactUnsubscribed>().Single().ContactId.ShouldBe(MailSamples.Ada.Id);
        (await app.DoAsync(s => s.GetRequiredService<UnsubscribePages>().GetAsync(token))).IsUnsubscribed.ShouldBeTrue();
        (await Should.ThrowAsync<BusinessException>(() => app.DoAsync(s => s.GetRequiredService<UnsubscribePages>().GetAsync("made-up")))).Code.ShouldBe(MailErrors.UnknownLink);
    }

    [Theory]
    [InlineData(SandboxAnswerKind.Reply, IncomingKind.Reply, typeof(MailAnswered))]
    [InlineData(SandboxAnswerKind.OutOfOffice, IncomingKind.AutoReply, typeof(AutoReplyArrived))]
    [InlineData(SandboxAnswerKind.Bounce, IncomingKind.Bounce, typeof(MailBounced))]
    [InlineData(SandboxAnswerKind.Object, IncomingKind.Objection, typeof(ContactObjected))]
    [InlineData(SandboxAnswerKind.Unsubscribe, null, typeof(ContactUnsubscribed))]
    [InlineData(SandboxAnswerKind.AcceptMeeting, IncomingKind.CalendarReply, typeof(CalendarReplyArrived))]
    [InlineData(SandboxAnswerKind.DeclineMeeting, IncomingKind.CalendarReply, typeof(CalendarReplyArrived))]
    [InlineData(SandboxAnswerKind.ChooseTime, null, typeof(OfferTimePicked))]
    public async Task The_sandbox_answers_as_the_contact_would(SandboxAnswerKind kind, IncomingKind? arrived, Type told)
    {
        var ours = await SentMailAsync(new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:7@u\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));

        var answer = await app.DoAsync(s => s.GetRequiredService<SandboxAppService>().CreateAnswersAsync(new SandboxAnswerInput { MailId = ours.Id, Kind = kind, Choice = 1 }));

        answer.Kind.ShouldBe(arrived);
        app.Facts.ShouldContain(f => f.GetType() == told);
        app.Said<OfferTimePicked>().ShouldAllBe(p => p.Token == "tokentokentokentoken" && p.Choice == 1);
        app.Said<CalendarReplyArrived>().ShouldAllBe(c => c.Calendar.Contains("UID:7@u\r\n"));
    }

    [Fact]
    public async Task The_conversation_shows_both_sides_in_order()
    {
        await SentMailAsync();
        app.Clock.Now = app.Clock.Now.AddHours(1);
        await ReceiveAsync(MailSamples.GmailReply);

        var lines = await app.DoAsync(s => s.GetRequiredService<MailsAppService>().GetConversationAsync(MailSamples.Ada.Id));
        lines.Items.Select(l => l.Direction).ShouldBe([Direction.FromUs, Direction.FromThem]);
    }

    private async Task<(Guid Id, string MessageId)> SentMailAsync(CalendarPart? calendar = null)
    {
        var variables = new Dictionary<string, string>
        {
            ["time1"] = "Mon", ["time2"] = "Tue", ["time3"] = "Wed", ["offerLink"] = "https://crm.example.org/o/tokentokentokentoken",
        };
        await app.PublishAsync(new MailRequested(
            "e:1", MailSamples.Ada.Id, MailSamples.Sam.Id, Purpose.Marketing, "meeting-offer", variables, false, null, Escalation, calendar));
        await app.PassAsync();
        app.Heard.Clear();
        var mail = await app.DoAsync(async s => (await s.GetRequiredService<IRepository<MailMessage, Guid>>().GetListAsync()).Single());
        return (mail.Id, mail.MessageId!);
    }

    private async Task<string> TokenAsync(Guid mailId)
    {
        var source = await app.DoAsync(s => s.GetRequiredService<IRepository<MailSource, Guid>>().GetAsync(mailId));
        var header = (await MimeKit.MimeMessage.LoadAsync(new MemoryStream(source.Mime))).Headers["List-Unsubscribe"]!;
        return header.Trim('<', '>').Split("/u/")[1];
    }

    private Task<ReceivedMail> ReceiveAsync(string mail)
        => app.DoAsync(s => s.GetRequiredService<MailReceiving>().ReceiveAsync(new MemoryStream(MailSamples.Raw(mail))));

    private Task<List<IncomingMail>> IncomingAsync() => app.DoAsync(s => s.GetRequiredService<IRepository<IncomingMail, Guid>>().GetListAsync());
}
