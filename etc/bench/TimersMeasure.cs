using System.Diagnostics;
using System.Globalization;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;

namespace PartnerCrm.Bench;

/// <summary>10,000 instances whose time came while the host was down: how long until all went on, each once.</summary>
internal static class TimersMeasure
{
    private const int Timers = 10_000;

    public static async Task RunAsync(BenchDatabase database)
    {
        var due = DateTime.UtcNow.AddSeconds(60);
        await using (var host = await InProcessHost.StartAsync(database))
        {
            await InProcessHost.ByCallersAsync(8, Enumerable.Range(0, Timers), async _ =>
            {
                await using var scope = host.Services.CreateAsyncScope();
                var client = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync();
                await client.CreateAndRunInstanceAsync(new CreateAndRunWorkflowInstanceRequest
                {
                    WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId(TimerWorkflow.DefinitionId),
                    Input = new Dictionary<string, object> { [TimerWorkflow.Until] = due.Ticks.ToString(CultureInfo.InvariantCulture) },
                });
            });
            if (DateTime.UtcNow > due) throw new InvalidOperationException("The instances took longer to start than they were to wait; nothing is overdue at the start.");
        }

        if (due - DateTime.UtcNow is { Ticks: > 0 } rest) await Task.Delay(rest);
        var clock = Stopwatch.StartNew();
        await using var again = await InProcessHost.StartAsync(database);
        while (Volatile.Read(ref TimerWorkflow.Fired) < Timers && clock.Elapsed < TimeSpan.FromMinutes(5)) await Task.Delay(20);
        var seconds = clock.Elapsed.TotalSeconds;

        // Whoever fires twice does it at once or soon after.
        await Task.Delay(3_000);
        var left = await database.ScalarAsync("""SELECT COUNT(*) FROM "ElsaBookmarks" """);
        Work.Say("timers: 10,000 overdue at the start, all fired after", seconds, "s", "≤ 30 s");
        Work.Say("timers: fired once, twice or more, never", $"{TimerWorkflow.Fired - Math.Max(0, TimerWorkflow.Fired - Timers)}, {Math.Max(0, TimerWorkflow.Fired - Timers)}, {left}", "10,000, 0, 0");
    }
}
