using Volo.Abp.Application.Services;

namespace PartnerCrm.Engagement;

public abstract class EngagementAppService : ApplicationService
{
    /// <summary>Counted exactly up to this; more is "10,000+".</summary>
    private const int CountedTo = 10_000;

    protected EngagementAppService() => LocalizationResource = typeof(EngagementResource);

    protected Task<int> CountAsync<T>(IQueryable<T> found) => AsyncExecuter.CountAsync(found.Take(CountedTo + 1));
}
