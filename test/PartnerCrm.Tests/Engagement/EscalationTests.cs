using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp;

namespace PartnerCrm.Tests.Engagement;

/// <summary>How a relationship climbs, on a real database with the real workflow.</summary>
public class EscalationTests
{
    [Fact]
    public async Task Social_comes_first_and_by_a_person()
    {
        await using var app = await EngagementApp.StartAsync();

        var climb = await Climb.BeginsAsync(app);

        (await climb.FindFollowUpAsync(FollowUpKind.SocialTouch))!.SuggestedText!.ShouldStartWith("Hello Ada, thank you");
        climb.MailsAsked().ShouldBeEmpty();
        (await climb.EscalationAsync()).WaitingFor.ShouldBe(WaitingFor.SocialTouch);
    }

    [Fact]
    public async Task After_the_social_touch_the_owner_is_asked_whether_they_answered_before_anything_else_goes_out()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);

        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await app.WaitAsync(TimeSpan.FromDays(20));

        climb.MailsAsked().ShouldBeEmpty();
        (await climb.FindFollowUpAsync(FollowUpKind.DidTheyAnswer)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_answered_there_is_written_to_at_once()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        await climb.DoneAsync(FollowUpKind.SocialTouch);

        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");

        climb.MailsAsked().Single().ShouldSatisfyAllConditions(
            m => m.NeedsApproval.ShouldBeTrue(), m => m.Template.ShouldBe("first-mail"), m => m.IsCold.ShouldBeFalse());
    }

    [Fact]
    public async Task Whoever_did_not_answer_there_is_given_the_playbooks_time()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app, origins: [new OriginFact(Channel.Event, "Seminar", app.Clock.Now, null, null), new OriginFact(Channel.LinkedIn, null, app.Clock.Now, null, null)]);
        await climb.DoneAsync(FollowUpKind.SocialTouch);

        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "No");
        climb.MailsAsked().ShouldBeEmpty();
        await app.WaitAsync(TimeSpan.FromDays(3));

        climb.MailsAsked().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_sign_from_them_the_gate_stays_closed_and_says_why()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app, origins: [new OriginFact(Channel.LinkedIn, null, app.Clock.Now, null, null)]);
        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "No");

        await app.WaitAsync(TimeSpan.FromDays(4));

        climb.MailsAsked().ShouldBeEmpty();
        var shown = await climb.ShownAsync();
        shown.WaitingFor.ShouldBe(WaitingFor.Gate);
        shown.Journal[^1].Sentence.ShouldBe(
            "They have not shown enough yet to be written to: they 1, we 1, and 2 is needed. It waits for a sign from them, or an override.");
    }

    [Fact]
    public async Task A_touchpoint_from_them_opens_the_gate()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await AtTheGateAsync(app);
        var relationship = await climb.RelationshipAsync();

        await app.UseAsync<RelationshipsAppService, TouchpointDto>(s => s.RecordTouchpointAsync(
            relationship.Id, new RecordTouchpointInput(Channel.Referral, Direction.FromThem, TouchKind.IntroductionAccepted, null, null)));

        climb.MailsAsked().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_override_needs_a_sentence_and_the_head_sees_it()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await AtTheGateAsync(app);

        await climb.SteerAsync((s, id) => s.OverrideAsync(id, new EscalationReasonInput("We spoke at the fair, unrecorded.")));

        climb.MailsAsked().Count.ShouldBe(1);
        var overrides = await app.UseAsync<EscalationsAppService, Volo.Abp.Application.Dtos.PagedResultDto<OverrideDto>>(s => s.GetOverridesAsync(new()));
        overrides.Items.Single().Sentence.ShouldBe("The gate to the stage Email was opened by hand: We spoke at the fair, unrecorded.");
    }

    [Fact]
    public async Task Nobody_moves_at_the_gate_for_a_month_and_the_relationship_rests()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await AtTheGateAsync(app);

        await app.WaitAsync(TimeSpan.FromDays(31));

        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Resting);
        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.NoAnswer);
    }

    [Fact]
    public async Task The_stage_is_email_once_the_mail_has_left_and_not_before()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");
        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Social);

        await climb.MailIsSentAsync();

        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Email);
        app.Said<RelationshipStageChanged>().ShouldContain(f => f.From == "Social" && f.To == "Email");
    }

    [Fact]
    public async Task Silence_is_reminded_of_twice_at_most_and_then_left_in_peace()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);

        await app.WaitAsync(TimeSpan.FromDays(5));
        await climb.MailIsSentAsync();
        await app.WaitAsync(TimeSpan.FromDays(7));
        await climb.MailIsSentAsync();
        await app.WaitAsync(TimeSpan.FromDays(7));

        climb.MailsAsked().Select(m => m.Template).ShouldBe(["first-mail", "reminder-1", "reminder-2"]);
        var relationship = await climb.RelationshipAsync();
        relationship.Stage.ShouldBe(Stage.Resting);
        relationship.RestingUntil.ShouldBe(app.Clock.Now.AddDays(180));
        app.Said<MeetingOfferRequested>().ShouldBeEmpty();
        (await climb.FindFollowUpAsync(FollowUpKind.WakeUp))!.DueAt.ShouldBe(app.Clock.Now.AddDays(180));
    }

    [Fact]
    public async Task After_two_unanswered_the_relationship_rests()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app,
        [
            PlaybookStep.SocialTouch("Hello"), PlaybookStep.SendMail("first-mail"), PlaybookStep.AwaitAnswer("P5D"), PlaybookStep.SendMail("another"),
            PlaybookStep.AwaitAnswer("P5D"), PlaybookStep.SendMail("a-third"), PlaybookStep.Rest(90),
        ]);
        await app.WaitAsync(TimeSpan.FromDays(5));
        await climb.MailIsSentAsync();

        await app.WaitAsync(TimeSpan.FromDays(5));

        climb.MailsAsked().Count.ShouldBe(2);
        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Resting);
        (await climb.ShownAsync()).Journal[^1].Sentence.ShouldStartWith("2 touches of ours were unanswered");
    }

    [Fact]
    public async Task A_reply_stops_the_reminders()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);

        await climb.RepliesAsync();
        await app.WaitAsync(TimeSpan.FromDays(60));

        climb.MailsAsked().Count.ShouldBe(1);
        (await climb.EscalationAsync()).WaitingFor.ShouldBe(WaitingFor.Triage);
        (await climb.FindFollowUpAsync(FollowUpKind.Triage)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reply_takes_back_what_had_been_asked_for()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        await app.WaitAsync(TimeSpan.FromDays(5));

        await climb.RepliesAsync();

        app.Said<MailWithdrawn>().ShouldContain(w => w.EffectKey == null);
    }

    [Fact]
    public async Task Interest_leads_to_the_offer_of_a_meeting_and_acceptance_to_the_stage_meeting()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        app.Said<MeetingOfferRequested>().Single().Duration.ShouldBe(TimeSpan.FromMinutes(30));

        await climb.AnswersInvitationAsync(await climb.ChoosesATimeAsync(), InvitationAnswer.Accepted);

        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Meeting);
        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.Met);
        app.Said<MeetingOfferWithdrawn>().ShouldNotContain(w => w.Reason == nameof(EndReason.Met));
        (await climb.FindFollowUpAsync(FollowUpKind.RecordOutcome)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_declined_meeting_goes_back_to_the_owner_and_may_be_offered_again()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.IsOfferedAMeetingAsync(app);

        await climb.AnswersInvitationAsync(await climb.ChoosesATimeAsync(), InvitationAnswer.Declined);
        var reply = (await app.AllAsync<Reply>()).Single(r => r.Answer is null);
        await climb.TriagedAsync(reply.Id, TriageAnswer.Interested);

        app.Said<MeetingOfferRequested>().Select(o => o.EffectKey).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_meeting_that_was_held_offers_the_partnership()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        var meeting = await climb.ChoosesATimeAsync();
        await climb.AnswersInvitationAsync(meeting, InvitationAnswer.Accepted);
        var relationship = await climb.RelationshipAsync();

        await app.SayAsync(new MeetingHeld(meeting, climb.Contact.Id, relationship.Id, null, "They want two placements.", app.Clock.Now, app.Clock.Now));
        await climb.DoneAsync(FollowUpKind.BecomePartner, "Yes");

        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Partnership);
    }

    [Fact]
    public async Task Later_rests_until_then()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var until = app.Clock.Now.AddDays(40);

        await climb.TriagedAsync(await climb.RepliesAsync(), TriageAnswer.Later, until);

        (await climb.RelationshipAsync()).RestingUntil.ShouldBe(until);
        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.Later);
        (await climb.FindFollowUpAsync(FollowUpKind.WakeUp))!.DueAt.ShouldBe(until);
    }

    [Fact]
    public async Task The_wrong_person_is_asked_for_the_right_one()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);

        await climb.TriagedAsync(await climb.RepliesAsync(), TriageAnswer.WrongPerson);

        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.WrongPerson);
        (await climb.FindFollowUpAsync(FollowUpKind.FindRightPerson)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_objection_stops_everything_and_is_told_to_others()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);

        await climb.TriagedAsync(await climb.RepliesAsync("Do not write again."), TriageAnswer.Objects);
        await app.WaitAsync(TimeSpan.FromDays(365));

        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Closed);
        var said = app.Said<ContactObjected>().Single();
        (said.Words, said.IncomingMailId).ShouldBe(("Do not write again.", null));
        climb.MailsAsked().Count.ShouldBe(1);
        (await climb.FindFollowUpAsync(FollowUpKind.ReviewObjection)).ShouldBeNull();
    }

    [Fact]
    public async Task An_objection_that_a_machine_read_stops_at_once_and_is_reviewed()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);

        await app.SayAsync(new ContactObjected(climb.Contact.Id, Guid.NewGuid(), "please remove me", app.Clock.Now));

        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.Objected);
        (await climb.FindFollowUpAsync(FollowUpKind.ReviewObjection)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Out_of_office_postpones_until_the_working_day_after_their_return()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var friday = new DateTime(2026, 9, 18, 0, 0, 0, DateTimeKind.Utc);
        var relationship = await climb.RelationshipAsync();

        await app.SayAsync(new AutoReplyArrived(Guid.NewGuid(), null, climb.Contact.Id, relationship.Id, null, friday, app.Clock.Now));
        await app.ReachesAsync(friday.AddDays(2));
        climb.MailsAsked().Count.ShouldBe(1);
        await app.ReachesAsync(friday.AddDays(3));

        climb.MailsAsked().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_bounce_ends_it_and_asks_for_an_address()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);

        await app.SayAsync(new MailBounced(Guid.NewGuid(), Guid.NewGuid(), climb.Contact.Id, null, null, true, "5.1.1", app.Clock.Now));

        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.Bounced);
        (await climb.FindFollowUpAsync(FollowUpKind.FindAddress)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_suppressed_contact_hears_nothing_more()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);

        await app.SayAsync(new ContactUnsubscribed(climb.Contact.Id, null, app.Clock.Now));
        await app.SayAsync(new ContactSuppressed(climb.Contact.Id, "Unsubscribed", app.Clock.Now));
        await app.WaitAsync(TimeSpan.FromDays(365));

        climb.MailsAsked().Count.ShouldBe(1);
        (await climb.RelationshipAsync()).ClosedBecause.ShouldBe("Unsubscribed");
        await Should.ThrowAsync<BusinessException>(() => climb.SteerAsync((s, id) => s.StartAsync(id, new StartEscalationInput(null))));
    }

    [Fact]
    public async Task A_pause_is_not_silence_of_the_other_side()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        await app.WaitAsync(TimeSpan.FromDays(2));

        await climb.SteerAsync((s, id) => s.PauseAsync(id, new EscalationReasonInput("Their strike.")));
        await app.WaitAsync(TimeSpan.FromDays(30));
        await climb.SteerAsync((s, id) => s.ResumeAsync(id));
        await app.WaitAsync(TimeSpan.FromDays(2));
        climb.MailsAsked().Count.ShouldBe(1);
        await app.WaitAsync(TimeSpan.FromDays(1));

        climb.MailsAsked().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_discarded_draft_pauses_and_is_asked_for_anew_when_resumed()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");
        var mail = climb.MailsAsked().Single();

        await app.SayAsync(new DraftDiscarded(Guid.NewGuid(), mail.EffectKey, climb.Contact.Id, mail.RelationshipId, mail.EscalationId, app.Clock.Now));
        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Paused);
        await climb.SteerAsync((s, id) => s.ResumeAsync(id));

        climb.MailsAsked().Select(m => m.EffectKey).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_hold_on_the_organisation_pauses_until_it_is_lifted()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var hold = Guid.NewGuid();

        await app.SayAsync(new HoldPlaced(hold, HoldScope.Organisation, People.Makers, "Contract talks.", null, app.Clock.Now));
        await app.WaitAsync(TimeSpan.FromDays(30));
        climb.MailsAsked().Count.ShouldBe(1);
        await app.SayAsync(new HoldLifted(hold, HoldScope.Organisation, People.Makers, app.Clock.Now));
        await app.WaitAsync(TimeSpan.FromDays(5));

        climb.MailsAsked().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Running_climbs_keep_the_version_they_started_with()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var playbook = await Climb.PlaybookAsync(app, DefaultPlaybooks.Name);

        await app.UseAsync<PlaybooksAppService, PlaybookDto>(s => s.AddVersionAsync(playbook, new PlaybookVersionInput([PlaybookStep.Rest(1)])));
        await app.WaitAsync(TimeSpan.FromDays(5));

        climb.MailsAsked()[^1].Template.ShouldBe("reminder-1");
    }

    [Fact]
    public async Task A_version_made_from_an_older_one_than_the_last_is_refused()
    {
        await using var app = await EngagementApp.StartAsync();
        var playbook = await Climb.PlaybookAsync(app, DefaultPlaybooks.Name);
        var seen = (await app.UseAsync<PlaybooksAppService, PlaybookDto>(s => s.GetAsync(playbook))).VersionId;
        Task<PlaybookDto> AddAsync(Guid? baseId) =>
            app.UseAsync<PlaybooksAppService, PlaybookDto>(s => s.AddVersionAsync(playbook, new PlaybookVersionInput([PlaybookStep.Rest(1)], baseId)));

        var first = await AddAsync(seen);

        (await Should.ThrowAsync<BusinessException>(() => AddAsync(seen))).Code.ShouldBe(EngagementErrors.PlaybookStale);
        (await AddAsync(first.VersionId)).Version.ShouldBe(first.Version + 1);
    }

    [Fact]
    public async Task A_wait_of_a_century_is_a_wait()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app,
        [
            PlaybookStep.SocialTouch("Hello"), PlaybookStep.SendMail("first-mail"), PlaybookStep.AwaitAnswer("P100Y"), PlaybookStep.Reminder("reminder-1"), PlaybookStep.Rest(1),
        ]);

        await app.WaitAsync(TimeSpan.FromDays(36_000));
        climb.MailsAsked().Count.ShouldBe(1);
        await app.WaitAsync(TimeSpan.FromDays(600));

        climb.MailsAsked().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_journal_tells_the_story_in_german_too()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("de");

        var shown = await climb.ShownAsync();

        System.Globalization.CultureInfo.CurrentUICulture = before;
        shown.Journal.Select(j => j.Sentence).ShouldContain("Der Aufstieg begann.");
    }

    private static async Task<Climb> AtTheGateAsync(EngagementApp app)
    {
        var climb = await Climb.BeginsAsync(app, origins: [new OriginFact(Channel.LinkedIn, null, app.Clock.Now, null, null)]);
        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "No");
        await app.WaitAsync(TimeSpan.FromDays(3));
        (await climb.EscalationAsync()).WaitingFor.ShouldBe(WaitingFor.Gate);
        return climb;
    }
}
