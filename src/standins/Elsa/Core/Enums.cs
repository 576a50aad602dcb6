namespace Elsa.Workflows;

/// <summary>Whether an instance still runs.</summary>
public enum WorkflowStatus { Running, Finished }

/// <summary>How far an instance is; stored as its number.</summary>
public enum WorkflowSubStatus { Pending, Executing, Suspended, Finished, Cancelled, Faulted, Interrupted }

/// <summary>How far one execution of an activity is.</summary>
public enum ActivityStatus { Pending, Running, Completed, Canceled, Faulted }

/// <summary>When a fork is done.</summary>
public enum ForkJoinMode { WaitAll, WaitAny }

/// <summary>Whether a switch takes the first case that matches or all of them.</summary>
public enum SwitchMode { MatchFirst, MatchAny }

/// <summary>Continues an activity when what it waited for has come.</summary>
public delegate ValueTask ExecuteActivityDelegate(ActivityExecutionContext context);

/// <summary>Continues a parent when its child has completed.</summary>
public delegate ValueTask ActivityCompletionCallback(ActivityCompletedContext context);

/// <summary>A child has completed.</summary>
public record ActivityCompletedContext(ActivityExecutionContext TargetContext, ActivityExecutionContext ChildContext, object? Result = null)
{
    public WorkflowExecutionContext WorkflowExecutionContext => TargetContext.WorkflowExecutionContext;
    public CancellationToken CancellationToken => TargetContext.CancellationToken;

    public T GetRequiredService<T>() where T : notnull => TargetContext.GetRequiredService<T>();
    public ValueTask CompleteActivityAsync(object? result = null) => TargetContext.CompleteActivityAsync(result);
    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) => TargetContext.CompleteActivityWithOutcomesAsync(outcomes);
}
