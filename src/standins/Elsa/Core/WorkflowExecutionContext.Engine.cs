using Elsa.Expressions.Models;
using Elsa.Workflows.Activities.Flowchart.Models;
using Elsa.Workflows.Models;

namespace Elsa.Workflows;

public partial class WorkflowExecutionContext
{
    private readonly Queue<ActivityExecutionContext> scheduled = new();

    internal WorkflowExecutionContext(Definition definition, string id, TimeProvider clock)
    {
        (Definition, Id, Clock) = (definition, id, clock);
        Slots = new Slots(definition.Variables);
        CreatedAt = UpdatedAt = clock.GetUtcNow();
    }

    /// <summary>How many bursts the instance has had; guards each write against another.</summary>
    internal int Burst { get; set; }

    internal string? TenantId { get; init; }

    /// <summary>The instance's number in the tables, short and rising.</summary>
    internal long Key { get; init; }

    /// <summary>What the database has, to write only what differs.</summary>
    internal (string? CorrelationId, Wait[] Waits) Stored { get; set; } = (null, []);

    internal Definition Definition { get; }
    internal TimeProvider Clock { get; }
    internal Slots Slots { get; }

    /// <summary>What activities put out without saying where; gone after the burst.</summary>
    internal Dictionary<MemoryBlockReference, object?> Outputs { get; } = [];

    /// <summary>Executions that are not done, parents before their children.</summary>
    internal List<ActivityExecutionContext> Live { get; } = [];

    internal List<Wait> Waits { get; } = [];
    internal List<JournalLine> Journal { get; } = [];
    internal int LastSequence { get; set; }

    /// <summary>The activity that runs, to know whose fault it was.</summary>
    internal ActivityExecutionContext? Current { get; private set; }

    internal Task StartAsync()
    {
        Schedule(null, Definition.Root.Activity, null, null);
        return RunAsync();
    }

    /// <summary>Gives activities what they waited for, one after the other; what one does may be the end of another's wait.</summary>
    internal async Task ResumeAsync(IEnumerable<Wait> waits)
    {
        foreach (var wait in waits)
        {
            if (!Waits.Contains(wait)) continue;
            await ResumeAsync(wait);
            await RunAsync();
        }
    }

    private async Task RunAsync()
    {
        if (Status == WorkflowStatus.Running) SubStatus = WorkflowSubStatus.Executing;
        while (scheduled.TryDequeue(out var context))
        {
            if (context.Status != ActivityStatus.Pending) continue;
            CancellationToken.ThrowIfCancellationRequested();
            await ExecuteAsync(context);
        }
        if (SubStatus == WorkflowSubStatus.Executing) SubStatus = WorkflowSubStatus.Suspended;
    }

    private async Task ResumeAsync(Wait wait)
    {
        if (wait.AutoBurn) Waits.Remove(wait);
        Current = wait.Context;
        Log(wait.Context, "Resumed", null, null, null);
        await wait.Context.EvaluateInputsAsync();
        if (wait.Callback is { } callback) await wait.Context.Node.Resume(callback)(wait.Context);
        else if (wait.AutoComplete) await (wait.Context.Activity is Activity activity ? activity.ResumedAsync(wait.Context) : wait.Context.CompleteActivityAsync());
    }

    private async Task ExecuteAsync(ActivityExecutionContext context)
    {
        Current = context;
        await context.EvaluateInputsAsync();
        if (!await context.Activity.CanExecuteAsync(context))
        {
            Log(context, "Precondition Failed", null, null, null);
            return;
        }
        context.Status = ActivityStatus.Running;
        await context.Activity.ExecuteAsync(context);
        if (context.Status != ActivityStatus.Running) return;
        if (Waits.Exists(wait => wait.Context == context)) Log(context, "Suspended", null, null, null);
        else if (context.Activity is Activity { CompletesItself: true }) await context.CompleteActivityAsync();
    }

    internal void Schedule(ActivityExecutionContext? parent, IActivity activity, string? callback, object? tag)
    {
        var context = new ActivityExecutionContext(this, Definition.NodeOf(activity), parent, ++LastSequence) { CompletionCallback = callback, Tag = tag };
        Live.Add(context);
        scheduled.Enqueue(context);
    }

    internal async ValueTask CompleteAsync(ActivityExecutionContext context, object? result)
    {
        Cancel(other => other.IsWithin(context));
        Leave(context, ActivityStatus.Completed);
        Log(context, "Completed", result is Outcomes outcomes ? string.Join(", ", outcomes.Names) : null, null, context.JournalDataOrNull);
        if (context.ParentActivityExecutionContext is not { } parent) End(WorkflowSubStatus.Finished);
        else if (parent.Status == ActivityStatus.Running)
        {
            var completed = new ActivityCompletedContext(parent, context, result);
            if (context.CompletionCallback is { } callback) await parent.Node.Completion(callback)(completed);
            else if (parent.Activity is Activity activity) await activity.ChildCompletedAsync(completed);
        }
    }

    internal void Cancel(Predicate<ActivityExecutionContext> which)
    {
        foreach (var context in Live.FindAll(which))
        {
            Leave(context, ActivityStatus.Canceled);
            Log(context, "Canceled", null, null, null);
        }
    }

    internal void End(WorkflowSubStatus how)
    {
        Cancel(_ => true);
        (SubStatus, FinishedAt) = (how, Clock.GetUtcNow());
    }

    /// <summary>Everything that happened is undone by now; what stays is where it stood, and why it stopped. Nothing resumes it.</summary>
    internal void Fault(ActivityExecutionContext? where, Exception why)
    {
        var now = Clock.GetUtcNow();
        var message = why.Message.Length > 500 ? why.Message[..500] : why.Message;
        Incidents.Add(new(where?.Activity.Id ?? "", where?.NodeId ?? "", where?.Activity.Type ?? "", message, State.ExceptionState.FromException(why), now, where?.Id));
        Journal.Add(new(now, where?.Activity.Id ?? "", where?.Activity.Type ?? "", "Faulted", message, null));
        Waits.Clear();
        (SubStatus, FinishedAt) = (WorkflowSubStatus.Faulted, now);
    }

    internal Wait Wait(ActivityExecutionContext context, string name, object? stimulus, byte[]? payload, long? due, ExecuteActivityDelegate? callback, bool autoBurn, bool autoComplete, bool thisInstanceOnly)
    {
        var wait = new Wait
        {
            Context = context, Sequence = ++LastSequence, Name = name, Stimulus = stimulus, Payload = payload, Due = due,
            Callback = callback is null ? null : context.Node.NameOf(callback),
            AutoBurn = autoBurn, AutoComplete = autoComplete, ThisInstanceOnly = thisInstanceOnly, CreatedAt = Clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        Waits.Add(wait);
        return wait;
    }

    internal void Forget(Predicate<Wait> which) => Waits.RemoveAll(which);

    internal WorkflowExecutionLogEntry Log(ActivityExecutionContext context, string what, string? message, string? source, object? payload)
    {
        var now = Clock.GetUtcNow();
        var activity = context.Activity;
        Journal.Add(new(now, activity.Id, activity.Type, what, message, payload));
        return new(context.Id, context.ParentActivityExecutionContext?.Id, activity.Id, activity.Type, activity.Version, activity.Name, activity.NodeId, null, now, Journal.Count, what, message, source, payload);
    }

    private void Leave(ActivityExecutionContext context, ActivityStatus status)
    {
        context.Status = status;
        Live.Remove(context);
        Waits.RemoveAll(wait => wait.Context == context);
    }
}
