using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Threading;

namespace PartnerCrm.Sources;

/// <summary>Reads what was uploaded, and now and then purges what is past its time.</summary>
public class ImportWorker : AsyncPeriodicBackgroundWorkerBase
{
    private const int PeriodMilliseconds = 500;
    private const int PassesBetweenPurges = 1_200;

    private int passes;

    public ImportWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory)
        : base(timer, serviceScopeFactory) => timer.Period = PeriodMilliseconds;

    protected override async Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
    {
        await workerContext.ServiceProvider.GetRequiredService<ImportReading>().PassAsync(workerContext.CancellationToken);
        if (passes++ % PassesBetweenPurges != 0) return;
        await workerContext.ServiceProvider.GetRequiredService<ImportPurge>().PassAsync(workerContext.CancellationToken);
    }
}
