using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Elsa.Engine;

/// <summary>A burst under way.</summary>
internal sealed class Burst
{
    private readonly Func<WorkflowExecutionContext> load;

    /// <param name="load">Makes the instance anew as it was before the burst.</param>
    public Burst(IServiceProvider scope, DbContext db, CancellationToken ct, WorkflowExecutionContext instance, Func<WorkflowExecutionContext> load,
        IDictionary<string, object>? input = null, IDictionary<string, object>? properties = null)
    {
        (Db, CancellationToken, Instance, this.load) = (db, ct, instance, load);
        (instance.ServiceProvider, instance.CancellationToken) = (scope, ct);
        if (input is not null) instance.Input = new Dictionary<string, object>(input);
        foreach (var (key, value) in properties ?? new Dictionary<string, object>()) instance.Properties[key] = value;
    }

    public DbContext Db { get; }
    public CancellationToken CancellationToken { get; }
    public WorkflowExecutionContext Instance { get; }

    /// <summary>The burst whose activity started this one.</summary>
    public Burst? Outer { get; set; }

    /// <summary>What came for the instance while it ran.</summary>
    public Queue<Stimulus> Later { get; } = new();

    /// <summary>The instance as it was before the burst.</summary>
    public WorkflowExecutionContext Again() => load();

    public static Burst? Find(Burst? burst, string instanceId)
    {
        while (burst is not null && burst.Instance.Id != instanceId) burst = burst.Outer;
        return burst;
    }
}
