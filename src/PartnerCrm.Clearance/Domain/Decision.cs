using PartnerCrm.Contracts;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>A ruling that something was done or refused on, kept as evidence. Reasons are JSON of <see cref="RulingReason"/>.</summary>
public class Decision : Entity<Guid>, IMultiTenant
{
    public const int EffectKeyLength = 128;

    public Guid? TenantId { get; private set; }
    public string EffectKey { get; private set; } = null!;
    public Guid ContactId { get; private set; }
    public Channel Channel { get; private set; }
    public Purpose Purpose { get; private set; }
    public Guid AskedBy { get; private set; }
    public Verdict Verdict { get; private set; }
    public string Reasons { get; private set; } = null!;
    public string RuleSet { get; private set; } = null!;
    public DateTime At { get; private set; }

    private Decision()
    {
    }

    public Decision(Guid id, Guid? tenantId, string effectKey, ClearanceQuestion question, Verdict verdict, string reasons, DateTime at)
        : base(id)
    {
        TenantId = tenantId;
        EffectKey = effectKey;
        ContactId = question.ContactId;
        Channel = question.Channel;
        Purpose = question.Purpose;
        AskedBy = question.AskedBy;
        Verdict = verdict;
        Reasons = reasons;
        RuleSet = ClearanceRules.Version;
        At = at;
    }
}
