using System.Runtime.CompilerServices;
using Elsa.Expressions.Models;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Elsa.Workflows.Activities;

/// <summary>One way or the other.</summary>
[Activity("Elsa", "Branching", "Evaluate a Boolean condition to determine which activity to execute next.")]
public class If : Activity<bool>
{
    public If([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    public If(Input<bool> condition, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(source, line) => Condition = condition;
    public If(Func<bool> condition, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<bool>(condition), source, line) { }
    public If(Func<ExpressionExecutionContext, bool> condition, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<bool>(condition), source, line) { }

    [Input(AutoEvaluate = false)]
    public Input<bool> Condition { get; set; } = new(false);

    public IActivity? Then { get; set; }
    public IActivity? Else { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var holds = await context.EvaluateAsync(Condition);
        context.Set(Result, holds);
        await context.ScheduleActivityAsync(holds ? Then : Else, null);
    }

    internal override ValueTask ChildCompletedAsync(ActivityCompletedContext completed) => completed.CompleteActivityAsync();
}

/// <summary>Again and again as long as the condition holds; asked before each round.</summary>
[Activity("Elsa", "Looping", "Execute an activity while a given condition evaluates to true.")]
public class While : Activity
{
    public While([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    public While(IActivity? body = null, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(source, line) => Body = body;
    public While(Input<bool> condition, IActivity? body = null, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(body, source, line) => Condition = condition;
    public While(Func<bool> condition, IActivity? body = null, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<bool>(condition), body, source, line) { }
    public While(Func<ExpressionExecutionContext, bool> condition, IActivity? body = null, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<bool>(condition), body, source, line) { }
    public While(Func<ExpressionExecutionContext, ValueTask<bool>> condition, IActivity? body = null, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<bool>(condition), body, source, line) { }

    [Input(AutoEvaluate = false)]
    public Input<bool> Condition { get; set; } = new(false);

    public IActivity? Body { get; set; }

    public static While True(IActivity body) => new(new Input<bool>(true), body);

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        await context.ScheduleActivityAsync(await context.EvaluateAsync(Condition) ? Body : null, null);

    internal override ValueTask ChildCompletedAsync(ActivityCompletedContext completed) => ExecuteAsync(completed.TargetContext);
}

/// <summary>A way of a <see cref="Switch"/>.</summary>
public class SwitchCase
{
    public SwitchCase() { }
    public SwitchCase(string label, Expression condition, IActivity activity) => (Label, Condition, Activity) = (label, condition, activity);
    public SwitchCase(string label, Func<ExpressionExecutionContext, bool> condition, IActivity activity) : this(label, Expression.DelegateExpression(condition), activity) { }
    public SwitchCase(string label, Func<bool> condition, IActivity activity) : this(label, Expression.DelegateExpression(condition), activity) { }

    public string Label { get; set; } = null!;
    public Expression Condition { get; set; } = Expression.LiteralExpression(false);
    public IActivity? Activity { get; set; }
}

/// <summary>The first way whose condition holds, or all of them.</summary>
[Activity("Elsa", "Branching", "Evaluate a set of case conditions and schedule the activity for a matching case.")]
public class Switch([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : Activity(source, line)
{
    public ICollection<SwitchCase> Cases { get; set; } = [];
    public Input<SwitchMode> Mode { get; set; } = new(SwitchMode.MatchFirst);
    public IActivity? Default { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var first = context.Get(Mode) == SwitchMode.MatchFirst;
        var matching = new List<IActivity?>();
        foreach (var one in Cases)
        {
            if (!Values.As<bool>(await one.Condition.EvaluateAsync(context.ExpressionExecutionContext))) continue;
            matching.Add(one.Activity);
            if (first) break;
        }
        var next = matching.Count == 0 ? [Default] : matching;
        if (next.All(activity => activity is null)) await context.CompleteActivityAsync();
        else foreach (var activity in next.OfType<IActivity>()) await context.ScheduleActivityAsync(activity, null);
    }

    internal override ValueTask ChildCompletedAsync(ActivityCompletedContext completed) =>
        completed.WorkflowExecutionContext.Live.Exists(other => other.ParentActivityExecutionContext == completed.TargetContext) ? default : completed.CompleteActivityAsync();
}
