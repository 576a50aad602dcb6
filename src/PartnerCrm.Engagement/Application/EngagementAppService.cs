using Volo.Abp.Application.Services;

namespace PartnerCrm.Engagement;

public abstract class EngagementAppService : ApplicationService
{
    protected EngagementAppService() => LocalizationResource = typeof(EngagementResource);
}
