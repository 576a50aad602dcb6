using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>
/// Delivers signals to the workflows, each escalation's in order: only its lowest is ever due. Delivery, all that the workflow does upon it,
/// and the signal's end are one transaction.
/// </summary>
public class SignalDispatcher(IDueWork dueWork) : ITransientDependency
{
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private const int Batch = 16;

    private static readonly DueRows LowestOfEach = new(
        "CrmEscalationSignals",
        """NOT EXISTS (SELECT 1 FROM "CrmEscalationSignals" e WHERE e."EscalationId" = t."EscalationId" AND e."Sequence" < t."Sequence")""",
        // Ids are roughly the order of arrival: fair enough, and read from an index.
        "t.\"Id\"",
        Lease);

    public Task<int> PassAsync(CancellationToken cancellationToken = default) => dueWork.PassAsync(
        LowestOfEach, Batch, (services, id, token) => services.GetRequiredService<SignalDelivery>().DeliverAsync(id, token), cancellationToken);
}

/// <summary>Hands one signal to the workflow runtime.</summary>
public class SignalDelivery(ISignals signals, IWorkflowRuntime runtime, IEventPublisher events, ICurrentTenant tenant, IClock clock) : ITransientDependency
{
    public async Task DeliverAsync(Guid signalId, CancellationToken cancellationToken)
    {
        if (await signals.TakeAsync(signalId, cancellationToken) is not { } signal) return;
        await (signal.Kind switch
        {
            SignalKind.Start => StartAsync(signal, cancellationToken),
            SignalKind.Stop => PublishAsync(EscalationWorkflow.Stop, signal, cancellationToken),
            _ => PublishAsync(EscalationWorkflow.News, signal, cancellationToken),
        });
    }

    private async Task StartAsync(EscalationSignal signal, CancellationToken cancellationToken)
    {
        var client = await runtime.CreateClientAsync(Escalation.WorkflowInstanceOf(signal.EscalationId), cancellationToken);
        // A signal older than a lease may come for the second time, from a runtime that commits by itself.
        if (clock.Now - signal.At > SignalDispatcher.Lease && await client.InstanceExistsAsync(cancellationToken)) return;
        await client.CreateAndRunInstanceAsync(
            new CreateAndRunWorkflowInstanceRequest
            {
                WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId(EscalationWorkflow.DefinitionId),
                CorrelationId = signal.EscalationId.ToString(),
                Input = new Dictionary<string, object>
                {
                    [EscalationWorkflow.EscalationInput] = signal.EscalationId.ToString(),
                    [EscalationWorkflow.TenantInput] = tenant.Id?.ToString() ?? "",
                },
            },
            cancellationToken);
    }

    private Task PublishAsync(string eventName, EscalationSignal signal, CancellationToken cancellationToken) => events.PublishAsync(
        eventName, signal.EscalationId.ToString(), Escalation.WorkflowInstanceOf(signal.EscalationId), payload: signal.Payload,
        cancellationToken: cancellationToken);
}
