namespace Elsa.Workflows
{
    /// <summary>What an activity is to a designer.</summary>
    public enum ActivityKind { Action, Trigger, Job, Task }
}

namespace Elsa.Workflows.Attributes
{
    /// <summary>Names an activity type: <c>namespace.type</c>, by default the class's namespace and name.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class ActivityAttribute : Attribute
    {
        public ActivityAttribute() { }
        public ActivityAttribute(string @namespace, string? description = null) => (Namespace, Description) = (@namespace, description);
        public ActivityAttribute(string @namespace, string? category, string? description = null) : this(@namespace, description) => Category = category;
        public ActivityAttribute(string @namespace, string? type, int version = 1, string? description = null, string? category = null) : this(@namespace, category, description) =>
            (Type, Version) = (type, version);

        public string? Namespace { get; set; }
        public string? Type { get; set; }
        public int Version { get; set; } = 1;
        public string? Category { get; set; }
        public string? Description { get; set; }
        public string? DisplayName { get; set; }
        public ActivityKind Kind { get; set; }
    }

    /// <summary>Describes an input.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    public class InputAttribute : Attribute
    {
        public string? Name { get; set; }
        public string? DisplayName { get; set; }
        public string? Description { get; set; }
        public string? Category { get; set; }
        public float Order { get; set; }
        public object? DefaultValue { get; set; }

        /// <summary>Whether a delegate is called before the activity executes; otherwise the activity decides when.</summary>
        public bool AutoEvaluate { get; set; } = true;
    }

    /// <summary>Describes an output.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    public class OutputAttribute : Attribute
    {
        public string? Name { get; set; }
        public string? DisplayName { get; set; }
        public string? Description { get; set; }
    }
}

namespace Elsa.Workflows.Activities.Flowchart.Attributes
{
    /// <summary>The outcomes an activity may complete with, for people who read the workflow.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class FlowNodeAttribute(params string[] outcomes) : Attribute
    {
        public ICollection<string> Outcomes { get; } = outcomes;
    }
}

namespace Elsa.Workflows.Activities.Flowchart.Models
{
    /// <summary>What an activity completed with.</summary>
    public record Outcomes(params string[] Names);
}
