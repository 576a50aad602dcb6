using System.Reflection;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace Elsa.Engine;

/// <summary>One version of a workflow, read once and used by all its instances at the same time.</summary>
internal sealed class Definition
{
    private readonly Dictionary<string, Node> byId = [];
    private readonly Dictionary<IActivity, Node> byActivity = new(ReferenceEqualityComparer.Instance);

    public Definition(Workflow workflow)
    {
        Workflow = workflow;
        Variables = Scope(workflow.Variables, Id);
        Root = Add(workflow.Root ?? throw new InvalidOperationException($"Workflow {this} has no root."), "root", Id);
    }

    public Workflow Workflow { get; }
    public string Id => Workflow.Identity.DefinitionId;
    public int Version => Workflow.Identity.Version;
    public Variable[] Variables { get; }
    public Node Root { get; }

    public Node? Find(string activityId) => byId.GetValueOrDefault(activityId);

    public Node NodeOf(IActivity activity) => byActivity.GetValueOrDefault(activity)
        ?? throw new InvalidOperationException($"{activity.Type} isn't part of {this}: an activity that is made while the workflow runs can't be resumed.");

    public override string ToString() => $"{Id} v{Version}";

    /// <summary>Without an id of its own, an activity is named by its place: stable as long as nothing is inserted before it.</summary>
    private Node Add(IActivity activity, string place, string parentNodeId)
    {
        if (string.IsNullOrEmpty(activity.Id)) activity.Id = place;
        activity.NodeId = $"{parentNodeId}:{activity.Id}";
        var properties = activity.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanRead && property.GetIndexParameters().Length == 0).ToArray();
        var inputs = properties
            .Where(property => typeof(Input).IsAssignableFrom(property.PropertyType) && property.GetCustomAttribute<InputAttribute>()?.AutoEvaluate != false)
            .Select(property => (Input?)property.GetValue(activity)).OfType<Input>().Where(input => input.IsDelegate);
        var node = new Node(activity, Scope((activity as IVariableContainer)?.Variables ?? [], activity.Id), [.. inputs]);
        if (!byActivity.TryAdd(activity, node)) throw new InvalidOperationException($"{Describe(activity)} is used twice in {this}. Make one object for each place.");
        if (!byId.TryAdd(activity.Id, node)) throw new InvalidOperationException($"{this} has two activities with the id '{activity.Id}': {Describe(byId[activity.Id].Activity)} and {Describe(activity)}.");
        foreach (var property in properties)
            foreach (var (child, index) in Children(property, activity))
                Add(child, $"{activity.Id}.{property.Name}{index}", activity.NodeId);
        return node;
    }

    private static IEnumerable<(IActivity, string)> Children(PropertyInfo property, IActivity activity)
    {
        if (typeof(IActivity).IsAssignableFrom(property.PropertyType))
            return property.GetValue(activity) is IActivity child ? [(child, "")] : [];
        if (typeof(IEnumerable<IActivity>).IsAssignableFrom(property.PropertyType))
            return ((IEnumerable<IActivity>?)property.GetValue(activity) ?? []).Select((child, index) => (child, $"[{index}]"));
        if (typeof(IEnumerable<SwitchCase>).IsAssignableFrom(property.PropertyType))
            return ((IEnumerable<SwitchCase>?)property.GetValue(activity) ?? []).Where(one => one.Activity is not null).Select(one => (one.Activity!, $"[{one.Label}]"));
        return [];
    }

    private Variable[] Scope(IEnumerable<Variable> variables, string owner)
    {
        var scope = variables.ToArray();
        for (var index = 0; index < scope.Length; index++) scope[index].Name ??= $"v{index}";
        var twice = scope.GroupBy(variable => variable.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? scope : throw new InvalidOperationException($"{owner} of {this} has two variables with the name '{twice.Key}'.");
    }

    private static string Describe(IActivity activity) => activity is Activity { Source: { } source } ? $"{activity.Type} ({source})" : activity.Type;
}
