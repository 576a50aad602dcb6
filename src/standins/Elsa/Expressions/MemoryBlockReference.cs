namespace Elsa.Expressions.Models;

/// <summary>A named place that holds a value while a workflow runs: a variable, or where an activity's output goes.</summary>
public class MemoryBlockReference
{
    public MemoryBlockReference() { }
    public MemoryBlockReference(string id) => Id = id;

    public string Id { get; set; } = null!;

    public object? Get(ExpressionExecutionContext context) => context.Get(this);
    public T? Get<T>(ExpressionExecutionContext context) => context.Get<T>(this);
}

/// <summary>A constant.</summary>
public class Literal : MemoryBlockReference
{
    public Literal() { }
    public Literal(object? value, string? id = null) => (Value, Id) = (value, id!);

    public object? Value { get; }

    public static Literal From<T>(T value) => new Literal<T>(value);
}

/// <summary>A typed constant.</summary>
public class Literal<T> : Literal
{
    public Literal() { }
    public Literal(T value, string? id = null) : base(value, id) { }
}
