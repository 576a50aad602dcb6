using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Tests.Mail;

public class OutboxTests : IAsyncLifetime
{
    private static readonly Guid Relationship = Guid.NewGuid();
    private static readonly Guid Escalation = Guid.NewGuid();
    private MailApp app = null!;

    public async ValueTask InitializeAsync() => app = await MailApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_request_becomes_a_draft_of_its_sender_once()
    {
        await RequestAsync();
        await RequestAsync();

        var draft = await SingleAsync();
        draft.State.ShouldBe(MailState.Draft);
        draft.Subject.ShouldBe("Example Ltd and The University");
        app.Said<DraftReady>().Single().ShouldSatisfyAllConditions(d => d.MailId.ShouldBe(draft.Id), d => d.SenderId.ShouldBe(MailSamples.Sam.Id));
        (await app.PassAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_approved_draft_goes_out_with_everything_the_law_asks_for()
    {
        app.People.Origins.Add(new OriginFact(Channel.LinkedIn, "https://www.linkedin.com/in/ada", null, null, null));
        app.People.Origins.Add(new OriginFact(Channel.Event, "Partnership Breakfast", app.Clock.Now, null, null));
        await RequestAsync();
        await ApproveAsync();
        (await app.PassAsync()).ShouldBe(1);

        var mail = await SingleAsync();
        mail.State.ShouldBe(MailState.Kept);
        app.Clearance.Claims.ShouldBe(["e:1"]);
        app.Said<MailSent>().Single().ShouldSatisfyAllConditions(
            s => s.CarriedNotice.ShouldBeTrue(), s => s.EscalationId.ShouldBe(Escalation), s => s.At.ShouldBe(app.Clock.Now));
        using var sent = await MimeMessage.LoadAsync(new MemoryStream(app.Transport.Sent.Single().Mime));
        sent.MessageId.ShouldBe(mail.MessageId);
        sent.Headers["List-Unsubscribe"].ShouldStartWith("<https://crm.example.org/u/");
        sent.TextBody!.ShouldContain("Sam Sample · The University");
        sent.TextBody!.ShouldContain("We met at Partnership Breakfast, and I have wanted");
        sent.TextBody!.ShouldContain("which we have from LinkedIn, Partnership Breakfast");
    }

    [Fact]
    public async Task Whoever_counts_mails_hears_of_each_before_the_next_is_claimed()
    {
        foreach (var key in (string[])["e:1", "e:2"]) await RequestAsync(key, needsApproval: false);

        (await app.PassAsync()).ShouldBe(2);

        app.Facts.Where(f => f is MailClaimed or MailSent).Select(f => f.GetType().Name).ShouldBe(["MailClaimed", "MailClaimed", "MailSent", "MailSent"]);
        app.Said<MailClaimed>().Select(c => c.EffectKey).ShouldBe(["e:1", "e:2"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_has_not_gone_out_waits_for_the_word_and_name_of_whoever_takes_it_over(bool wasApproved)
    {
        await RequestAsync();
        if (wasApproved) await ApproveAsync();
        (await SingleAsync()).Text.ShouldContain("Sam Sample");

        await app.PublishAsync(new RelationshipHandedOver(Relationship, MailSamples.Ada.Id, null, MailSamples.Sam.Id, MailSamples.Kim.Id, app.Clock.Now, true));

        (await app.PassAsync()).ShouldBe(0);
        var mail = await SingleAsync();
        (mail.State, mail.SenderId, mail.FromName).ShouldBe((MailState.Draft, MailSamples.Kim.Id, "Kim Keeper"));
        mail.Text.ShouldContain("Kim Keeper");
        (mail.Text + mail.Html).ShouldNotContain("Sam Sample");
        app.Said<DraftRecalled>().Select(r => r.SenderId).ShouldBe(wasApproved ? [MailSamples.Kim.Id] : []);
    }

    [Fact]
    public async Task The_second_mail_continues_the_thread_and_spares_them_the_notice()
    {
        await SendAsync("e:1");
        app.Clock.Now = app.Clock.Now.AddDays(4);
        await SendAsync("e:2", "reminder-1");

        using var first = await MimeMessage.LoadAsync(new MemoryStream(app.Transport.Sent[0].Mime));
        using var second = await MimeMessage.LoadAsync(new MemoryStream(app.Transport.Sent[1].Mime));
        second.InReplyTo.ShouldBe(first.MessageId);
        second.References.ToArray().ShouldBe([first.MessageId!]);
        app.Said<MailSent>().Select(s => s.CarriedNotice).ShouldBe([true, false]);
    }

    [Fact]
    public async Task A_blocked_contact_refuses_approval_with_the_reason_and_nothing_is_queued()
    {
        await RequestAsync();
        app.Clearance.OnCheck = TestClearance.Answer(Verdict.Blocked, "Ada asked not to be contacted.");

        var refusal = await Should.ThrowAsync<BusinessException>(ApproveAsync);

        refusal.Code.ShouldBe(MailErrors.ContactBlocked);
        refusal.Data["Sentence"].ShouldBe("Ada asked not to be contacted.");
        (await SingleAsync()).State.ShouldBe(MailState.Draft);
    }

    [Fact]
    public async Task Clearance_is_asked_again_at_send_and_has_the_last_word()
    {
        await RequestAsync();
        await ApproveAsync();
        app.Clearance.OnClaim = TestClearance.Answer(Verdict.AskOwner, "A colleague deals with Example Ltd.");
        await app.PassAsync();

        (await SingleAsync()).State.ShouldBe(MailState.Refused);
        app.Transport.Sent.ShouldBeEmpty();
        app.Said<MailRefused>().Single().ShouldSatisfyAllConditions(
            r => r.Verdict.ShouldBe(Verdict.AskOwner), r => r.Sentence.ShouldBe("A colleague deals with Example Ltd."));
    }

    [Fact]
    public async Task Where_only_time_stands_in_the_way_the_mail_waits()
    {
        await RequestAsync();
        await ApproveAsync();
        app.Clearance.OnClaim = TestClearance.Answer(Verdict.Blocked, "One cold mail in five days.", app.Clock.Now.AddDays(2));
        await app.PassAsync();
        (await app.PassAsync()).ShouldBe(0);

        app.Clock.Now = app.Clock.Now.AddDays(3);
        app.Clearance.OnClaim = TestClearance.Allowed;
        await app.PassAsync();

        (await SingleAsync()).State.ShouldBe(MailState.Kept);
    }

    [Fact]
    public async Task A_broken_connection_leaves_the_mail_in_doubt_and_it_is_never_sent_again_by_itself()
    {
        app.Transport.Answer = _ => new Delivery(DeliveryOutcome.Unknown, "The connection broke.");
        await SendAsync("e:1");
        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.PassAsync();

        (await SingleAsync()).State.ShouldBe(MailState.InDoubt);
        app.Transport.Sent.Count.ShouldBe(1);
        (await app.DoAsync(s => s.GetRequiredService<MailsAppService>().GetStatusAsync())).InDoubt.ShouldBe(1);
        app.Said<MailSent>().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_dead_process_left_sending_is_in_doubt_when_its_lease_ends()
    {
        await RequestAsync(needsApproval: false);
        var id = (await SingleAsync()).Id;
        await app.DoAsync(s => s.GetRequiredService<MailClaiming>().ClaimAsync(id, TimeSpan.FromMinutes(10)));

        await app.PassAsync();
        (await SingleAsync()).State.ShouldBe(MailState.Sending);
        app.Clock.Now = app.Clock.Now.AddMinutes(11);
        await app.PassAsync();
        (await SingleAsync()).State.ShouldBe(MailState.InDoubt);

        await app.DoAsync(s => s.GetRequiredService<MailsAppService>().ResolveAsync(id, new ResolveMailInput(WasSent: true)));
        (await SingleAsync()).State.ShouldBe(MailState.Sent);
        app.Said<MailSent>().Count.ShouldBe(1);
        app.Transport.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_transport_that_remembers_ends_the_doubt_by_itself()
    {
        await RequestAsync(needsApproval: false);
        var id = (await SingleAsync()).Id;
        await app.DoAsync(s => s.GetRequiredService<MailClaiming>().ClaimAsync(id, TimeSpan.FromSeconds(5)));
        app.Transport.Found = Delivery.Kept;
        app.Clock.Now = app.Clock.Now.AddSeconds(6);
        await app.PassAsync();

        (await SingleAsync()).State.ShouldBe(MailState.Kept);
        app.Said<MailSent>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_doubt_that_nobody_had_time_to_end_is_ended_later()
    {
        app.Transport.Answer = _ => new Delivery(DeliveryOutcome.Unknown, "The host was killed just now.");
        await SendAsync("e:1");
        app.Transport.Found = Delivery.Kept;
        await app.PassAsync();

        (await SingleAsync()).State.ShouldBe(MailState.Kept);
        app.Said<MailSent>().Count.ShouldBe(1);
        app.Transport.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_permanent_refusal_by_the_server_is_told()
    {
        app.Transport.Answer = _ => new Delivery(DeliveryOutcome.Refused, "The mail server answered 550 no such user");
        await SendAsync("e:1");

        (await SingleAsync()).State.ShouldBe(MailState.Failed);
        app.Said<MailFailed>().Single().Sentence.ShouldContain("550");
        app.Said<MailRefused>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_mail_server_mail_waits_and_says_so()
    {
        app.Transport.Mode = TransportMode.None;
        await SendAsync("e:1");

        (await SingleAsync()).State.ShouldBe(MailState.Queued);
        var status = await app.DoAsync(s => s.GetRequiredService<MailsAppService>().GetStatusAsync());
        status.ShouldBe(new MailStatusDto(TransportMode.None, Queued: 1, InDoubt: 0, Failed: 0));
    }

    [Fact]
    public async Task What_is_no_longer_wanted_is_withdrawn_and_other_mail_is_not()
    {
        await RequestAsync("e:1");
        await RequestAsync("e:2");
        await app.PublishAsync(new MailWithdrawn(Escalation, "e:1", "They answered.", app.Clock.Now));

        (await AllAsync()).ToDictionary(m => m.EffectKey, m => m.State)
            .ShouldBe(new Dictionary<string, MailState> { ["e:1"] = MailState.Withdrawn, ["e:2"] = MailState.Draft }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_suppressed_contact_gets_no_more_marketing_but_the_cancelled_meeting_is_still_told()
    {
        await RequestAsync("e:1");
        await RequestAsync("m:1", "meeting-cancelled", purpose: Purpose.Service, needsApproval: false);
        await app.PublishAsync(new ContactSuppressed(MailSamples.Ada.Id, "They objected.", app.Clock.Now));

        (await AllAsync()).Single(m => m.EffectKey == "e:1").State.ShouldBe(MailState.Withdrawn);
        (await AllAsync()).Single(m => m.EffectKey == "m:1").State.ShouldBe(MailState.Queued);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_made_says_why()
    {
        await RequestAsync("e:1", "no-such-template");

        (await SingleAsync()).State.ShouldBe(MailState.Failed);
        app.Said<MailFailed>().Single().Sentence.ShouldContain("no-such-template");
    }

    [Fact]
    public async Task A_contact_without_an_address_gets_none()
    {
        app.People.Contacts[0] = MailSamples.Ada with { Email = null };
        await RequestAsync();

        app.Said<MailFailed>().Single().Sentence.ShouldStartWith("Ada Example has no e-mail address");
    }

    [Fact]
    public async Task Nobody_approves_a_colleagues_draft()
    {
        await RequestAsync();
        var id = (await SingleAsync()).Id;

        var refusal = await Should.ThrowAsync<BusinessException>(
            () => app.DoAsync(s => s.GetRequiredService<DraftsAppService>().ApproveAsync(id), user: Guid.NewGuid()));

        refusal.Code.ShouldBe(MailErrors.NotYourDraft);
    }

    [Fact]
    public async Task Somebody_elses_change_in_between_is_a_conflict()
    {
        await RequestAsync();
        var draft = await app.DoAsync(async s => (await s.GetRequiredService<DraftsAppService>().GetListAsync(new GetDraftsInput())).Items.Single());
        var edit = new UpdateDraftInput { Subject = "Mine", Text = "My words", ConcurrencyStamp = draft.ConcurrencyStamp };
        await app.DoAsync(s => s.GetRequiredService<DraftsAppService>().UpdateAsync(draft.Id, edit), user: MailSamples.Sam.Id);

        await Should.ThrowAsync<Volo.Abp.Data.AbpDbConcurrencyException>(
            () => app.DoAsync(s => s.GetRequiredService<DraftsAppService>().UpdateAsync(draft.Id, edit), user: MailSamples.Sam.Id));
    }

    [Fact]
    public async Task Each_tenants_mail_goes_out_in_its_own_tenant()
    {
        Guid[] tenants = [Guid.NewGuid(), Guid.NewGuid()];
        foreach (var tenant in tenants) await app.PublishAsync(Request($"e:{tenant:N}", "first-mail", false, Purpose.Marketing), tenant);
        (await app.PassAsync()).ShouldBe(2);

        foreach (var tenant in tenants)
        {
            var mail = await app.DoAsync(async s => (await s.GetRequiredService<IRepository<MailMessage, Guid>>().GetListAsync()).Single(), tenant);
            mail.State.ShouldBe(MailState.Kept);
            mail.TenantId.ShouldBe(tenant);
        }
        (await AllAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_default_templates_are_seeded_once()
    {
        for (var i = 0; i < 2; i++)
            await app.DoAsync(s => s.GetRequiredService<TemplateSeed>().SeedAsync(new Volo.Abp.Data.DataSeedContext()));

        var templates = await app.DoAsync(s => s.GetRequiredService<TemplatesAppService>().GetListAsync(new GetTemplatesInput { MaxResultCount = 100 }));
        templates.TotalCount.ShouldBe(DefaultTemplates.Names.Count * DefaultTemplates.Languages.Count);
    }

    private Task RequestAsync(
        string key = "e:1", string template = "first-mail", bool needsApproval = true, Purpose purpose = Purpose.Marketing)
        => app.PublishAsync(Request(key, template, needsApproval, purpose));

    private static MailRequested Request(string key, string template, bool needsApproval, Purpose purpose) => new(
        key, MailSamples.Ada.Id, MailSamples.Sam.Id, purpose, template,
        new Dictionary<string, string> { ["meetingTime"] = "Tue 4 August, 10:00" }, needsApproval, Relationship, Escalation);

    private async Task SendAsync(string key, string template = "first-mail")
    {
        await RequestAsync(key, template, needsApproval: false);
        await app.PassAsync();
    }

    private async Task ApproveAsync()
    {
        var id = (await SingleAsync()).Id;
        await app.DoAsync(s => s.GetRequiredService<DraftsAppService>().ApproveAsync(id), user: MailSamples.Sam.Id);
    }

    private async Task<MailMessage> SingleAsync() => (await AllAsync()).Single();

    private Task<List<MailMessage>> AllAsync() => app.DoAsync(s => s.GetRequiredService<IRepository<MailMessage, Guid>>().GetListAsync());
}
