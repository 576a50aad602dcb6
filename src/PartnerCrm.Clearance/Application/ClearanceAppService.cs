using Volo.Abp.Application.Services;

namespace PartnerCrm.Clearance;

public abstract class ClearanceAppService : ApplicationService
{
    /// <summary>Counted exactly up to this; more is "10,000+".</summary>
    private const int CountedTo = 10_000;

    protected Task<int> CountAsync<T>(IQueryable<T> found) => AsyncExecuter.CountAsync(found.Take(CountedTo + 1));
}
