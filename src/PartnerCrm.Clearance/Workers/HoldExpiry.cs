using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Threading;
using Volo.Abp.Timing;

namespace PartnerCrm.Clearance;

/// <summary>Lifts holds whose day has come: whoever stood still because of one hears only of its being lifted.</summary>
public class HoldExpiry(IDueWork dueWork, IClock clock) : ITransientDependency
{
    private const int Batch = 100;

    private static readonly DueRows Over = new("CrmHolds", """t."LiftedAt" IS NULL AND t."Until" <= @now""", """t."Until" """, TimeSpan.FromMinutes(5));

    public virtual Task<int> PassAsync(CancellationToken cancellationToken = default) => dueWork.PassAsync(Over, Batch, LiftAsync, cancellationToken);

    private async Task LiftAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var holds = services.GetRequiredService<IRepository<Hold, Guid>>();
        var hold = await holds.GetAsync(id, cancellationToken: cancellationToken);
        // Somebody was quicker.
        if (hold.LiftedAt != null) return;
        hold.Lift(clock.Now);
        await holds.UpdateAsync(hold, cancellationToken: cancellationToken);
    }
}

public class HoldExpiryWorker : AsyncPeriodicBackgroundWorkerBase
{
    public HoldExpiryWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory)
        : base(timer, serviceScopeFactory) => Timer.Period = (int)TimeSpan.FromMinutes(1).TotalMilliseconds;

    protected override async Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext) =>
        await workerContext.ServiceProvider.GetRequiredService<HoldExpiry>().PassAsync(workerContext.CancellationToken);
}
