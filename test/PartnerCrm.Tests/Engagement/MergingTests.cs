using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

public class MergingTests
{
    [Fact]
    public async Task The_bond_with_the_plan_goes_on_with_the_story_of_both()
    {
        await using var app = await EngagementApp.StartAsync();
        var stays = await Climb.BeginsAsync(app);
        await stays.SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Not yet")));
        await app.WaitAsync(TimeSpan.FromMinutes(1));
        var goes = await Climb.AwaitsAnswerToMailAsync(app);
        var (climb, touches) = (await goes.EscalationAsync(), (await app.AllAsync<Touchpoint>()).Count);

        await MergedAsync(app, goes, into: stays);

        var relationship = (await app.AllAsync<Relationship>()).ShouldHaveSingleItem();
        (relationship.Id, relationship.ContactId, relationship.Stage).ShouldBe((climb.RelationshipId, stays.Contact.Id, Stage.Email));
        (await stays.EscalationAsync()).Id.ShouldBe(climb.Id);
        (await app.AllAsync<Touchpoint>()).Count(t => t.ContactId == stays.Contact.Id && t.RelationshipId == relationship.Id).ShouldBe(touches);
        (await app.AllAsync<JournalEntry>()).ShouldAllBe(j => j.ContactId == stays.Contact.Id);
        (await app.AllAsync<JournalEntry>()).Count(j => j.Key == "Journal:Merged").ShouldBe(1);
    }

    [Fact]
    public async Task The_plan_goes_on_with_who_they_are_now()
    {
        await using var app = await EngagementApp.StartAsync();
        var goes = await Climb.AwaitsAnswerToMailAsync(app);
        var stays = new Climb(app, People.Contact());

        await MergedAsync(app, goes, into: stays);
        await stays.TriagedAsync(await stays.RepliesAsync(), TriageAnswer.Interested);

        (await stays.EscalationAsync()).State.ShouldBe(EscalationState.Running);
        app.Said<MeetingOfferRequested>().ShouldHaveSingleItem().ContactId.ShouldBe(stays.Contact.Id);
    }

    [Fact]
    public async Task Two_plans_cannot_go_on_as_one()
    {
        await using var app = await EngagementApp.StartAsync();
        var (one, other) = (await Climb.BeginsAsync(app), await Climb.BeginsAsync(app));

        (await WhyNotAsync(app, one, other)).ShouldBe("A contact plan runs with both. Stop one of the two on its page, then merge.");

        await other.SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Twice the same person")));
        (await WhyNotAsync(app, one, other)).ShouldBeNull();
    }

    [Fact]
    public async Task A_plan_does_not_go_on_with_somebody_who_was_closed()
    {
        await using var app = await EngagementApp.StartAsync();
        var (one, other) = (await Climb.BeginsAsync(app), await Climb.BeginsAsync(app));
        await app.UseAsync<RelationshipsAppService, RelationshipDto>(async s => await s.CloseAsync((await other.RelationshipAsync()).Id, new ReasonInput("Left the sector")));

        (await WhyNotAsync(app, one, other))!.ShouldContain("closed: Left the sector. Stop the plan, or reopen");
    }

    [Fact]
    public async Task Without_a_plan_the_more_careful_state_holds_and_the_higher_rung_counts()
    {
        await using var app = await EngagementApp.StartAsync();
        var (stays, goes) = (await Climb.BeginsAsync(app), await Climb.AwaitsAnswerToMailAsync(app));
        await stays.SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Not yet")));
        await goes.TriagedAsync(await goes.RepliesAsync(), TriageAnswer.Later, app.Clock.Now.AddDays(100));

        await MergedAsync(app, goes, into: stays);

        var relationship = await stays.RelationshipAsync();
        (relationship.Stage, relationship.Rung, relationship.RestingUntil).ShouldBe((Stage.Resting, Stage.Email, app.Clock.Now.AddDays(100)));
    }

    [Fact]
    public async Task Tasks_are_one_persons_and_the_notice_is_due_once()
    {
        await using var app = await EngagementApp.StartAsync();
        var (stays, goes) = (await Climb.BeginsAsync(app), await Climb.BeginsAsync(app));
        foreach (var climb in (Climb[])[stays, goes]) await climb.SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Not yet")));
        await app.UseAsync<RelationshipsAppService, RelationshipDto>(async s => await s.HandOverAsync((await goes.RelationshipAsync()).Id, new HandOverInput(People.Henry)));

        await MergedAsync(app, goes, into: stays);

        var open = (await app.AllAsync<FollowUp>()).Where(f => f.State == FollowUpState.Open).ToList();
        open.ShouldAllBe(f => f.ContactId == stays.Contact.Id && f.OwnerId == People.Olivia);
        open.Count(f => f.Kind == FollowUpKind.GiveNotice).ShouldBe(1);
    }

    [Fact]
    public async Task A_hold_lets_go_whom_it_held_wherever_they_are_by_then()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var (hold, organisation) = (Guid.NewGuid(), climb.Contact.OrganisationId!.Value);
        await app.SayAsync(new HoldPlaced(hold, HoldScope.Organisation, organisation, "A complaint", null, app.Clock.Now));
        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Paused);

        await app.SayAsync(new HoldLifted(hold, HoldScope.Organisation, Guid.NewGuid(), app.Clock.Now));

        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Running);
    }

    private static Task MergedAsync(EngagementApp app, Climb goes, Climb into) =>
        app.SayAsync(new ContactsMerged(goes.Contact.Id, goes.Contact.DisplayName, into.Contact, app.Clock.Now));

    private static Task<string?> WhyNotAsync(EngagementApp app, Climb one, Climb other) =>
        app.DoAsync(services => services.GetRequiredService<IMergeCheck>().WhyNotAsync(one.Contact.Id, other.Contact.Id));
}
