using Elsa.Expressions.Models;

namespace Elsa.Workflows.Memory;

/// <summary>
/// A variable of a workflow or of a container. Its value starts anew in each instance, and survives a wait only
/// with <c>WithWorkflowStorage()</c>; without, it is back at its first value after a resume.
/// </summary>
public class Variable : MemoryBlockReference
{
    public Variable() { }
    public Variable(string name) => Name = name;
    public Variable(string name, object? value = null) => (Name, Value) = (name, value);
    public Variable(string name, object? value = null, string? id = null) => (Name, Value, Id) = (name, value, id!);

    public string Name { get; set; } = null!;
    public object? Value { get; set; }

    internal bool Stored { get; set; }
    internal virtual Type ValueType => typeof(object);
}

/// <summary>A typed variable.</summary>
public class Variable<T> : Variable
{
    public Variable() => Value = default(T);
    public Variable(T value) => Value = value;
    public Variable(string name, T value) : base(name, value) { }
    public Variable(string name, T value, string? id = null) : base(name, value, id) { }

    internal override Type ValueType => typeof(T);

    public T? Get(ActivityExecutionContext context) => context.Get<T>(this);
    public new T? Get(ExpressionExecutionContext context) => context.Get<T>(this);

    public Variable<T> WithId(string id) { Id = id; return this; }
    public Variable<T> WithName(string name) { Name = name; return this; }
    public Variable<T> WithValue(T value) { Value = value; return this; }
}
