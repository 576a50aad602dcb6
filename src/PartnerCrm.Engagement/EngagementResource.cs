using Volo.Abp.Localization;

namespace PartnerCrm.Engagement;

[LocalizationResourceName("Engagement")]
public class EngagementResource;
