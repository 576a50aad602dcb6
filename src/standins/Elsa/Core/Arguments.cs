using Elsa.Expressions.Models;
using Elsa.Workflows.Memory;

namespace Elsa.Workflows.Models;

/// <summary>An input or output of an activity.</summary>
public abstract class Argument
{
    private protected Argument() { }
}

/// <summary>What an activity reads.</summary>
public abstract class Input : Argument
{
    private protected Input(Type type) => Type = type;

    public Type Type { get; set; }

    /// <summary>A delegate is called once for each execution of the activity; everything else is read in place.</summary>
    internal bool IsDelegate { get; private protected init; }

    internal abstract ValueTask<object?> EvaluateAsync(ExpressionExecutionContext context);
}

/// <summary>What an activity reads: a literal, a variable, an output, or a delegate.</summary>
public class Input<T> : Input
{
    private readonly Func<ExpressionExecutionContext, T?>? read;
    private readonly Func<ExpressionExecutionContext, ValueTask<T?>>? readAsync;

    public Input(T literal, string? id = null) : base(typeof(T)) => read = _ => literal;
    public Input(Func<T> @delegate, string? id = null) : base(typeof(T)) => (read, IsDelegate) = (_ => @delegate(), true);
    public Input(Func<ExpressionExecutionContext, T?> @delegate, string? id = null) : base(typeof(T)) => (read, IsDelegate) = (@delegate, true);
    public Input(Func<ValueTask<T?>> @delegate, string? id = null) : base(typeof(T)) => (readAsync, IsDelegate) = (_ => @delegate(), true);
    public Input(Func<ExpressionExecutionContext, ValueTask<T?>> @delegate, string? id = null) : base(typeof(T)) => (readAsync, IsDelegate) = (@delegate, true);
    public Input(Variable variable) : base(typeof(T)) => read = context => context.Get<T>(variable);
    public Input(Output output) : base(typeof(T)) => read = context => context.Get<T>(output.Block);
    public Input(MemoryBlockReference memoryBlockReference) : base(typeof(T)) => read = context => context.Get<T>(memoryBlockReference);
    public Input(Literal<T> literal) : base(typeof(T)) => read = _ => Values.As<T>(literal.Value);
    public Input(Literal literal) : base(typeof(T)) => read = _ => Values.As<T>(literal.Value);
    public Input(Expression expression) : base(typeof(T)) =>
        (readAsync, IsDelegate) = (async context => Values.As<T>(await expression.EvaluateAsync(context)), true);

    internal override async ValueTask<object?> EvaluateAsync(ExpressionExecutionContext context) =>
        read is not null ? read(context) : await readAsync!(context);

    internal T? Read(ExpressionExecutionContext context) => read is not null
        ? read(context)
        : throw new InvalidOperationException("This input waits for something; it can be read only by the activity that declares it.");
}

/// <summary>What an activity writes, and where it goes.</summary>
public class Output : Argument
{
    public Output() => Block = new MemoryBlockReference();
    public Output(MemoryBlockReference memoryBlockReference) => Block = memoryBlockReference;

    internal MemoryBlockReference Block { get; }
}

/// <summary>What an activity writes, and where it goes.</summary>
public class Output<T> : Output
{
    public Output() { }
    public Output(MemoryBlockReference memoryBlockReference) : base(memoryBlockReference) { }
}

/// <summary>Describes an input or output of a workflow.</summary>
public abstract class ArgumentDefinition
{
    private protected ArgumentDefinition() { }

    public Type Type { get; set; } = null!;
    public string Name { get; set; } = null!;
    public string DisplayName { get; set; } = null!;
    public string Description { get; set; } = null!;
    public string Category { get; set; } = null!;
}

/// <summary>Describes an input of a workflow.</summary>
public class InputDefinition : ArgumentDefinition;

/// <summary>Describes an output of a workflow.</summary>
public class OutputDefinition : ArgumentDefinition;
