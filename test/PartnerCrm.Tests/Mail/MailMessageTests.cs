using PartnerCrm.Contracts;
using PartnerCrm.Mail;
using Volo.Abp;

namespace PartnerCrm.Tests.Mail;

public class MailMessageTests
{
    private static readonly DateTime Now = new(2026, 8, 4, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_draft_goes_nowhere_without_approval()
        => Should.Throw<BusinessException>(() => Draft().StartSending("a@b", [], false, "ok", Now, TimeSpan.FromMinutes(1))).Code.ShouldBe(MailErrors.WrongState);

    [Fact]
    public void A_draft_may_be_unfinished_but_not_what_is_approved()
    {
        var mail = Draft();
        mail.Revise("", "Half a sentence", null);

        Should.Throw<BusinessException>(() => mail.Approve("Allowed.", null)).Code.ShouldBe(MailErrors.MailEmpty);
        mail.State.ShouldBe(MailState.Draft);
        mail.Revise("A subject", " ", null);
        Should.Throw<BusinessException>(() => mail.Approve("Allowed.", null)).Code.ShouldBe(MailErrors.MailEmpty);
        mail.Revise("A subject", "A sentence", null);
        mail.Approve("Allowed.", null);
        mail.State.ShouldBe(MailState.Queued);
    }

    [Fact]
    public void What_was_approved_can_no_longer_be_changed()
    {
        var mail = Draft();
        mail.Approve("Allowed.", null);

        Should.Throw<BusinessException>(() => mail.Revise("x", "y", null)).Code.ShouldBe(MailErrors.NotADraft);
        Should.Throw<BusinessException>(() => mail.Approve("Allowed.", null)).Code.ShouldBe(MailErrors.NotADraft);
    }

    [Fact]
    public void Editing_the_text_alone_remakes_the_html()
    {
        var mail = Draft();
        mail.Revise("New", "Hello\n\nthere", null);

        mail.Html.ShouldBe("<p>Hello</p>\n<p>there</p>\n");
    }

    [Fact]
    public void What_went_to_the_transport_cannot_be_called_back()
    {
        var mail = Sending();

        mail.TryWithdraw("no longer wanted").ShouldBeFalse();
        mail.State.ShouldBe(MailState.Sending);
    }

    [Fact]
    public void An_interrupted_mail_is_in_doubt_until_a_person_knows()
    {
        var mail = Sending();
        mail.Doubt("The host stopped.");

        Should.Throw<BusinessException>(() => mail.StartSending("a@b", [], false, "ok", Now, TimeSpan.FromMinutes(1)));
        mail.Resolve(wasSent: true, Now).ShouldBeTrue();
        mail.State.ShouldBe(MailState.Sent);
        Should.Throw<BusinessException>(() => mail.Resolve(wasSent: true, Now)).Code.ShouldBe(MailErrors.NotInDoubt);
    }

    [Fact]
    public void A_person_may_send_it_again()
    {
        var mail = Sending();
        mail.Doubt("The host stopped.");
        mail.Resolve(wasSent: false, Now).ShouldBeFalse();

        mail.State.ShouldBe(MailState.Queued);
    }

    [Fact]
    public void A_late_answer_of_the_server_still_ends_the_doubt()
    {
        var mail = Sending();
        mail.Doubt("The lease ended.");

        mail.Settle(Delivery.Sent, Now).ShouldBeTrue();
        mail.Settle(Delivery.Sent, Now).ShouldBeFalse();
    }

    [Fact]
    public void A_temporary_refusal_is_tried_later_and_later_and_then_no_more()
    {
        var mail = Draft();
        mail.Approve("Allowed.", null);
        var waits = new List<TimeSpan>();
        while (mail.State == MailState.Queued)
        {
            mail.StartSending("a@b", [], false, "ok", Now, TimeSpan.FromMinutes(1));
            mail.Settle(new Delivery(DeliveryOutcome.Later, "451 busy"), Now).ShouldBeFalse();
            if (mail.State == MailState.Queued) waits.Add(mail.NotBefore!.Value - Now);
        }

        mail.State.ShouldBe(MailState.Failed);
        waits.Count.ShouldBe(MailMessage.MaxAttempts - 1);
        waits.ShouldBe(waits.Order());
    }

    [Fact]
    public void An_effect_key_that_does_not_fit_is_refused()
        => Should.Throw<ArgumentException>(() => new MailMessage(Guid.NewGuid(), null, Request() with { EffectKey = new string('x', 129) }));

    private static MailMessage Sending()
    {
        var mail = Draft();
        mail.Approve("Allowed.", null);
        mail.StartSending("a@b", [], false, "Allowed.", Now, TimeSpan.FromMinutes(1));
        return mail;
    }

    private static MailMessage Draft()
    {
        var mail = new MailMessage(Guid.NewGuid(), null, Request());
        mail.Write(new RenderedMail("Hello", "Text", "<p>Text</p>"), "en", MailSamples.Ada, MailSamples.Sam, null, needsApproval: true);
        return mail;
    }

    private static MailRequested Request() => new(
        "escalation:1", MailSamples.Ada.Id, MailSamples.Sam.Id, Purpose.Marketing, "first-mail", new Dictionary<string, string>(), NeedsApproval: true);
}
