using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Threading;

namespace PartnerCrm.Mail;

public class OutboxWorker : AsyncPeriodicBackgroundWorkerBase
{
    public OutboxWorker(AbpAsyncTimer timer, IServiceScopeFactory scopes) : base(timer, scopes)
    {
        Timer.Period = 500; // milliseconds
    }

    protected override async Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
        => await workerContext.ServiceProvider.GetRequiredService<Outbox>().PassAsync(workerContext.CancellationToken);
}
