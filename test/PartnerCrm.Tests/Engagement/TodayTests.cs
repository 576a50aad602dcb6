using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp;

namespace PartnerCrm.Tests.Engagement;

public class TodayTests
{
    [Fact]
    public async Task A_social_touch_that_is_due_comes_with_its_text_and_says_why()
    {
        await using var app = await EngagementApp.StartAsync();
        await Climb.BeginsAsync(app);

        var item = (await TodayAsync(app)).YourTurn.Items.ShouldHaveSingleItem();

        item.Kind.ShouldBe(FollowUpKind.SocialTouch);
        item.ContactName.ShouldBe("Ada Example");
        item.Text.ShouldNotBeNull().ShouldContain("Ada");
        item.Why.ShouldContain("Networks let only a person");
        item.Answers.ShouldBe(["Done", "Skipped"]);
    }

    [Fact]
    public async Task An_answer_is_shown_with_their_words_until_it_is_triaged()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var mail = await climb.RepliesAsync("Tell me more, please.");

        var item = (await TodayAsync(app)).TheyAnswered.Items.ShouldHaveSingleItem();
        await climb.TriagedAsync(mail, TriageAnswer.Interested);

        (item.AboutId, item.MailId, item.Preview).ShouldBe((mail, mail, "Tell me more, please."));
        (await TodayAsync(app)).TheyAnswered.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_can_not_be_contacted_is_to_be_checked_first_with_the_reason()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Contact();
        app.Clearance.Answers[contact.Id] = SaidClearance.Answer(Verdict.Blocked, "Their country is unknown.");
        await Climb.BeginsAsync(app, contact: contact);

        (await TodayAsync(app)).CheckFirst.Items.ShouldHaveSingleItem().Title.ShouldContain("Their country is unknown.");
    }

    [Fact]
    public async Task A_notice_is_asked_for_a_week_before_it_is_due_and_a_mail_that_carries_it_settles_it()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        await app.ReachesAsync(new DateTime(2026, 9, 30, 9, 0, 0, DateTimeKind.Utc));
        (await TodayAsync(app)).CheckFirst.Items.ShouldHaveSingleItem().Kind.ShouldBe(FollowUpKind.GiveNotice);

        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");
        await climb.MailIsSentAsync();

        (await TodayAsync(app)).CheckFirst.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_snoozed_comes_back_on_its_day_and_tomorrow_is_counted()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var touch = (await climb.FindFollowUpAsync(FollowUpKind.SocialTouch))!;

        await app.UseAsync<FollowUpsAppService, FollowUpDto>(s => s.SnoozeAsync(touch.Id, new SnoozeInput(app.Clock.Now.AddDays(1))), People.Olivia);

        var today = await TodayAsync(app);
        (today.YourTurn.Count, today.Tomorrow).ShouldBe((0, 1));
        app.Clock.Now = app.Clock.Now.AddDays(1);
        (await TodayAsync(app)).YourTurn.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_social_touch_ticked_off_by_a_slip_is_open_again_and_counts_for_nothing()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var touch = (await climb.FindFollowUpAsync(FollowUpKind.SocialTouch))!;
        var before = (await climb.RelationshipAsync()).Reciprocity;
        await climb.DoneAsync(FollowUpKind.SocialTouch);

        await app.UseAsync<FollowUpsAppService, FollowUpDto>(s => s.ReopenAsync(touch.Id), People.Olivia);

        (await climb.RelationshipAsync()).Reciprocity.ShouldBe(before);
        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");
        climb.MailsAsked().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_has_gone_on_is_not_taken_back()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var touch = (await climb.FindFollowUpAsync(FollowUpKind.SocialTouch))!;
        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");

        var refused = await Should.ThrowAsync<BusinessException>(() =>
            app.UseAsync<FollowUpsAppService, FollowUpDto>(s => s.ReopenAsync(touch.Id), People.Olivia));

        refused.Code.ShouldBe(EngagementErrors.FollowUpWentOn);
    }

    [Theory]
    [InlineData(TriageAnswer.Interested)]
    [InlineData(TriageAnswer.Later)]
    [InlineData(TriageAnswer.WrongPerson)]
    public async Task A_reply_triaged_by_a_slip_waits_again_and_so_does_the_climb(TriageAnswer slip)
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        await app.WaitAsync(TimeSpan.FromHours(1));
        var reply = await climb.RepliesAsync();
        await climb.TriagedAsync(reply, slip, app.Clock.Now.AddDays(30));

        await app.UseAsync<RepliesAppService, ReplyDto>(s => s.UndoAsync(reply), People.Olivia);

        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Email);
        var escalation = (await app.AllAsync<Escalation>()).Single(e => e.IsLive);
        (escalation.State, escalation.WaitingFor).ShouldBe((EscalationState.Running, WaitingFor.Triage));
        await climb.TriagedAsync(reply, TriageAnswer.Interested);
        app.Said<MeetingOfferRequested>().Count.ShouldBe(slip == TriageAnswer.Interested ? 2 : 1);
    }

    [Fact]
    public async Task A_triage_is_not_taken_back_once_something_went_out()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        await app.WaitAsync(TimeSpan.FromHours(1));
        var reply = await climb.RepliesAsync();
        await climb.TriagedAsync(reply, TriageAnswer.Interested);
        var relationship = await climb.RelationshipAsync();
        await app.SayAsync(new MailSent(
            Guid.NewGuid(), "offer:1", climb.Contact.Id, People.Olivia, Purpose.Marketing, false, false, relationship.Id, null, "Three times", app.Clock.Now,
            new MailAbout(MailMatter.Offer, Guid.NewGuid())));

        (await Should.ThrowAsync<BusinessException>(() => app.UseAsync<RepliesAppService, ReplyDto>(s => s.UndoAsync(reply), People.Olivia)))
            .Code.ShouldBe(EngagementErrors.TriageWentOut);
    }

    private static Task<TodayDto> TodayAsync(EngagementApp app) =>
        app.UseAsync<TodayAppService, TodayDto>(s => s.GetAsync(new TodayInput(null)), People.Olivia);
}
