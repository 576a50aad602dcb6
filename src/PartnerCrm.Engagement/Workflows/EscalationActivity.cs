using System.Runtime.CompilerServices;
using Elsa.Extensions;
using Elsa.Workflows;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace PartnerCrm.Engagement;

/// <summary>
/// One call into <see cref="EscalationSteps"/>, for the escalation's tenant, in a transaction: the one in which the workflow was told,
/// or, where the runtime brings none, its own.
/// </summary>
public abstract class EscalationActivity([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : CodeActivity(source, line)
{
    protected sealed override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var escalationId = Guid.Parse(context.GetVariable<string>(EscalationWorkflow.EscalationInput)!);
        Guid? tenantId = Guid.TryParse(context.GetVariable<string>(EscalationWorkflow.TenantInput), out var id) ? id : null;

        using (context.GetRequiredService<ICurrentTenant>().Change(tenantId))
        using (var unitOfWork = context.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: false, isTransactional: true))
        {
            await ActAsync(context.GetRequiredService<EscalationSteps>(), escalationId, context);
            await unitOfWork.CompleteAsync(context.CancellationToken);
        }
    }

    protected abstract Task ActAsync(EscalationSteps steps, Guid escalationId, ActivityExecutionContext context);
}
