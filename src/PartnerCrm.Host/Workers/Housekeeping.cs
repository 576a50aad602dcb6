using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Threading;

namespace PartnerCrm.Host;

/// <summary>Throws away what the host itself no longer needs, and keeps its database quick.</summary>
public class Housekeeping : AsyncPeriodicBackgroundWorkerBase
{
    public Housekeeping(AbpAsyncTimer timer, IServiceScopeFactory scopes) : base(timer, scopes)
    {
        Timer.Period = 10 * 60 * 1000; // milliseconds
        Timer.RunOnStart = true;
    }

    protected override async Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
    {
        await workerContext.ServiceProvider.GetRequiredService<OldSessions>().PassAsync(workerContext.CancellationToken);
        await workerContext.ServiceProvider.GetRequiredService<OldAnswers>().PassAsync(workerContext.CancellationToken);
        await SqliteStatistics.RenewAsync(DatabaseOptions.From(workerContext.ServiceProvider.GetRequiredService<IConfiguration>()), workerContext.CancellationToken);
    }
}
