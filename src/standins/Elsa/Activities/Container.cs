using System.Runtime.CompilerServices;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;

namespace Elsa.Workflows.Activities;

/// <summary>Activities with variables of their own.</summary>
public abstract class Container : Activity, IVariableContainer
{
    protected Container([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }

    public ICollection<IActivity> Activities { get; set; } = [];
    public ICollection<Variable> Variables { get; set; } = [];

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => ScheduleChildrenAsync(context);

    protected virtual ValueTask ScheduleChildrenAsync(ActivityExecutionContext context)
    {
        ScheduleChildren(context);
        return default;
    }

    protected virtual void ScheduleChildren(ActivityExecutionContext context) { }
}

/// <summary>One activity after the other.</summary>
[Activity("Elsa", "Workflows", "Execute a set of activities in sequence.")]
public class Sequence([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : Container(source, line)
{
    protected override ValueTask ScheduleChildrenAsync(ActivityExecutionContext context) => NextAsync(context, null);

    internal override ValueTask ChildCompletedAsync(ActivityCompletedContext completed) => NextAsync(completed.TargetContext, completed.ChildContext.Activity);

    private ValueTask NextAsync(ActivityExecutionContext context, IActivity? after)
    {
        var next = after is null ? Activities.FirstOrDefault() : Activities.SkipWhile(activity => activity != after).Skip(1).FirstOrDefault();
        return context.ScheduleActivityAsync(next, null);
    }
}

/// <summary>Several branches at once.</summary>
[Activity("Elsa", "Branching", "Branch execution into multiple branches.")]
public class Fork([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : Activity(source, line)
{
    /// <summary>With WaitAny the first branch that completes cancels the others, with everything that waits in them.</summary>
    public ForkJoinMode JoinMode { get; set; } = ForkJoinMode.WaitAll;

    public ICollection<IActivity> Branches { get; set; } = [];

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Branches.Count == 0) await context.CompleteActivityAsync();
        foreach (var branch in Branches) await context.ScheduleActivityAsync(branch, null);
    }

    internal override ValueTask ChildCompletedAsync(ActivityCompletedContext completed)
    {
        var context = completed.TargetContext;
        var done = JoinMode == ForkJoinMode.WaitAny || !context.WorkflowExecutionContext.Live.Exists(other => other.ParentActivityExecutionContext == context);
        return done ? context.CompleteActivityAsync() : default;
    }
}
