using System.Collections.Concurrent;
using System.Reflection;
using Elsa.Workflows;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace Elsa.Engine;

/// <summary>An activity's place in a definition, with everything about it that reflection has to find out, found out once.</summary>
internal sealed class Node(IActivity activity, Variable[] variables, Input[] inputs)
{
    private readonly ConcurrentDictionary<string, Delegate> methods = new();

    public IActivity Activity { get; } = activity;
    public Variable[] Variables { get; } = variables;

    /// <summary>The delegates to call before each execution.</summary>
    public Input[] Inputs { get; } = inputs;

    public ExecuteActivityDelegate Resume(string method) => Method<ExecuteActivityDelegate>(method, typeof(ActivityExecutionContext));
    public ActivityCompletionCallback Completion(string method) => Method<ActivityCompletionCallback>(method, typeof(ActivityCompletedContext));

    public string NameOf(Delegate callback) => callback.Target == Activity && !callback.Method.Name.StartsWith('<')
        ? callback.Method.Name
        : throw new ArgumentException($"The callback of {Activity.Id} must be a method of {Activity.GetType().Name}: after a restart it is found by its name.");

    private T Method<T>(string name, Type argument) where T : Delegate => (T)methods.GetOrAdd(name, name =>
    {
        for (var type = Activity.GetType(); type is not null; type = type.BaseType)
            if (type.GetMethod(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly, [argument]) is { } method)
                return method.CreateDelegate<T>(Activity);
        throw new StateRefused($"{Activity.Type} has no method {name} any more, but an instance waits for it in '{Activity.Id}'.");
    });
}
