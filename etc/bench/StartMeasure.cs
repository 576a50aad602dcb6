using System.Diagnostics;

namespace PartnerCrm.Bench;

/// <summary>A start on a database that is migrated and seeded, and what the host holds when nothing happens.</summary>
internal static class StartMeasure
{
    public static async Task RunAsync(BenchDatabase database)
    {
        await using (await HostProcess.StartAsync(database))
        {
            // The first start seeds; what is measured is every other.
        }

        var (answers, pages) = (new List<double>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var started = await HostProcess.StartAsync(database);
            answers.Add(clock.Elapsed.TotalSeconds);
            await started.SignInAsync();
            await started.GetAsync("/api/crm/contacts");
            pages.Add(clock.Elapsed.TotalSeconds);
        }

        await using var host = await HostProcess.StartAsync(database);
        await Task.Delay(TimeSpan.FromSeconds(60));
        Work.Say("start: to the first answer, median of 3", answers.Order().ElementAt(1), "s", "≤ 2 s");
        Work.Say("start: to the first page of contacts, signing in included, median of 3", pages.Order().ElementAt(1), "s", "");
        Work.Say("start: memory after 60 s idle", host.Megabytes, "MB", "≤ 200 MB");
    }
}
