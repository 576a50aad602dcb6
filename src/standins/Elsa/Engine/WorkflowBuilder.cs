using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace Elsa.Engine;

internal sealed class WorkflowBuilder(TimeProvider clock) : IWorkflowBuilder
{
    public string? Id { get; set; }
    public string? DefinitionId { get; set; }
    public string? TenantId { get; set; }
    public int Version { get; set; } = 1;
    public string? Name { get; set; }
    public string? Description { get; set; }
    public IActivity? Root { get; set; }
    public ICollection<Variable> Variables { get; set; } = [];
    public ICollection<InputDefinition> Inputs { get; set; } = [];
    public ICollection<OutputDefinition> Outputs { get; set; } = [];
    public IDictionary<string, object> CustomProperties { get; } = new Dictionary<string, object>();

    public IWorkflowBuilder WithId(string id) { Id = id; return this; }
    public IWorkflowBuilder WithDefinitionId(string definitionId) { DefinitionId = definitionId; return this; }
    public IWorkflowBuilder WithTenantId(string tenantId) { TenantId = tenantId; return this; }
    public IWorkflowBuilder WithCustomProperty(string name, object value) { CustomProperties[name] = value; return this; }
    public IWorkflowBuilder WithVariable(Variable variable) { Variables.Add(variable); return this; }
    public IWorkflowBuilder WithVariable<T>(Variable<T> variable) { Variables.Add(variable); return this; }

    public IWorkflowBuilder WithVariables(params Variable[] variables)
    {
        foreach (var variable in variables) Variables.Add(variable);
        return this;
    }

    public Variable<T> WithVariable<T>(string name, T value)
    {
        var variable = new Variable<T>(name, value);
        Variables.Add(variable);
        return variable;
    }

    public InputDefinition WithInput<T>(string name, string? description = null)
    {
        var input = new InputDefinition { Name = name, DisplayName = name, Type = typeof(T), Description = description ?? "" };
        Inputs.Add(input);
        return input;
    }

    public OutputDefinition WithOutput<T>(string name, string? description = null)
    {
        var output = new OutputDefinition { Name = name, DisplayName = name, Type = typeof(T), Description = description ?? "" };
        Outputs.Add(output);
        return output;
    }

    public Task<Workflow> BuildWorkflowAsync(CancellationToken cancellationToken = default) => Task.FromResult(new Workflow
    {
        Identity = new(DefinitionId!, Version, Id ?? $"{DefinitionId}:v{Version}", TenantId),
        WorkflowMetadata = new(Name, Description, clock.GetUtcNow()),
        Root = Root,
        Variables = Variables,
        Inputs = Inputs,
        Outputs = Outputs,
        CustomProperties = CustomProperties,
    });
}
