using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Threading;
using Volo.Abp.Timing;

namespace PartnerCrm.Meetings;

/// <summary>Ends offers whose last time has begun.</summary>
public class OfferExpiry(IDueWork dueWork, IClock clock) : ITransientDependency
{
    private const int Batch = 100;

    private static readonly DueRows Due = new("CrmOffers", """t."State" = 'Open' AND t."ExpiresAt" <= @now""", """t."ExpiresAt" """, TimeSpan.FromMinutes(5));

    public virtual async Task<int> PassAsync(CancellationToken cancellationToken = default) =>
        await dueWork.PassAsync(Due, Batch, ExpireAsync, cancellationToken);

    private async Task ExpireAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var offers = services.GetRequiredService<IRepository<Offer, Guid>>();
        var offer = await offers.GetAsync(id, cancellationToken: cancellationToken);
        offer.Expire(clock.Now);
        await offers.UpdateAsync(offer, cancellationToken: cancellationToken);
    }
}

public class OfferExpiryWorker : AsyncPeriodicBackgroundWorkerBase
{
    public OfferExpiryWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory)
        : base(timer, serviceScopeFactory) => Timer.Period = (int)TimeSpan.FromMinutes(1).TotalMilliseconds;

    protected override async Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext) =>
        await workerContext.ServiceProvider.GetRequiredService<OfferExpiry>().PassAsync(workerContext.CancellationToken);
}
