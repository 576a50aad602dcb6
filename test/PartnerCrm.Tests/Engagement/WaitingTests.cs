using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

/// <summary>What waits to start, or for a colleague's word, waits on under a hold or until a reply is read.</summary>
public class WaitingTests
{
    [Fact]
    public async Task Whoever_is_on_hold_starts_when_it_is_lifted()
    {
        await using var app = await EngagementApp.StartAsync();
        var (contact, hold) = (People.Contact(), Guid.NewGuid());
        app.Clearance.Answers[contact.Id] = SaidClearance.Answer(Verdict.Blocked, "Their organisation is on hold.") with { HeldBy = hold };
        var climb = await Climb.BeginsAsync(app, contact: contact);
        (await climb.ShownAsync()).Journal[^1].Sentence.ShouldBe("It waits until a hold is lifted: Their organisation is on hold.");
        app.Clearance.Answers.Clear();
        await app.WaitAsync(TimeSpan.FromDays(30));
        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Queued);

        await app.SayAsync(new HoldLifted(hold, HoldScope.Organisation, People.Makers, app.Clock.Now));

        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Running);
    }

    [Fact]
    public async Task A_hold_keeps_those_from_starting_that_wait_for_room()
    {
        await using var app = await EngagementApp.StartAsync((EngagementSettings.ActiveEscalations, "1"));
        var (first, second) = (await Climb.BeginsAsync(app), await Climb.BeginsAsync(app, contact: People.Contact("Bert")));
        var hold = Guid.NewGuid();

        await app.SayAsync(new HoldPlaced(hold, HoldScope.Contact, second.Contact.Id, "A complaint.", null, app.Clock.Now));
        await first.SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Enough.")));
        (await second.EscalationAsync()).State.ShouldBe(EscalationState.Queued);
        await app.SayAsync(new HoldLifted(hold, HoldScope.Contact, second.Contact.Id, app.Clock.Now));

        (await second.EscalationAsync()).State.ShouldBe(EscalationState.Running);
    }

    [Fact]
    public async Task A_colleagues_yes_under_a_hold_waits_for_its_end()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        await climb.DoneAsync(FollowUpKind.SocialTouch);
        await climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");
        var mail = climb.MailsAsked().Single();
        await app.SayAsync(new MailRefused(
            Guid.NewGuid(), mail.EffectKey, climb.Contact.Id, People.Olivia, mail.RelationshipId, mail.EscalationId, Verdict.AskOwner, "Henry holds them.", app.Clock.Now));
        var hold = Guid.NewGuid();

        await app.SayAsync(new HoldPlaced(hold, HoldScope.Organisation, People.Makers, "Contract talks.", null, app.Clock.Now));
        await app.SayAsync(new OwnerAnswered(Guid.NewGuid(), climb.Contact.Id, People.Makers, People.Olivia, People.Henry, true, null, app.Clock.Now));
        climb.MailsAsked().Count.ShouldBe(1);
        (await climb.EscalationAsync()).PausedBecause.ShouldBe("Contract talks.");
        await app.SayAsync(new HoldLifted(hold, HoldScope.Organisation, People.Makers, app.Clock.Now));

        climb.MailsAsked().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_wrote_while_queued_is_read_before_they_hear_from_us()
    {
        await using var app = await EngagementApp.StartAsync((EngagementSettings.ActiveEscalations, "1"));
        var (first, second) = (await Climb.BeginsAsync(app), await Climb.BeginsAsync(app, contact: People.Contact("Bert")));
        var reply = await second.RepliesAsync();

        await first.SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Enough.")));
        (await second.EscalationAsync()).State.ShouldBe(EscalationState.Queued);
        await second.TriagedAsync(reply, TriageAnswer.Interested);

        (await second.EscalationAsync()).State.ShouldBe(EscalationState.Running);
    }

    [Fact]
    public async Task An_end_says_whether_its_owner_has_left_the_organisation()
    {
        await using var app = await EngagementApp.StartAsync((EngagementSettings.ActiveEscalations, "2"));
        var climbs = new List<Climb>();
        foreach (var name in (string[])["Ada", "Bert", "Carol"]) climbs.Add(await Climb.BeginsAsync(app, contact: People.Contact(name)));

        foreach (var i in (int[])[2, 0, 1]) await climbs[i].SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Enough.")));

        app.Said<EscalationEnded>().Select(e => (e.ContactId, e.WasLastThere)).ShouldBe(
            [(climbs[2].Contact.Id, false), (climbs[0].Contact.Id, false), (climbs[1].Contact.Id, true)], "the third had never started");
    }

    [Fact]
    public async Task Of_a_long_journal_the_latest_is_shown()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var (relationship, escalation) = (await climb.RelationshipAsync(), await climb.EscalationAsync());
        await app.DoAsync(async services =>
        {
            var journal = services.GetRequiredService<Journal>();
            for (var i = 0; i < 200; i++) await journal.WriteAsync(relationship, escalation.Id, "Journal:OutOfOffice");
            await journal.WriteAsync(relationship, escalation.Id, "Journal:OwnerAgreed");
        });

        var told = (await climb.ShownAsync()).Journal;

        (told.Count, told[^1].Sentence).ShouldBe((200, "The colleague agreed."));
    }
}
