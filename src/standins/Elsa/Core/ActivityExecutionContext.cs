using Elsa.Expressions.Models;
using Elsa.Workflows.Activities.Flowchart.Models;
using Elsa.Workflows.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Elsa.Workflows;

/// <summary>One execution of an activity in one instance: from its first run until it completes, over any number of waits.</summary>
public partial class ActivityExecutionContext
{
    private IDictionary<string, object>? journal;
    private ExpressionExecutionContext? expressions;
    private Dictionary<Input, object?>? evaluated;

    internal ActivityExecutionContext(WorkflowExecutionContext workflow, Node node, ActivityExecutionContext? parent, int sequence)
    {
        (WorkflowExecutionContext, Node, ParentActivityExecutionContext, Sequence) = (workflow, node, parent, sequence);
        (Activity, Id) = (node.Activity, $"{workflow.Id}:{sequence}");
        if (node.Variables.Length > 0) Variables = new Slots(node.Variables);
    }

    public string Id { get; set; }
    public IActivity Activity { get; set; }
    public string NodeId => Activity.NodeId;
    public ActivityStatus Status { get; internal set; }
    public bool IsCompleted => Status is ActivityStatus.Completed or ActivityStatus.Canceled;
    public WorkflowExecutionContext WorkflowExecutionContext { get; }
    public ActivityExecutionContext? ParentActivityExecutionContext { get; }
    public ExpressionExecutionContext ExpressionExecutionContext => expressions ??= new(this);
    public CancellationToken CancellationToken => WorkflowExecutionContext.CancellationToken;
    public object? Tag { get; set; }

    /// <summary>What came with the start or the resume; gone at the next.</summary>
    public IDictionary<string, object> WorkflowInput => WorkflowExecutionContext.Input;

    /// <summary>What the activity remembers over a wait.</summary>
    public IDictionary<string, object> Properties => properties ??= new Dictionary<string, object>();

    /// <summary>What the journal says about this execution.</summary>
    public IDictionary<string, object> JournalData => journal ??= new Dictionary<string, object>();

    public IEnumerable<Bookmark> Bookmarks => WorkflowExecutionContext.Waits.Where(wait => wait.Context == this).Select(wait => wait.Bookmark);

    public T GetRequiredService<T>() where T : notnull => WorkflowExecutionContext.ServiceProvider.GetRequiredService<T>();
    public T? GetService<T>() where T : notnull => WorkflowExecutionContext.ServiceProvider.GetService<T>();

    public T? Get<T>(Input<T>? input) => input is null ? default
        : evaluated is not null && evaluated.TryGetValue(input, out var value) ? (T?)value
        : input.Read(ExpressionExecutionContext);

    public T? Get<T>(Output<T>? output) => output is null ? default : Values.As<T>(Get(output.Block));
    public object? Get(Output? output) => output is null ? null : Get(output.Block);
    public T? Get<T>(MemoryBlockReference blockReference) => Values.As<T>(Get(blockReference));

    public object? Get(MemoryBlockReference blockReference)
    {
        if (blockReference is Literal literal) return literal.Value;
        return TryGet(blockReference, out var value) ? value : (blockReference as Memory.Variable)?.Value;
    }

    public bool TryGet(MemoryBlockReference blockReference, out object? value)
    {
        for (var context = this; context is not null; context = context.ParentActivityExecutionContext)
            if (context.Variables is { } slots && slots.TryGet(blockReference, out value)) return true;
        return WorkflowExecutionContext.Slots.TryGet(blockReference, out value) || WorkflowExecutionContext.Outputs.TryGetValue(blockReference, out value);
    }

    public void Set<T>(Output<T>? output, T? value, string? outputName = null) => Set((Output?)output, value, outputName);

    public void Set(Output? output, object? value, string? outputName = null)
    {
        if (output is not null) Write(output.Block, value);
    }

    public T? GetProperty<T>(string key) => properties is not null && properties.TryGetValue(key, out var value) ? Values.As<T>(value) : default;
    public void SetProperty<T>(string key, T? value) => Properties[key] = value!;
    public void RemoveProperty(string key) => properties?.Remove(key);

    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) => CompleteActivityAsync(new Outcomes(outcomes));

    public ValueTask CompleteActivityAsync(object? result = null) =>
        Status == ActivityStatus.Running ? WorkflowExecutionContext.CompleteAsync(this, result) : default;

    /// <summary>Runs a child, and then the callback; with null for the child, the callback at once.</summary>
    public async ValueTask ScheduleActivityAsync(IActivity? activity, ActivityCompletionCallback? completionCallback, object? tag = null, IEnumerable<Memory.Variable>? variables = null)
    {
        if (variables is not null) throw new ArgumentException("Declare variables on the container: variables that come with a schedule are not kept.", nameof(variables));
        if (activity is not null) WorkflowExecutionContext.Schedule(this, activity, completionCallback is null ? null : Node.NameOf(completionCallback), tag);
        else if (completionCallback is not null) await completionCallback(new ActivityCompletedContext(this, this));
        else await CompleteActivityAsync();
    }

    /// <summary>Adds a line to the journal.</summary>
    public WorkflowExecutionLogEntry AddExecutionLogEntry(string eventName, string? message = null, string? source = null, object? payload = null) =>
        WorkflowExecutionContext.Log(this, eventName, message, source, payload);
}
