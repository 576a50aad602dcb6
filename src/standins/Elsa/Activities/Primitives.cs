using System.Runtime.CompilerServices;
using Elsa.Expressions.Models;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace Elsa.Workflows.Activities;

/// <summary>Gives a variable a value.</summary>
[Activity("Elsa", "Primitives", "Assign a value to a workflow variable.")]
public class SetVariable<T> : CodeActivity
{
    public SetVariable([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    public SetVariable(Variable<T> variable, Input<T> value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(source, line) => (Variable, Value) = (variable, value);
    public SetVariable(Variable<T> variable, Variable<T> value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(variable, new Input<T>(value), source, line) { }
    public SetVariable(Variable<T> variable, Func<ExpressionExecutionContext, T?> value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(variable, new Input<T>(value), source, line) { }
    public SetVariable(Variable<T> variable, Func<T> value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(variable, new Input<T>(value), source, line) { }
    public SetVariable(Variable<T> variable, T value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(variable, new Input<T>(value), source, line) { }

    public Variable<T> Variable { get; set; } = null!;
    public Input<T> Value { get; set; } = null!;

    protected override void Execute(ActivityExecutionContext context) => context.Write(Variable, context.Get(Value));
}

/// <summary>A piece of code.</summary>
[Activity("Elsa", "Primitives", "Evaluate an inline delegate.")]
public class Inline : CodeActivity
{
    private readonly Func<ActivityExecutionContext, ValueTask> code = _ => default;

    public Inline([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
    public Inline(Func<ActivityExecutionContext, ValueTask> activity, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(source, line) => code = activity;
    public Inline(Func<ValueTask> activity, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(_ => activity(), source, line) { }
    public Inline(Action activity, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(_ => activity(), source, line) { }

    public Inline(Action<ActivityExecutionContext> activity, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(source, line) => code = context =>
    {
        activity(context);
        return default;
    };

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => code(context);
}

/// <summary>Ends the workflow at once, with everything that still waits.</summary>
[Activity("Elsa", "Primitives", "Mark the workflow as finished.")]
public class Finish([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : CodeActivity(source, line)
{
    protected override void Execute(ActivityExecutionContext context) => context.WorkflowExecutionContext.End(WorkflowSubStatus.Finished);
}
