using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

/// <summary>What becomes of an offer on its way, and of a meeting once a time is chosen.</summary>
public class OfferedTests : IAsyncLifetime
{
    private EngagementApp app = null!;

    public async ValueTask InitializeAsync() => app = await EngagementApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_offer_that_a_colleague_must_be_asked_about_is_made_anew_when_they_agree()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);

        await NotOfferedAsync(climb, WhyNotOffered.OwnerAsked, "Henry deals with them.");
        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.AwaitingOwner);
        await app.SayAsync(new OwnerAnswered(Guid.NewGuid(), climb.Contact.Id, People.Makers, People.Olivia, People.Henry, true, null, app.Clock.Now));

        OffersAsked().Distinct().Count().ShouldBe(2);
        (await climb.EscalationAsync()).WaitingFor.ShouldBe(WaitingFor.Meeting);
    }

    [Fact]
    public async Task An_offer_that_may_not_go_out_ends_the_climb_and_says_so()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);

        await NotOfferedAsync(climb, WhyNotOffered.MailRefused, "They are not to be contacted.");

        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.Blocked);
        (await climb.FindFollowUpAsync(FollowUpKind.MailRefused)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_offer_that_could_not_be_sent_pauses_the_climb_until_somebody_mended_it()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);

        await NotOfferedAsync(climb, WhyNotOffered.MailFailed, "There is no template named meting-offer.");
        var shown = await climb.ShownAsync();
        (shown.State, shown.PausedBecause).ShouldBe((EscalationState.Paused, "A mail could not be sent"));
        shown.Journal[^1].Sentence.ShouldContain("meting-offer");
        (await climb.FindFollowUpAsync(FollowUpKind.MailRefused)).ShouldNotBeNull();
        await climb.SteerAsync((s, id) => s.ResumeAsync(id));

        OffersAsked().Distinct().Count().ShouldBe(2);
        (await climb.FindFollowUpAsync(FollowUpKind.MailRefused)).ShouldBeNull();
    }

    [Fact]
    public async Task Where_there_are_no_times_the_owner_is_told_and_the_climb_waits()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);

        await NotOfferedAsync(climb, WhyNotOffered.NoTimes, null);
        await app.WaitAsync(TimeSpan.FromDays(30));

        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Paused);
        (await climb.FindFollowUpAsync(FollowUpKind.MailRefused))!.TitleKey.ShouldBe("FollowUp:NoTimes");
    }

    [Fact]
    public async Task An_older_offer_says_nothing_about_the_present_step()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        var relationship = await climb.RelationshipAsync();

        await app.SayAsync(new MeetingNotOffered(
            "escalation:older", climb.Contact.Id, relationship.Id, (await climb.EscalationAsync()).Id, WhyNotOffered.MailFailed, "550", Guid.NewGuid(), app.Clock.Now));

        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Running);
        (await climb.FindFollowUpAsync(FollowUpKind.MailRefused)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_mail_that_could_not_be_sent_pauses_the_climb_and_is_asked_for_anew()
    {
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        await app.WaitAsync(TimeSpan.FromDays(5));
        var mail = climb.MailsAsked()[^1];

        await app.SayAsync(new MailFailed(
            Guid.NewGuid(), mail.EffectKey, climb.Contact.Id, mail.SenderId, mail.RelationshipId, mail.EscalationId, "The mail server can't be reached.", app.Clock.Now));
        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Paused);
        await climb.SteerAsync((s, id) => s.ResumeAsync(id));

        climb.MailsAsked().Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_invitation_that_did_not_go_out_is_told_to_the_owner()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        var meeting = await climb.ChoosesATimeAsync();
        var escalation = await climb.EscalationAsync();

        await app.SayAsync(new MailFailed(
            Guid.NewGuid(), $"meeting-invitation:{meeting:N}:0", climb.Contact.Id, People.Olivia, escalation.RelationshipId, escalation.Id, "550 no such user", app.Clock.Now,
            new MailAbout(MailMatter.Invitation, meeting)));

        (await climb.FindFollowUpAsync(FollowUpKind.MailRefused)).ShouldNotBeNull();
        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Running);
        await app.SayAsync(new MailSent(
            (await climb.FindFollowUpAsync(FollowUpKind.MailRefused))!.AboutId!.Value, $"meeting-invitation:{meeting:N}:0", climb.Contact.Id, People.Olivia, Purpose.Service, false,
            false, escalation.RelationshipId, escalation.Id, "Invitation", app.Clock.Now, new MailAbout(MailMatter.Invitation, meeting)));
        (await climb.FindFollowUpAsync(FollowUpKind.MailRefused)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_chose_a_time_is_not_silent_though_their_calendar_is()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        var meeting = await climb.ChoosesATimeAsync();
        (await climb.FindFollowUpAsync(FollowUpKind.RecordOutcome))!.DueAt.ShouldBe(app.Clock.Now.AddDays(7));

        await app.WaitAsync(TimeSpan.FromDays(60));
        (await climb.RelationshipAsync()).Stage.ShouldNotBe(Stage.Resting);
        (await climb.EscalationAsync()).WaitingFor.ShouldBe(WaitingFor.Meeting);
        var relationship = await climb.RelationshipAsync();
        await app.SayAsync(new MeetingHeld(
            meeting, climb.Contact.Id, relationship.Id, (await climb.EscalationAsync()).Id, "They want two placements.", app.Clock.Now.AddDays(-53), app.Clock.Now));

        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.Met);
        (await climb.FindFollowUpAsync(FollowUpKind.RecordOutcome)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_ticks_the_outcome_off_ends_the_climb()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        await climb.ChoosesATimeAsync();

        await climb.DoneAsync(FollowUpKind.RecordOutcome);

        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.Met);
        (await climb.RelationshipAsync()).Stage.ShouldNotBe(Stage.Resting);
    }

    [Fact]
    public async Task The_outcome_is_asked_for_once_and_not_after_they_declined()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        var meeting = await climb.ChoosesATimeAsync();

        await climb.AnswersInvitationAsync(meeting, InvitationAnswer.Declined);
        (await climb.FindFollowUpAsync(FollowUpKind.RecordOutcome)).ShouldBeNull();
        await climb.AnswersInvitationAsync(meeting, InvitationAnswer.Accepted);

        (await climb.FindFollowUpAsync(FollowUpKind.RecordOutcome)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_meeting_made_by_hand_is_not_the_one_the_climb_offered()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        var (own, byHand, relationship) = (await climb.ChoosesATimeAsync(), Guid.NewGuid(), await climb.RelationshipAsync());

        await app.SayAsync(new MeetingTimeChosen(Guid.NewGuid(), byHand, climb.Contact.Id, relationship.Id, null, app.Clock.Now.AddDays(2), app.Clock.Now));
        (await climb.EscalationAsync()).MeetingId.ShouldBe(own);
        await app.SayAsync(new InvitationAnswered(
            byHand, climb.Contact.Id, relationship.Id, null, InvitationAnswer.Declined, app.Clock.Now.AddDays(2), app.Clock.Now));

        (await climb.EscalationAsync()).MeetingId.ShouldBe(own);
    }

    [Fact]
    public async Task What_the_product_says_is_read_in_the_readers_language()
    {
        var climb = await Climb.IsOfferedAMeetingAsync(app);
        await climb.AnswersInvitationAsync(await climb.ChoosesATimeAsync(), InvitationAnswer.Declined);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");

        var reply = await app.DoAsync(async s => (await s.GetRequiredService<RepliesAppService>().GetListAsync(new ReplyListInput())).Items.Single());
        var told = await app.DoAsync(async s => (await s.GetRequiredService<TimelinesAppService>().GetPageAsync(climb.Contact.Id, new TimelinePageInput())).Items);

        CultureInfo.CurrentUICulture = before;
        reply.Subject.ShouldBe("Lehnte das Gespräch ab");
        told.Select(t => t.Sentence).ShouldContain(s => s.EndsWith(": Lehnte das Gespräch ab"));
        told.Select(t => t.Sentence).ShouldNotContain(s => s.Contains("Said:"));
    }

    private IEnumerable<string> OffersAsked() => app.Said<MeetingOfferRequested>().Select(o => o.EffectKey);

    private async Task NotOfferedAsync(Climb climb, WhyNotOffered why, string? sentence)
    {
        var (relationship, escalation) = (await climb.RelationshipAsync(), await climb.EscalationAsync());
        await app.SayAsync(new MeetingNotOffered(
            escalation.EffectKey, climb.Contact.Id, relationship.Id, escalation.Id, why, sentence, sentence is null ? null : Guid.NewGuid(), app.Clock.Now));
    }
}
