using Microsoft.Data.Sqlite;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp;

namespace PartnerCrm.Tests.Engagement;

/// <summary>Whatever happens, in whatever order: nothing is asked for twice, nothing goes out after a no, and no workflow is lost or left over.</summary>
public class AnyStoryTests
{
    private static readonly PlaybookStep[] Steps =
    [
        PlaybookStep.SocialTouch("Hello"), PlaybookStep.AwaitAnswer("P3D"), PlaybookStep.SendMail("first-mail"), PlaybookStep.AwaitAnswer("P5D"),
        PlaybookStep.Reminder("reminder-1"), PlaybookStep.AwaitAnswer("P7D"), PlaybookStep.Reminder("reminder-2"), PlaybookStep.AwaitAnswer("P7D"),
        PlaybookStep.OfferMeeting("meeting-offer", "PT30M"), PlaybookStep.Rest(30),
    ];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task Any_story_keeps_its_promises(int seed)
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app, Steps);
        var (random, told) = (new Random(seed), new List<string>());
        var noSaidAt = (int?)null;

        for (var i = 0; i < 40; i++)
        {
            var (name, happen) = Happenings[random.Next(Happenings.Length)];
            told.Add(name);
            await TryAsync(() => happen(app, climb, random));
            if ((await climb.RelationshipAsync()).Stage == Stage.Closed) noSaidAt ??= climb.MailsAsked().Count;
            await PromisesAreKeptAsync(app, climb, noSaidAt, string.Join(", ", told));
        }
    }

    private static readonly (string Name, Func<EngagementApp, Climb, Random, Task> Happen)[] Happenings =
    [
        ("touched", (_, climb, _) => climb.DoneAsync(FollowUpKind.SocialTouch)),
        ("touched", (_, climb, _) => climb.DoneAsync(FollowUpKind.SocialTouch)),
        ("answered there", (_, climb, _) => climb.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes")),
        ("not answered there", (_, climb, _) => climb.DoneAsync(FollowUpKind.DidTheyAnswer, "No")),
        ("mail sent", (_, climb, _) => climb.MailIsSentAsync()),
        ("mail sent", (_, climb, _) => climb.MailIsSentAsync()),
        ("mail sent", (_, climb, _) => climb.MailIsSentAsync()),
        ("draft discarded", async (app, climb, _) =>
        {
            var mail = climb.MailsAsked()[^1];
            await app.SayAsync(new DraftDiscarded(Guid.NewGuid(), mail.EffectKey, climb.Contact.Id, mail.RelationshipId, mail.EscalationId, app.Clock.Now));
        }),
        ("replied", (_, climb, _) => climb.RepliesAsync()),
        ("triaged interested", (app, climb, _) => TriageAsync(app, climb, TriageAnswer.Interested)),
        ("triaged interested", (app, climb, _) => TriageAsync(app, climb, TriageAnswer.Interested)),
        ("triaged later", (app, climb, _) => TriageAsync(app, climb, TriageAnswer.Later)),
        ("away", (app, climb, _) => app.SayAsync(new AutoReplyArrived(Guid.NewGuid(), null, climb.Contact.Id, null, null, null, app.Clock.Now))),
        ("paused", (_, climb, _) => climb.SteerAsync((s, id) => s.PauseAsync(id, new EscalationReasonInput("Wait.")))),
        ("resumed", (_, climb, _) => climb.SteerAsync((s, id) => s.ResumeAsync(id))),
        ("resumed", (_, climb, _) => climb.SteerAsync((s, id) => s.ResumeAsync(id))),
        ("held", (app, climb, _) => app.SayAsync(new HoldPlaced(climb.Contact.Id, HoldScope.Contact, climb.Contact.Id, "Hold.", null, app.Clock.Now))),
        ("lifted", (app, climb, _) => app.SayAsync(new HoldLifted(climb.Contact.Id, HoldScope.Contact, climb.Contact.Id, app.Clock.Now))),
        ("overridden", (_, climb, _) => climb.SteerAsync((s, id) => s.OverrideAsync(id, new EscalationReasonInput("I know them.")))),
        ("started", (_, climb, _) => climb.SteerAsync((s, id) => s.StartAsync(id, new StartEscalationInput(null)))),
        ("time chosen", (_, climb, _) => climb.ChoosesATimeAsync()),
        ("declined", async (_, climb, _) => await climb.AnswersInvitationAsync((await climb.EscalationAsync()).MeetingId ?? Guid.NewGuid(), InvitationAnswer.Declined)),
        ("suppressed", (app, climb, random) => random.Next(6) > 0 ? Task.FromException(new BusinessException()) : app.SayAsync(new ContactSuppressed(climb.Contact.Id, "No.", app.Clock.Now))),
        ("days pass", (app, _, random) => app.WaitAsync(TimeSpan.FromDays(random.Next(1, 9)))),
        ("days pass", (app, _, random) => app.WaitAsync(TimeSpan.FromDays(random.Next(1, 9)))),
        ("days pass", (app, _, random) => app.WaitAsync(TimeSpan.FromDays(random.Next(1, 40)))),
    ];

    private static async Task TriageAsync(EngagementApp app, Climb climb, TriageAnswer answer)
    {
        var reply = (await app.AllAsync<Reply>()).First(r => r.Answer is null);
        await climb.TriagedAsync(reply.Id, answer, app.Clock.Now.AddDays(20));
    }

    /// <summary>What can't be done now is refused with a reason, or there is nobody to do it to; anything else is a mistake of ours.</summary>
    private static async Task TryAsync(Func<Task> happen)
    {
        try
        {
            await happen();
        }
        catch (Exception e) when (e is BusinessException or InvalidOperationException { Source: "PartnerCrm.Tests" or "System.Linq" } or ArgumentOutOfRangeException)
        {
            // Refused, or not possible now.
        }
    }

    private static async Task PromisesAreKeptAsync(EngagementApp app, Climb climb, int? mailsWhenNoWasSaid, string story)
    {
        climb.MailsAsked().Select(m => m.EffectKey).ShouldBeUnique(story);
        app.Said<MeetingOfferRequested>().Select(m => m.EffectKey).ShouldBeUnique(story);
        (await app.AllAsync<EscalationSignal>()).ShouldBeEmpty(story);
        var escalations = await app.AllAsync<Escalation>();
        escalations.Count(e => e.IsLive).ShouldBeLessThanOrEqualTo(1, story);
        (await WaitingWorkflowsAsync(app)).ShouldBe([.. escalations.Where(e => e.IsLive && e.StartedAt is not null).Select(e => e.WorkflowInstanceId)], ignoreOrder: true, story);
        if (mailsWhenNoWasSaid is { } then) climb.MailsAsked().Count.ShouldBe(then, story);
    }

    private static async Task<List<string>> WaitingWorkflowsAsync(EngagementApp app)
    {
        await using var connection = new SqliteConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqliteCommand("""SELECT "Id" FROM "ElsaInstances" WHERE "Key" IN (SELECT "InstanceKey" FROM "ElsaBookmarks")""", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }
}
