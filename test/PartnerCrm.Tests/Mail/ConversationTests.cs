using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Tests.Mail;

public class ConversationTests
{
    [Fact]
    public async Task A_mail_by_hand_waits_for_its_senders_word_and_is_found_in_its_conversation()
    {
        await using var app = await MailApp.StartAsync();
        var draft = await WriteAsync(app);

        var list = await app.DoAsync(s => s.GetRequiredService<ConversationsAppService>().GetListAsync(new ConversationListInput()), user: MailSamples.Sam.Id);
        var whole = await app.DoAsync(s => s.GetRequiredService<ConversationsAppService>().GetAsync(MailSamples.Ada.Id), user: MailSamples.Sam.Id);

        var row = list.Items.ShouldHaveSingleItem();
        (row.ContactId, row.State, row.Drafts).ShouldBe((MailSamples.Ada.Id, ConversationState.DraftWaits, 1));
        (whole.State, whole.Drafts.ShouldHaveSingleItem().Id).ShouldBe((ConversationState.DraftWaits, draft.Id));
        app.Said<DraftReady>().ShouldHaveSingleItem().MailId.ShouldBe(draft.Id);
        list.NextBefore.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_scheduled_is_called_back_in_time_and_not_once_it_has_gone()
    {
        await using var app = await MailApp.StartAsync();
        var draft = await WriteAsync(app);
        await ScheduleAsync(app, draft);
        (await app.PassAsync()).ShouldBe(0);

        var again = await app.DoAsync(s => s.GetRequiredService<DraftsAppService>().RecallAsync(draft.Id), user: MailSamples.Sam.Id);
        again.Subject.ShouldBe("Hello");
        app.Said<DraftApproved>().Count.ShouldBe(1);
        app.Said<DraftRecalled>().Count.ShouldBe(1);

        await ScheduleAsync(app, again);
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        await app.PassAsync();
        (await Should.ThrowAsync<BusinessException>(() =>
            app.DoAsync(s => s.GetRequiredService<DraftsAppService>().RecallAsync(draft.Id), user: MailSamples.Sam.Id))).Code.ShouldBe(MailErrors.WrongState);
        (await app.DoAsync(s => s.GetRequiredService<IRepository<MailMessage, Guid>>().GetAsync(draft.Id))).IsOut.ShouldBeTrue();
    }

    [Fact]
    public async Task Send_pressed_twice_sends_once()
    {
        await using var app = await MailApp.StartAsync();
        var draft = await WriteAsync(app);
        await ScheduleAsync(app, draft);

        (await Should.ThrowAsync<BusinessException>(() => ScheduleAsync(app, draft with { ConcurrencyStamp = "" }))).Code.ShouldBe(MailErrors.NotADraft);
    }

    [Fact]
    public async Task A_template_is_tried_on_a_real_contact_and_sent_to_its_writer()
    {
        await using var app = await MailApp.StartAsync();
        var input = new PreviewTemplateForContactInput { ContactId = MailSamples.Ada.Id, Subject = "For {{contact.organisation}}", Text = "Dear {{contact.firstName}}, about {{event}}." };

        var preview = await app.DoAsync(s => s.GetRequiredService<TemplatesAppService>().PreviewForContactAsync(input), user: MailSamples.Sam.Id);
        var sent = await app.DoAsync(s => s.GetRequiredService<TemplatesAppService>().TestSendAsync(input), user: MailSamples.Sam.Id);

        preview.Text.ShouldStartWith($"Dear {MailSamples.Ada.FirstName}, about Partnership Breakfast.");
        preview.Text.ShouldContain(MailSamples.Sam.DisplayName);
        sent.Outcome.ShouldBe(DeliveryOutcome.Kept);
        app.Transport.Sent.ShouldHaveSingleItem().To.ShouldBe(MailSamples.Sam.Email);
    }

    private static Task<DraftDto> WriteAsync(MailApp app) => app.DoAsync(
        s => s.GetRequiredService<DraftsAppService>().CreateAsync(new CreateDraftInput { ContactId = MailSamples.Ada.Id, Subject = "Hello", Text = "How are you?" }),
        user: MailSamples.Sam.Id);

    private static Task<ScheduledDraftDto> ScheduleAsync(MailApp app, DraftDto draft) => app.DoAsync(
        s => s.GetRequiredService<DraftsAppService>().ScheduleAsync(draft.Id, new ScheduleDraftInput { ConcurrencyStamp = draft.ConcurrencyStamp.Length > 0 ? draft.ConcurrencyStamp : null }),
        user: MailSamples.Sam.Id);
}
