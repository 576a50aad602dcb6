using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Tests.Mail;

/// <summary>A mail server that is away, and mail that failed.</summary>
public class ServerDownTests : IAsyncLifetime
{
    private static readonly Guid Plan = Guid.NewGuid();
    private MailApp app = null!;

    public async ValueTask InitializeAsync() => app = await MailApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_server_that_is_away_for_days_loses_no_mail()
    {
        app.Transport.Answer = _ => Delivery.NotTried("The mail server can't be reached: connection refused");
        await RequestAsync("by-hand:1");
        var tries = await PassForAsync(TimeSpan.FromDays(4));

        var mail = await SingleAsync();
        mail.State.ShouldBe(MailState.Queued);
        mail.Attempts.ShouldBe(0);
        mail.Problem.ShouldBe("The mail server can't be reached: connection refused");
        tries.ShouldBeInRange(100, 300);
        app.Said<MailFailed>().ShouldBeEmpty();

        app.Transport.Answer = _ => Delivery.Sent;
        await PassForAsync(TimeSpan.FromMinutes(31));
        (await SingleAsync()).State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task What_was_not_tried_takes_no_room_of_the_mailbox()
    {
        app.Transport.Answer = _ => Delivery.NotTried("The mail server can't be reached");
        await RequestAsync("by-hand:1");
        await app.PassAsync();

        (await SingleAsync()).SendingAt.ShouldBeNull();
    }

    [Fact]
    public async Task After_five_days_it_fails_and_a_person_may_send_it_again()
    {
        app.Transport.Answer = _ => Delivery.NotTried("The mail server can't be reached");
        await RequestAsync("by-hand:1");
        await PassForAsync(TimeSpan.FromDays(6));
        var mail = await SingleAsync();
        mail.State.ShouldBe(MailState.Failed);
        app.Said<MailFailed>().Count.ShouldBe(1);

        app.Transport.Answer = _ => Delivery.Sent;
        await ResolveAsync(mail.Id, wasSent: false);
        await app.PassAsync();

        (await SingleAsync()).State.ShouldBe(MailState.Sent);
        app.Said<MailSent>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_failed_was_not_sent()
    {
        var failed = await FailedAsync("by-hand:1");

        (await Should.ThrowAsync<BusinessException>(() => ResolveAsync(failed.Id, wasSent: true))).Code.ShouldBe(MailErrors.NotInDoubt);
    }

    [Fact]
    public async Task What_a_plan_or_an_offer_asks_for_anew_is_not_sent_again_by_hand()
    {
        var ofPlan = await FailedAsync("escalation:1", Plan);
        (await Should.ThrowAsync<BusinessException>(() => ResolveAsync(ofPlan.Id, wasSent: false))).Code.ShouldBe(MailErrors.AskedForAnew);
    }

    [Fact]
    public async Task The_senders_own_words_come_back_when_the_plan_asks_again()
    {
        await RequestAsync("escalation:1", Plan, needsApproval: true);
        var draft = await SingleAsync();
        await app.DoAsync(s => s.GetRequiredService<DraftsAppService>().UpdateAsync(
            draft.Id, new UpdateDraftInput { Subject = "My subject", Text = "My own words", ConcurrencyStamp = draft.ConcurrencyStamp }), user: MailSamples.Sam.Id);
        await app.PublishAsync(new MailWithdrawn(Plan, null, "Their strike.", app.Clock.Now));
        app.Clock.Now = app.Clock.Now.AddDays(30);

        await RequestAsync("escalation:2", Plan, needsApproval: true);

        var again = (await AllAsync()).Single(m => m.State == MailState.Draft);
        (again.Subject, again.Text).ShouldBe(("My subject", "My own words"));
    }

    [Fact]
    public async Task A_draft_that_was_thrown_away_does_not_come_back()
    {
        await RequestAsync("escalation:1", Plan, needsApproval: true);
        var draft = await SingleAsync();
        await app.DoAsync(async s =>
        {
            var drafts = s.GetRequiredService<DraftsAppService>();
            await drafts.UpdateAsync(draft.Id, new UpdateDraftInput { Subject = "My subject", Text = "My own words" });
            await drafts.DiscardAsync(draft.Id);
        }, user: MailSamples.Sam.Id);
        app.Clock.Now = app.Clock.Now.AddDays(1);

        await RequestAsync("escalation:2", Plan, needsApproval: true);

        (await AllAsync()).Single(m => m.State == MailState.Draft).Subject.ShouldBe("Example Ltd and The University");
    }

    private async Task<int> PassForAsync(TimeSpan time)
    {
        var (until, before) = (app.Clock.Now + time, app.Transport.Sent.Count);
        for (; app.Clock.Now < until; app.Clock.Now = app.Clock.Now.AddMinutes(10)) await app.PassAsync();
        return app.Transport.Sent.Count - before;
    }

    private async Task<MailMessage> FailedAsync(string key, Guid? plan = null)
    {
        app.Transport.Answer = _ => new Delivery(DeliveryOutcome.Refused, "The mail server answered 550 no such user");
        await RequestAsync(key, plan);
        await app.PassAsync();
        return await SingleAsync();
    }

    private Task RequestAsync(string key, Guid? plan = null, bool needsApproval = false) => app.PublishAsync(new MailRequested(
        key, MailSamples.Ada.Id, MailSamples.Sam.Id, Purpose.Service, "first-mail", new Dictionary<string, string>(), needsApproval, EscalationId: plan));

    private Task ResolveAsync(Guid id, bool wasSent) =>
        app.DoAsync(s => s.GetRequiredService<MailsAppService>().ResolveAsync(id, new ResolveMailInput(wasSent)));

    private async Task<MailMessage> SingleAsync() => (await AllAsync()).Single();

    private Task<List<MailMessage>> AllAsync() => app.DoAsync(s => s.GetRequiredService<IRepository<MailMessage, Guid>>().GetListAsync());
}
