using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Meetings;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Tests.Meetings;

public class OfferingTests : IAsyncLifetime
{
    private static readonly Guid Plan = Guid.NewGuid();
    private MeetingsApp app = null!;

    public async ValueTask InitializeAsync() => app = await MeetingsApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_offer_says_what_its_mail_is_for()
    {
        await WantedAsync("escalation:1");

        app.Said<MailRequested>().Single().About.ShouldBe(new MailAbout(MailMatter.Offer, (await OffersAsync()).Single().Id));
    }

    [Theory]
    [InlineData(Verdict.AskOwner, WhyNotOffered.OwnerAsked)]
    [InlineData(Verdict.Blocked, WhyNotOffered.MailRefused)]
    public async Task An_offer_whose_mail_is_refused_gives_its_times_back_and_is_told(Verdict verdict, WhyNotOffered why)
    {
        await WantedAsync("escalation:1");
        var mail = app.Said<MailRequested>().Single();
        await app.SayAsync(new MailRefused(
            Guid.NewGuid(), mail.EffectKey, mail.ContactId, mail.SenderId, mail.RelationshipId, mail.EscalationId, verdict, "So it is.", app.Clock.Now, mail.About));

        var offer = (await OffersAsync()).Single();
        offer.State.ShouldBe(OfferState.Withdrawn);
        app.Said<MeetingNotOffered>().Single().ShouldSatisfyAllConditions(
            n => n.EffectKey.ShouldBe("escalation:1"), n => n.EscalationId.ShouldBe(Plan), n => n.Why.ShouldBe(why), n => n.Sentence.ShouldBe("So it is."));

        await WantedAsync("escalation:2");
        (await OffersAsync()).Single(o => o.State == OfferState.Open).Times.ShouldBe(offer.Times);
    }

    [Fact]
    public async Task An_offer_whose_mail_cannot_be_made_does_not_stand()
    {
        await WantedAsync("escalation:1");
        var mail = app.Said<MailRequested>().Single();
        await app.SayAsync(new MailFailed(
            Guid.NewGuid(), mail.EffectKey, mail.ContactId, mail.SenderId, mail.RelationshipId, mail.EscalationId, "There is no such template.", app.Clock.Now, mail.About));

        (await OffersAsync()).Single().State.ShouldBe(OfferState.Withdrawn);
        app.Said<MeetingNotOffered>().Single().Why.ShouldBe(WhyNotOffered.MailFailed);
    }

    [Fact]
    public async Task A_refused_invitation_leaves_the_offers_alone()
    {
        await WantedAsync("escalation:1");
        var offer = (await OffersAsync()).Single();
        await app.SayAsync(new MailFailed(
            Guid.NewGuid(), "meeting-invitation:1:0", app.People.Ada.Id, app.People.Sam!.Id, null, null, "550", app.Clock.Now, new MailAbout(MailMatter.Invitation, offer.Id)));

        (await OffersAsync()).Single().State.ShouldBe(OfferState.Open);
    }

    [Fact]
    public async Task A_meeting_longer_than_a_day_cannot_be_offered_and_that_is_told()
    {
        await WantedAsync("escalation:1", TimeSpan.FromDays(1));

        app.Said<MeetingNotOffered>().Single().Why.ShouldBe(WhyNotOffered.NoTimes);
        (await OffersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_day_and_night_never_meet_no_times_are_offered()
    {
        app.People.Ada = app.People.Ada with { TimeZone = "Pacific/Auckland" };
        await WantedAsync("escalation:1");

        app.Said<MeetingNotOffered>().Single().Why.ShouldBe(WhyNotOffered.NoTimes);
    }

    [Fact]
    public async Task An_owner_who_is_gone_offers_nothing()
    {
        app.People.Sam = null;
        await app.SayAsync(new MeetingOfferRequested(
            "escalation:1", app.People.Ada.Id, Guid.NewGuid(), app.People.Relationship, Plan, "meeting-offer", TimeSpan.FromMinutes(30)));

        app.Said<MeetingNotOffered>().Single().Why.ShouldBe(WhyNotOffered.NoTimes);
    }

    [Fact]
    public async Task Whoever_offers_by_hand_is_told_at_once()
    {
        var refused = await Should.ThrowAsync<BusinessException>(() => app.DoAsync(s => s.GetRequiredService<Offering>().OfferAsync(
            "by-hand:1", app.People.Ada.Id, app.People.Sam!.Id, app.People.Relationship, null, "meeting-offer", TimeSpan.FromDays(1))));

        refused.Code.ShouldBe(MeetingsErrors.NoTimesFound);
    }

    [Fact]
    public async Task A_language_that_is_none_is_said_in_english()
    {
        app.People.Ada = app.People.Ada with { Language = "English (UK)" };
        await WantedAsync("escalation:1");

        app.Said<MailRequested>().Single().Variables["time1"].ShouldContain("September");
    }

    [Fact]
    public void A_calendar_that_repeats_itself_says_nothing_new()
    {
        var meeting = new Meeting(
            Guid.NewGuid(), null, "crm.example.org", Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null, "Ada – Sam", null, app.Clock.Now.AddDays(2), TimeSpan.FromMinutes(30));

        for (var i = 1; i <= 3; i++) meeting.Answer(InvitationAnswer.Accepted, 0, app.Clock.Now.AddMinutes(i), app.Clock.Now).ShouldBeTrue();
        meeting.Answer(InvitationAnswer.Declined, 0, app.Clock.Now.AddMinutes(9), app.Clock.Now).ShouldBeTrue();

        meeting.GetLocalEvents().Select(e => ((InvitationAnswered)e.EventData).Answer).ShouldBe([InvitationAnswer.Accepted, InvitationAnswer.Declined]);
    }

    private Task WantedAsync(string key, TimeSpan? duration = null) => app.SayAsync(new MeetingOfferRequested(
        key, app.People.Ada.Id, app.People.Sam!.Id, app.People.Relationship, Plan, "meeting-offer", duration ?? TimeSpan.FromMinutes(30)));

    private Task<List<Offer>> OffersAsync() => app.DoAsync(s => s.GetRequiredService<IRepository<Offer, Guid>>().GetListAsync());
}
