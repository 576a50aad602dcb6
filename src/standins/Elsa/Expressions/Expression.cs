namespace Elsa.Expressions.Models;

/// <summary>How an input gets its value: a literal or a delegate. Only code is supported, no scripting languages.</summary>
public class Expression
{
    public Expression() { }
    public Expression(string type, object? value) => (Type, Value) = (type, value);

    public string Type { get; set; } = null!;
    public object? Value { get; set; }

    public static Expression LiteralExpression(object? value) => new("Literal", value);

    public static Expression DelegateExpression(Func<ExpressionExecutionContext, ValueTask<object?>> value) => new("Delegate", value);
    public static Expression DelegateExpression<T>(Func<ExpressionExecutionContext, T> value) => DelegateExpression(context => ValueTask.FromResult<object?>(value(context)));
    public static Expression DelegateExpression<T>(Func<ExpressionExecutionContext, ValueTask<T>> value) => DelegateExpression(async context => (object?)await value(context));
    public static Expression DelegateExpression<T>(Func<T> value) => DelegateExpression(_ => ValueTask.FromResult<object?>(value()));
    public static Expression DelegateExpression<T>(Func<ValueTask<T>> value) => DelegateExpression(async _ => (object?)await value());

    internal ValueTask<object?> EvaluateAsync(ExpressionExecutionContext context) =>
        Value is Func<ExpressionExecutionContext, ValueTask<object?>> evaluate ? evaluate(context) : ValueTask.FromResult(Value);
}
