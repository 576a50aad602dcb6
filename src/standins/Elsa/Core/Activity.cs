using System.Runtime.CompilerServices;
using Elsa.Expressions.Models;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Helpers;
using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>A step of a workflow. One object serves all instances: what an instance knows is in its context.</summary>
public interface IActivity
{
    /// <summary>Part of the stored state: give every activity one, or the definition can't change while instances run.</summary>
    string Id { get; set; }

    string NodeId { get; set; }
    string? Name { get; set; }
    string Type { get; set; }
    int Version { get; set; }
    IDictionary<string, object> CustomProperties { get; set; }
    IDictionary<string, object> Metadata { get; set; }

    ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context);
    ValueTask ExecuteAsync(ActivityExecutionContext context);
}

/// <summary>An activity with a result.</summary>
public interface IActivityWithResult
{
    Output? Result { get; set; }
}

/// <summary>An activity that waits for something from outside.</summary>
public interface ITrigger : IActivity;

/// <summary>Base of all activities. Completes only when it says so.</summary>
public abstract class Activity : IActivity
{
    protected Activity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null)
    {
        (Type, Version) = ActivityTypeNameHelper.Describe(GetType());
        Source = source is null ? null : $"{Path.GetFileName(source)}:{line}";
    }

    protected Activity(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(source, line) =>
        (Type, Version) = (activityType, version);

    public string Id { get; set; } = null!;
    public string NodeId { get; set; } = null!;
    public string? Name { get; set; }
    public string Type { get; set; }
    public int Version { get; set; }
    public IDictionary<string, object> CustomProperties { get; set; } = new Dictionary<string, object>();
    public IDictionary<string, object> Metadata { get; set; } = new Dictionary<string, object>();

    /// <summary>File and line, for messages about a definition.</summary>
    internal string? Source { get; }

    /// <summary>Whether the activity is done when its code is, unless it waits for something.</summary>
    internal virtual bool CompletesItself => false;

    /// <summary>What it waited for has come, and it gave no callback.</summary>
    internal virtual ValueTask ResumedAsync(ActivityExecutionContext context) => context.CompleteActivityAsync();

    /// <summary>A child without a callback of its own has completed.</summary>
    internal virtual ValueTask ChildCompletedAsync(ActivityCompletedContext completed) => default;

    protected virtual bool CanExecute(ActivityExecutionContext context) => true;
    protected virtual ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context) => ValueTask.FromResult(CanExecute(context));
    protected virtual void Execute(ActivityExecutionContext context) { }

    protected virtual ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Execute(context);
        return default;
    }

    ValueTask<bool> IActivity.CanExecuteAsync(ActivityExecutionContext context) => CanExecuteAsync(context);
    ValueTask IActivity.ExecuteAsync(ActivityExecutionContext context) => ExecuteAsync(context);
}

/// <summary>An activity with a result.</summary>
public abstract class Activity<T> : Activity, IActivityWithResult
{
    protected Activity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    protected Activity(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(activityType, version, source, line) { }
    protected Activity(MemoryBlockReference? output, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) => Result = output is null ? null : new Output<T>(output);
    protected Activity(Output<T>? output, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) => Result = output;

    [Output]
    public Output<T>? Result { get; set; }

    Output? IActivityWithResult.Result { get => Result; set => Result = (Output<T>?)value; }
}

/// <summary>An activity that completes when its code is done, unless it created a bookmark.</summary>
public abstract class CodeActivity : Activity
{
    protected CodeActivity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    protected CodeActivity(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(activityType, version, source, line) { }

    internal override bool CompletesItself => true;
}

/// <summary>A code activity with a result.</summary>
public abstract class CodeActivity<T> : CodeActivity, IActivityWithResult
{
    protected CodeActivity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    protected CodeActivity(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(activityType, version, source, line) { }
    protected CodeActivity(MemoryBlockReference? output, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) => Result = output is null ? null : new Output<T>(output);
    protected CodeActivity(Output<T>? output, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) => Result = output;

    [Output]
    public Output<T>? Result { get; set; }

    Output? IActivityWithResult.Result { get => Result; set => Result = (Output<T>?)value; }
}

/// <summary>Waits for something from outside. Starting workflows by triggers is left out.</summary>
public abstract class Trigger : Activity, ITrigger
{
    protected Trigger([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    protected Trigger(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(activityType, version, source, line) { }
}

/// <summary>Waits for something from outside, and passes it on as its result.</summary>
public abstract class Trigger<TResult> : Activity<TResult>, ITrigger
{
    protected Trigger([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    protected Trigger(string activityType, int version = 1, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(activityType, version, source, line) { }
}
