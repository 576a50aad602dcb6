using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace Elsa.Extensions;

/// <summary>Reading inputs.</summary>
public static class InputExtensions
{
    public static T Get<T>(this Input<T> input, ActivityExecutionContext context, string? inputName = null) => context.Get(input)!;
    public static T Get<T>(this Input<T> input, ExpressionExecutionContext context, string? inputName = null) => context.Activity.Get(input)!;

    public static T? GetOrDefault<T>(this Input<T>? input, ActivityExecutionContext context, Func<T>? defaultValue = null) =>
        input is not null ? context.Get(input) : defaultValue is not null ? defaultValue() : default;
}

/// <summary>Writing outputs.</summary>
public static class OutputExtensions
{
    public static void Set<T>(this Output<T>? output, ActivityExecutionContext context, T? value, string? outputName = null) => context.Set(output, value, outputName);
    public static void Set<T>(this Output<T>? output, ExpressionExecutionContext context, T? value) => context.Activity.Set(output, value);
}

/// <summary>Variables: where they are kept, and setting them.</summary>
public static class VariableExtensions
{
    /// <summary>Keeps the value with the instance. Without this it is lost at the first wait.</summary>
    public static Variable<T> WithWorkflowStorage<T>(this Variable<T> variable)
    {
        variable.Stored = true;
        return variable;
    }

    /// <summary>Keeps the value with the instance. Without this it is lost at the first wait.</summary>
    public static Variable WithWorkflowStorage(this Variable variable)
    {
        variable.Stored = true;
        return variable;
    }

    public static Variable<T> WithMemoryStorage<T>(this Variable<T> variable)
    {
        variable.Stored = false;
        return variable;
    }

    public static void Set(this Variable variable, ActivityExecutionContext context, object? value) => context.Write(variable, value);
}

/// <summary>Workflow input, variables by name, and the result.</summary>
public static class ActivityExecutionContextExtensions
{
    public static T? GetWorkflowInput<T>(this ActivityExecutionContext context, string key, System.Text.Json.JsonSerializerOptions? serializerOptions = null) =>
        context.WorkflowInput.TryGetValue(key, out var value) ? Values.As<T>(value) : default;

    public static bool TryGetWorkflowInput<T>(this ActivityExecutionContext context, string key, out T? value, System.Text.Json.JsonSerializerOptions? serializerOptions = null)
    {
        var found = context.WorkflowInput.TryGetValue(key, out var input);
        value = found ? Values.As<T>(input) : default;
        return found;
    }

    public static T? GetVariable<T>(this ActivityExecutionContext context, string name) => context.Named(name) is { } variable ? context.Get<T>(variable) : default;

    public static void SetResult(this ActivityExecutionContext context, object? value) => context.Set((context.Activity as IActivityWithResult)?.Result, value);

    internal static Variable? Named(this ActivityExecutionContext context, string name)
    {
        for (var scope = context; scope is not null; scope = scope.ParentActivityExecutionContext)
            if (scope.Variables?.Named(name) is { } variable) return variable;
        return context.WorkflowExecutionContext.Slots.Named(name);
    }
}

/// <summary>What delegates read.</summary>
public static class ExpressionExecutionContextExtensions
{
    public static T? GetInput<T>(this ExpressionExecutionContext context, string name) => context.Activity.GetWorkflowInput<T>(name);
    public static T? GetInput<T>(this ExpressionExecutionContext context, InputDefinition inputDefinition) => context.GetInput<T>(inputDefinition.Name);
    public static T? GetVariable<T>(this ExpressionExecutionContext context, string name) => context.Activity.GetVariable<T>(name);
    public static T? Get<T>(this ExpressionExecutionContext context, Input<T>? input) => context.Activity.Get(input);
    public static ActivityExecutionContext GetActivityExecutionContext(this ExpressionExecutionContext context) => context.Activity;
    public static WorkflowExecutionContext GetWorkflowExecutionContext(this ExpressionExecutionContext context) => context.Activity.WorkflowExecutionContext;
}
