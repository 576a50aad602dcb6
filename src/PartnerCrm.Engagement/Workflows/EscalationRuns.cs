using Elsa.Workflows.Runtime;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Engagement;

/// <summary>What the workflow engine keeps of escalations.</summary>
public class EscalationRuns(IWorkflowRuntime runtime) : ITransientDependency
{
    /// <summary>Of an escalation that goes nothing stays with the engine either: no state, no timer, no journal.</summary>
    public virtual async Task RemoveAsync(IEnumerable<Guid> escalationIds, CancellationToken cancellationToken = default)
    {
        foreach (var id in escalationIds)
        {
            var client = await runtime.CreateClientAsync(Escalation.WorkflowInstanceOf(id), cancellationToken);
            await client.DeleteAsync(cancellationToken);
        }
    }
}
