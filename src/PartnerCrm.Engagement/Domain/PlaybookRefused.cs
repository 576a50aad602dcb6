using Volo.Abp;

namespace PartnerCrm.Engagement;

/// <summary>A playbook broke rules. The application puts every one of them into words; none is lost in the first.</summary>
public class PlaybookRefused(IReadOnlyList<Sentence> broken) : BusinessException(EngagementErrors.PlaybookRefused)
{
    public IReadOnlyList<Sentence> Broken { get; } = broken;
}
