using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace Elsa.Workflows
{
    /// <summary>A scope for variables.</summary>
    public interface IVariableContainer : IActivity
    {
        ICollection<Variable> Variables { get; }
    }
}

namespace Elsa.Workflows.Models
{
    /// <summary>Which workflow, and which version of it.</summary>
    public record WorkflowIdentity(string DefinitionId, int Version, string Id, string? TenantId = null);

    /// <summary>What people read about a workflow.</summary>
    public record WorkflowMetadata
    {
        public WorkflowMetadata(string? Name = null, string? Description = null, DateTimeOffset CreatedAt = default, Version? ToolVersion = null) =>
            (this.Name, this.Description, this.CreatedAt, this.ToolVersion) = (Name, Description, CreatedAt, ToolVersion);

        public string? Name { get; init; }
        public string? Description { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public Version? ToolVersion { get; init; }
    }
}

namespace Elsa.Workflows.Activities
{
    /// <summary>A built workflow.</summary>
    public class Workflow : Composite<object?>
    {
        public WorkflowIdentity Identity { get; set; } = null!;
        public WorkflowMetadata WorkflowMetadata { get; set; } = new();
        public ICollection<InputDefinition> Inputs { get; set; } = [];
        public ICollection<OutputDefinition> Outputs { get; set; } = [];
    }

    /// <summary>An activity made of others.</summary>
    public abstract class Composite : Activity, IVariableContainer
    {
        private protected Composite() : base(null, null) { }

        public IActivity? Root { get; set; }
        public ICollection<Variable> Variables { get; init; } = [];
    }

    /// <summary>An activity made of others, with a result.</summary>
    public abstract class Composite<T> : Composite
    {
        private protected Composite() { }

        public Output<T>? Result { get; set; }
    }
}
