using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

public class CapacityTests
{
    [Theory]
    [InlineData(0, 0, 5)]
    [InlineData(3, 3, 2)]
    [InlineData(0, 14, 1)]
    [InlineData(9, 20, 0)]
    public void There_is_room_for_so_many(int started, int active, int free) => new Capacity().Free(started, active).ShouldBe(free);

    [Fact]
    public async Task Five_start_in_seven_days_and_the_rest_wait_their_turn()
    {
        await using var app = await EngagementApp.StartAsync();
        var people = Enumerable.Range(1, 7).Select(i => People.Contact($"Person{i}")).ToList();
        await PickAsync(app, people);

        app.Said<EscalationStarted>().Count.ShouldBe(5);
        await app.WaitAsync(TimeSpan.FromDays(6));
        app.Said<EscalationStarted>().Count.ShouldBe(5);
        await app.WaitAsync(TimeSpan.FromDays(1.1));

        app.Said<EscalationStarted>().Count.ShouldBe(7);
    }

    [Fact]
    public async Task Who_reached_out_more_starts_first()
    {
        await using var app = await EngagementApp.StartAsync((EngagementSettings.StartsInSevenDays, "1"));
        var (met, connected) = (People.Contact("Connected"), People.Contact("Met"));
        var now = app.Clock.Now;
        var playbook = await Climb.PlaybookAsync(app, DefaultPlaybooks.Name);

        await app.SayAsync(new ContactsPicked(
        [
            new PickedContact(Guid.NewGuid(), met, false, [new OriginFact(Channel.LinkedIn, null, now, null, null)]),
            new PickedContact(Guid.NewGuid(), connected, false, [new OriginFact(Channel.Event, "Seminar", now.AddDays(-20), null, null)]),
        ], People.Olivia, playbook, now));

        app.Said<EscalationStarted>().Single().ContactId.ShouldBe(connected.Id);
    }

    [Fact]
    public async Task An_end_makes_room_for_the_next()
    {
        await using var app = await EngagementApp.StartAsync((EngagementSettings.ActiveEscalations, "1"));
        var (first, second) = (People.Contact("First"), People.Contact("Second"));
        await PickAsync(app, [first, second]);
        var started = app.Said<EscalationStarted>().Single().ContactId;

        await app.SayAsync(new ContactSuppressed(started, "Objected", app.Clock.Now));

        app.Said<EscalationStarted>().Select(s => s.ContactId).ShouldBe([first.Id, second.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task A_colleagues_organisation_waits_for_the_colleagues_word()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Contact();
        app.Clearance.Answers[contact.Id] = SaidClearance.Answer(Verdict.AskOwner, "Henry holds this organisation.");

        var climb = await Climb.BeginsAsync(app, contact: contact);
        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.AwaitingOwner);
        app.Clearance.Answers.Clear();
        await app.SayAsync(new OwnerAnswered(Guid.NewGuid(), contact.Id, People.Makers, People.Olivia, People.Henry, true, null, app.Clock.Now));

        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Running);
    }

    [Fact]
    public async Task A_colleague_who_would_rather_not_ends_it()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Contact();
        app.Clearance.Answers[contact.Id] = SaidClearance.Answer(Verdict.AskOwner);
        var climb = await Climb.BeginsAsync(app, contact: contact);

        await app.SayAsync(new OwnerAnswered(Guid.NewGuid(), contact.Id, People.Makers, People.Olivia, People.Henry, false, "We are in talks.", app.Clock.Now));

        (await climb.EscalationAsync()).EndReason.ShouldBe(EndReason.OwnerRefused);
    }

    [Fact]
    public async Task Whom_we_may_not_contact_is_not_started()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Contact();
        app.Clearance.Answers[contact.Id] = SaidClearance.Answer(Verdict.Blocked, "They objected.");

        var climb = await Climb.BeginsAsync(app, contact: contact);

        var shown = await climb.ShownAsync();
        shown.EndReason.ShouldBe(EndReason.Blocked);
        shown.Journal[^1].Sentence.ShouldBe("It ended, since we may not contact them: They objected.");
    }

    [Fact]
    public async Task What_only_time_forbids_starts_when_time_has_passed()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Contact();
        app.Clearance.Answers[contact.Id] = SaidClearance.Answer(Verdict.Blocked, "One cold mail an organisation in five days.", app.Clock.Now.AddDays(3));
        var climb = await Climb.BeginsAsync(app, contact: contact);
        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Queued);

        app.Clearance.Answers.Clear();
        await app.WaitAsync(TimeSpan.FromDays(3));

        (await climb.EscalationAsync()).State.ShouldBe(EscalationState.Running);
    }

    private static async Task PickAsync(EngagementApp app, IReadOnlyList<ContactCard> people) => await app.SayAsync(new ContactsPicked(
        [.. people.Select(p => new PickedContact(Guid.NewGuid(), p, false, [new OriginFact(Channel.Event, "Seminar", app.Clock.Now, null, null)]))],
        People.Olivia, await Climb.PlaybookAsync(app, DefaultPlaybooks.Name), app.Clock.Now));
}
