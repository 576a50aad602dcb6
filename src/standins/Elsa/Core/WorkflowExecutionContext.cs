using Elsa.Workflows.Activities;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Elsa.Workflows;

/// <summary>An instance during one burst: from what started or resumed it until everything waits or is done.</summary>
public partial class WorkflowExecutionContext
{
    public string Id { get; set; }
    public string? CorrelationId { get; set; }
    public string? Name { get; set; }
    public Workflow Workflow => Definition.Workflow;
    public WorkflowSubStatus SubStatus { get; internal set; }
    public WorkflowStatus Status => SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted ? WorkflowStatus.Finished : WorkflowStatus.Running;

    /// <summary>What came with the start or the resume. It isn't stored: copy what is needed later into a variable.</summary>
    public IDictionary<string, object> Input { get; set; } = new Dictionary<string, object>();

    public IDictionary<string, object> Output { get; set; } = new Dictionary<string, object>();
    public IDictionary<string, object> Properties { get; set; } = new Dictionary<string, object>();
    public ICollection<ActivityIncident> Incidents { get; set; } = [];
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public IEnumerable<Variable> Variables => Workflow.Variables;
    public IServiceProvider ServiceProvider { get; internal set; } = null!;
    public CancellationToken CancellationToken { get; internal set; }

    public T GetRequiredService<T>() where T : notnull => ServiceProvider.GetRequiredService<T>();
    public T? GetService<T>() where T : notnull => ServiceProvider.GetService<T>();
    public T? GetProperty<T>(string key) => Properties.TryGetValue(key, out var value) ? Values.As<T>(value) : default;
    public void SetProperty<T>(string key, T? value) => Properties[key] = value!;
}
