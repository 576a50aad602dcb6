using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Engagement;

/// <summary>Looks at owners' queues and starts what fits their capacity.</summary>
public class StartQueueLook(IDueWork dueWork) : ITransientDependency
{
    private const int Batch = 16;

    private static readonly DueRows ToLookAt = new("CrmStartQueues", "t.\"LookAt\" <= @now", "t.\"LookAt\"", TimeSpan.FromSeconds(30));

    public Task<int> PassAsync(CancellationToken cancellationToken = default) => dueWork.PassAsync(
        ToLookAt, Batch, (services, id, token) => services.GetRequiredService<EscalationStarting>().StartWhatFitsAsync(id, token), cancellationToken);
}
