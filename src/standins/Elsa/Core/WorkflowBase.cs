using Elsa.Workflows.Activities;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>A workflow in code.</summary>
public interface IWorkflow
{
    ValueTask BuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken = default);
}

/// <summary>Base of workflows in code: override <see cref="Build"/>. It is called once, and what it makes serves all instances.</summary>
public abstract class WorkflowBase : IWorkflow
{
    protected virtual ValueTask BeforeBuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken = default) => default;

    protected virtual ValueTask BuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken = default)
    {
        Build(builder);
        return default;
    }

    protected virtual ValueTask AfterBuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken = default) => default;
    protected virtual void Build(IWorkflowBuilder builder) { }

    async ValueTask IWorkflow.BuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken)
    {
        await BeforeBuildAsync(builder, cancellationToken);
        await BuildAsync(builder, cancellationToken);
        await AfterBuildAsync(builder, cancellationToken);
    }
}

/// <summary>Describes a workflow. Instances stay with the version they started with: keep it registered while they run.</summary>
public interface IWorkflowBuilder
{
    string? Id { get; set; }
    string? DefinitionId { get; set; }
    string? TenantId { get; set; }
    int Version { get; set; }
    string? Name { get; set; }
    string? Description { get; set; }
    IActivity? Root { get; set; }
    ICollection<Variable> Variables { get; set; }
    ICollection<InputDefinition> Inputs { get; set; }
    ICollection<OutputDefinition> Outputs { get; set; }
    IDictionary<string, object> CustomProperties { get; }

    IWorkflowBuilder WithId(string id);
    IWorkflowBuilder WithDefinitionId(string definitionId);
    IWorkflowBuilder WithTenantId(string tenantId);
    IWorkflowBuilder WithCustomProperty(string name, object value);
    IWorkflowBuilder WithVariable(Variable variable);
    IWorkflowBuilder WithVariable<T>(Variable<T> variable);
    IWorkflowBuilder WithVariables(params Variable[] variables);
    Variable<T> WithVariable<T>(string name, T value);
    InputDefinition WithInput<T>(string name, string? description = null);
    OutputDefinition WithOutput<T>(string name, string? description = null);
    Task<Workflow> BuildWorkflowAsync(CancellationToken cancellationToken = default);
}
