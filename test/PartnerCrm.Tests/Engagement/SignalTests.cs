using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Tests.Engagement;

public class SignalTests
{
    [Fact]
    public async Task Only_the_lowest_signal_of_each_escalation_is_due()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.BeginsAsync(app);
        var escalation = await climb.EscalationAsync();
        await TellAsync(app, escalation.Id, 3);

        (await app.SignalPassAsync()).ShouldBe(1);
        (await app.AllAsync<EscalationSignal>()).Select(s => s.Sequence).ShouldBe([3, 4], ignoreOrder: true);
        (await app.SignalPassAsync()).ShouldBe(1);
        (await app.SignalPassAsync()).ShouldBe(1);

        (await app.AllAsync<EscalationSignal>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task News_told_twice_change_nothing_the_second_time()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var before = (await climb.EscalationAsync(), (await app.AllAsync<FollowUp>()).Count, climb.MailsAsked().Count);

        await TellAsync(app, before.Item1.Id, 5);
        await app.SettleAsync();

        var after = (await climb.EscalationAsync(), (await app.AllAsync<FollowUp>()).Count, climb.MailsAsked().Count);
        after.Item1.Run.ShouldBe(before.Item1.Run);
        after.Item1.DueAt.ShouldBe(before.Item1.DueAt);
        (after.Item2, after.Item3).ShouldBe((before.Item2, before.Item3));
    }

    [Fact]
    public async Task What_is_over_leaves_no_workflow_waiting()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        (await CountAsync(app, "SELECT count(*) FROM \"ElsaBookmarks\"")).ShouldBeGreaterThan(0);

        await climb.SteerAsync((s, id) => s.StopAsync(id, new EscalationReasonInput("Enough.")));

        (await CountAsync(app, "SELECT count(*) FROM \"ElsaBookmarks\"")).ShouldBe(0);
        (await app.AllAsync<EscalationSignal>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_tenant_climbs_by_itself()
    {
        await using var app = await EngagementApp.StartAsync();
        var (north, south) = (Guid.NewGuid(), Guid.NewGuid());
        PlaybookStep[] steps = [PlaybookStep.SocialTouch("Hello"), PlaybookStep.SendMail("first-mail"), PlaybookStep.AwaitAnswer("P5D"), PlaybookStep.Reminder("reminder-1"), PlaybookStep.Rest(10)];
        var owner = People.Olivia;
        var ofNorth = await Climb.BeginsAsync(app, steps, People.Contact("North"), tenant: north);
        var ofSouth = await BeginsWithHenryAsync(app, steps, south);

        await ofNorth.DoneAsync(FollowUpKind.SocialTouch);
        await ofNorth.DoneAsync(FollowUpKind.DidTheyAnswer, "Yes");
        await ofNorth.MailIsSentAsync();
        await app.WaitAsync(TimeSpan.FromDays(5));

        ofNorth.MailsAsked().Count.ShouldBe(2);
        ofSouth.MailsAsked().ShouldBeEmpty();
        (await ofSouth.EscalationAsync()).WaitingFor.ShouldBe(WaitingFor.SocialTouch);
        (await app.AllAsync<Relationship>(north)).Single().OwnerId.ShouldBe(owner);
        (await app.AllAsync<Relationship>()).ShouldBeEmpty();
    }

    private static async Task<Climb> BeginsWithHenryAsync(EngagementApp app, PlaybookStep[] steps, Guid tenant)
    {
        var climb = new Climb(app, People.Contact("South"), tenant);
        await climb.PickedAsync(await Climb.WriteAsync(app, steps, tenant), by: People.Henry);
        return climb;
    }

    private static Task TellAsync(EngagementApp app, Guid escalationId, int times) => app.DoAsync(async services =>
    {
        var escalation = await services.GetRequiredService<IRepository<Escalation, Guid>>().GetAsync(escalationId);
        for (var i = 0; i < times; i++) await services.GetRequiredService<EscalationSteering>().TellAsync(escalation, "Test");
    });

    private static async Task<long> CountAsync(EngagementApp app, string sql)
    {
        await using var connection = new SqliteConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
