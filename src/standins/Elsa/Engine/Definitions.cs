using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime.Exceptions;
using Microsoft.Extensions.DependencyInjection;

namespace Elsa.Engine;

/// <summary>A workflow class to build.</summary>
internal sealed record RegisteredWorkflow(Type Type);

/// <summary>All versions of all workflows, built at the first use or at the start of the host, whichever comes first.</summary>
internal sealed class Definitions(IServiceProvider services, IEnumerable<RegisteredWorkflow> registered, TimeProvider clock)
{
    private readonly SemaphoreSlim gate = new(1);
    private Dictionary<string, SortedList<int, Definition>>? built;

    public async ValueTask<Definition> FindAsync(string id, int version, string instanceId, CancellationToken ct) =>
        (await AllAsync(ct)).GetValueOrDefault(id)?.GetValueOrDefault(version)
            ?? throw new StateRefused($"Instance {instanceId} runs {id} v{version}, which isn't registered. Keep a version registered while its instances run.");

    public async ValueTask<Definition> FindAsync(WorkflowDefinitionHandle handle, CancellationToken ct)
    {
        var all = await AllAsync(ct);
        var found = handle.DefinitionVersionId is { } versionId
            ? all.Values.SelectMany(versions => versions.Values).FirstOrDefault(definition => definition.Workflow.Identity.Id == versionId)
            : handle.DefinitionId is { } id && all.TryGetValue(id, out var versions)
                ? handle.VersionOptions is { Version: > 0 and var version } ? versions.GetValueOrDefault(version) : versions.Values[^1]
                : null;
        return found ?? throw new WorkflowDefinitionNotFoundException($"No workflow {handle} is registered.", handle);
    }

    public async ValueTask<Dictionary<string, SortedList<int, Definition>>> AllAsync(CancellationToken ct)
    {
        if (built is not null) return built;
        await gate.WaitAsync(ct);
        try
        {
            return built ??= await BuildAsync(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Dictionary<string, SortedList<int, Definition>>> BuildAsync(CancellationToken ct)
    {
        var all = new Dictionary<string, SortedList<int, Definition>>();
        await using var scope = services.CreateAsyncScope();
        foreach (var type in registered.Select(one => one.Type).Distinct())
        {
            var workflow = (IWorkflow)ActivatorUtilities.CreateInstance(scope.ServiceProvider, type);
            var builder = new WorkflowBuilder(clock) { DefinitionId = type.Name, Name = type.Name };
            await workflow.BuildAsync(builder, ct);
            var definition = new Definition(await builder.BuildWorkflowAsync(ct));
            if (!all.TryGetValue(definition.Id, out var versions)) all[definition.Id] = versions = [];
            if (!versions.TryAdd(definition.Version, definition)) throw new InvalidOperationException($"{definition} is registered twice; {type.Name} is the second.");
        }
        return all;
    }
}
