using Elsa.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Elsa.Expressions.Models;

/// <summary>What a delegate sees: the variables in scope, the workflow's input, and the services of the unit of work.</summary>
public class ExpressionExecutionContext
{
    internal ExpressionExecutionContext(ActivityExecutionContext activity) => Activity = activity;

    internal ActivityExecutionContext Activity { get; }

    public IServiceProvider ServiceProvider => Activity.WorkflowExecutionContext.ServiceProvider;
    public CancellationToken CancellationToken => Activity.CancellationToken;

    public T GetRequiredService<T>() where T : notnull => ServiceProvider.GetRequiredService<T>();

    public object? Get(MemoryBlockReference blockReference) => Activity.Get(blockReference);
    public T? Get<T>(MemoryBlockReference blockReference) => Activity.Get<T>(blockReference);
    public bool TryGet(MemoryBlockReference blockReference, out object? value) => Activity.TryGet(blockReference, out value);
}
