using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;

namespace PartnerCrm.Bench;

/// <summary>The workflow engine on the product's own units of work: 8 callers start instances, then tell each the news twice.</summary>
internal static class EngineMeasure
{
    private const int Callers = 8;
    private const int Instances = 4_000;
    private const int WarmUp = 2_000;

    public static async Task RunAsync(BenchDatabase database)
    {
        await using var host = await InProcessHost.StartAsync(database);
        await StartAsync(host, Ids(WarmUp));
        await TellAsync(host, [.. Ids(WarmUp)]);
        await host.DoAsync(async services =>
        {
            foreach (var id in Ids(WarmUp)) await (await services.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(id)).DeleteAsync();
        });

        var ids = Enumerable.Range(0, Instances).Select(_ => Guid.CreateVersion7().ToString("N")).ToList();
        var sizeBefore = await database.SizeAsync("ElsaInstances", "ElsaBookmarks");
        var started = await Work.MeasureAsync(database, () => StartAsync(host, ids));
        var size = await database.SizeAsync("ElsaInstances", "ElsaBookmarks") - sizeBefore;
        var told = await Work.MeasureAsync(database, async () =>
        {
            await TellAsync(host, ids);
            await TellAsync(host, ids);
        });

        Work.Say("engine: started a second, 8 callers", Instances / started.Seconds, "/s", "≥ 400 /s");
        started.SayCpu("engine: CPU a start, host and database", Instances, "≤ 2.5 ms");
        Work.Say("engine: signals delivered a second, 8 callers", 2 * Instances / told.Seconds, "/s", "≥ 400 /s");
        told.SayCpu("engine: CPU a signal, host and database", 2 * Instances, "≤ 2.5 ms");
        if (size > 0) Work.Say("engine: stored a waiting instance with indexes, journal excluded", size / (double)Instances, "B", "≤ 2,000 B");
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(i => $"warm-up-{i}");

    private static Task StartAsync(InProcessHost host, IEnumerable<string> ids) => InProcessHost.ByCallersAsync(Callers, ids, async id =>
    {
        await using var scope = host.Services.CreateAsyncScope();
        var client = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(id);
        await client.CreateAndRunInstanceAsync(new CreateAndRunWorkflowInstanceRequest
        {
            WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId(WaitingWorkflow.DefinitionId),
            CorrelationId = id,
            Input = new Dictionary<string, object> { [WaitingWorkflow.Subject] = id },
        });
    });

    private static Task TellAsync(InProcessHost host, IEnumerable<string> ids) => InProcessHost.ByCallersAsync(Callers, ids, async id =>
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IEventPublisher>().PublishAsync(WaitingWorkflow.News, id, id, payload: "news");
    });
}
