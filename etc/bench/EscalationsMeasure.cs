using System.Diagnostics;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using PartnerCrm.Host;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;

namespace PartnerCrm.Bench;

/// <summary>The product's own path: signals lie in the queue, the host's dispatcher delivers them, the escalation workflow does its steps and writes its journal.</summary>
internal static class EscalationsMeasure
{
    private const int Escalations = 3_000;
    private const int WarmUp = 1_000;

    public static async Task RunAsync(BenchDatabase database)
    {
        await using var host = await InProcessHost.StartAsync(database);
        await Seeding.RunAsync(host.Services);
        await DeliverAsync(host, database, await SeedAsync(host, WarmUp));
        var ids = await SeedAsync(host, Escalations);

        string[] tables = ["ElsaInstances", "ElsaBookmarks"];
        var sizeBefore = await database.SizeAsync(tables);
        var started = await DeliverAsync(host, database, ids, escalation => escalation.Start);
        var size = await database.SizeAsync(tables) - sizeBefore;
        var told = await DeliverAsync(host, database, ids, escalation => (id, at) => escalation.Tell(id, SignalKind.News, "Bench", at));

        Work.Say("product: escalations started a second", Escalations / started.Seconds, "/s", "≥ 400 /s");
        started.SayCpu("product: CPU a start with its first step, host and database", Escalations, "≤ 2.5 ms");
        Work.Say("product: signals delivered a second", Escalations / told.Seconds, "/s", "≥ 400 /s");
        told.SayCpu("product: CPU a signal, host and database", Escalations, "≤ 2.5 ms");
        if (size > 0) Work.Say("product: stored a waiting escalation's workflow with indexes, journal excluded", size / (double)Escalations, "B", "≤ 2,000 B");
    }

    private static async Task DeliverAsync(InProcessHost host, BenchDatabase database, IReadOnlyList<Guid> ids)
    {
        await DeliverAsync(host, database, ids, escalation => escalation.Start);
        await DeliverAsync(host, database, ids, escalation => (id, at) => escalation.Tell(id, SignalKind.News, "Bench", at));
    }

    /// <summary>Writes a signal for each in one transaction, rings, and waits until the last one is delivered.</summary>
    private static async Task<Work> DeliverAsync(InProcessHost host, BenchDatabase database, IReadOnlyList<Guid> ids, Func<Escalation, Func<Guid, DateTime, EscalationSignal>> tell)
    {
        await host.DoAsync(async services =>
        {
            var escalations = services.GetRequiredService<IRepository<Escalation, Guid>>();
            var guids = services.GetRequiredService<IGuidGenerator>();
            var wanted = ids.ToHashSet();
            var all = (await escalations.GetListAsync()).Where(e => wanted.Contains(e.Id)).ToList();
            await services.GetRequiredService<IRepository<EscalationSignal, Guid>>().InsertManyAsync(all.Select(e => tell(e)(guids.Create(), DateTime.UtcNow)).ToList());
            await escalations.UpdateManyAsync(all);
        });
        return await Work.MeasureAsync(database, async () =>
        {
            host.Services.GetRequiredService<SignalBell>().Ring();
            var clock = Stopwatch.StartNew();
            while (await database.ScalarAsync("""SELECT COUNT(*) FROM "CrmEscalationSignals" """) > 0)
            {
                if (clock.Elapsed > TimeSpan.FromMinutes(5)) throw new TimeoutException("Signals stay undelivered.");
                await Task.Delay(50);
            }
        });
    }

    private static async Task<IReadOnlyList<Guid>> SeedAsync(InProcessHost host, int count) => await host.DoAsync(async services =>
    {
        var guids = services.GetRequiredService<IGuidGenerator>();
        var playbook = await services.GetRequiredService<IRepository<Playbook, Guid>>().GetAsync(p => p.Name == DefaultPlaybooks.Name);
        var owner = guids.Create();
        var relationships = Enumerable.Range(0, count)
            .Select(i => new Relationship(guids.Create(), null, new ContactCard(guids.Create(), $"First{i}", $"Last{i}", $"p{i}@example.org", null, "Head", null, null, "GB", "en", "Europe/London"), owner))
            .ToList();
        var escalations = relationships.ConvertAll(r => new Escalation(guids.Create(), r, playbook, DateTime.UtcNow));
        await services.GetRequiredService<IRepository<Relationship, Guid>>().InsertManyAsync(relationships);
        await services.GetRequiredService<IRepository<Escalation, Guid>>().InsertManyAsync(escalations);
        return (IReadOnlyList<Guid>)escalations.ConvertAll(e => e.Id);
    });
}
