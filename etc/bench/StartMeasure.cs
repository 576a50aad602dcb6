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

        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var started = await HostProcess.StartAsync(database);
            times.Add(clock.Elapsed.TotalSeconds);
        }

        await using var host = await HostProcess.StartAsync(database);
        await Task.Delay(TimeSpan.FromSeconds(60));
        Work.Say("start: to the first answer, median of 3", times.Order().ElementAt(1), "s", "≤ 2 s");
        Work.Say("start: memory after 60 s idle", host.Megabytes, "MB", "≤ 200 MB");
    }
}
