using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

public class PickingTests
{
    [Fact]
    public async Task The_same_list_picked_twice_counts_the_evening_once()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var evening = (await app.AllAsync<Touchpoint>()).Single();

        await climb.PickedAsync(await Climb.PlaybookAsync(app, DefaultPlaybooks.Name), [new OriginFact(Channel.Event, evening.Summary, evening.At, null, null)]);

        (await app.AllAsync<Touchpoint>()).Count.ShouldBe(1);
        (await app.AllAsync<Escalation>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_colleagues_relationship_is_not_taken_over()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);

        await climb.PickedAsync(await Climb.PlaybookAsync(app, DefaultPlaybooks.Name), by: People.Henry);

        (await climb.RelationshipAsync()).OwnerId.ShouldBe(People.Olivia);
        (await climb.FindFollowUpAsync(FollowUpKind.Call))!.OwnerId.ShouldBe(People.Olivia);
    }

    [Fact]
    public async Task News_of_whoever_rests_suggest_to_wake_and_never_restart()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        await climb.TriagedAsync(await climb.RepliesAsync(), TriageAnswer.Later, app.Clock.Now.AddDays(100));

        await climb.PickedAsync(await Climb.PlaybookAsync(app, DefaultPlaybooks.Name), [new OriginFact(Channel.Event, "Another seminar", app.Clock.Now, null, null)]);

        (await climb.RelationshipAsync()).Stage.ShouldBe(Stage.Resting);
        app.Said<EscalationStarted>().Count.ShouldBe(1);
        (await app.AllAsync<FollowUp>()).Count(f => f.Kind == FollowUpKind.WakeUp).ShouldBe(2);
    }

    [Fact]
    public async Task A_new_job_of_whoever_rests_is_news()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        await climb.TriagedAsync(await climb.RepliesAsync(), TriageAnswer.Later, app.Clock.Now.AddDays(100));

        await app.SayAsync(new ContactChanged(climb.Contact with { Position = "Director" }, app.Clock.Now));

        (await app.AllAsync<FollowUp>()).ShouldContain(f => f.TitleKey == "FollowUp:WakeForJob");
    }

    [Fact]
    public async Task Names_are_copied_and_kept_fresh()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);

        await app.SayAsync(new ContactChanged(climb.Contact with { LastName = "Sample" }, app.Clock.Now));
        await app.SayAsync(new OrganisationChanged(new OrganisationCard(People.Makers, "Example Makers plc", "GB", SubscriberType.Corporate, null), app.Clock.Now));

        var relationship = await climb.RelationshipAsync();
        relationship.ContactName.ShouldBe("Ada Sample");
        relationship.OrganisationName.ShouldBe("Example Makers plc");
    }

    [Fact]
    public async Task A_deleted_contact_is_left_alone()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);

        await app.SayAsync(new ContactDeleted(climb.Contact.Id, app.Clock.Now));

        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.ContactDeleted);
        (await climb.FindFollowUpAsync(FollowUpKind.SocialTouch)).ShouldBeNull();
    }
}
