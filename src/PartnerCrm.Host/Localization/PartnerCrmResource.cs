using Volo.Abp.Localization;

namespace PartnerCrm.Host;

/// <summary>The texts of the web UI, and the default resource: the UI asks for them as `::Key`.</summary>
[LocalizationResourceName("PartnerCrm")]
public class PartnerCrmResource;
