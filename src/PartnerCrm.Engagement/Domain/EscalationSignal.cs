using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

public enum SignalKind
{
    Start, News, Stop,
}

/// <summary>
/// Something the escalation's workflow must be told, written in the transaction that made it true, and delivered in order by
/// <see cref="SignalDispatcher"/>. It carries no decision: the escalation already knows, the workflow only has to look again.
/// </summary>
public class EscalationSignal : Entity<Guid>, IMultiTenant
{
    public const int MaxPayloadLength = 64;

    public Guid? TenantId { get; private set; }
    public Guid EscalationId { get; private set; }

    /// <summary>The escalation's own count: with its id the unique key, and the order of delivery.</summary>
    public int Sequence { get; private set; }

    public SignalKind Kind { get; private set; }

    /// <summary>What it is news of, for those who watch: "MailSent", "Triaged".</summary>
    public string Payload { get; private set; } = "";

    public DateTime At { get; private set; }
    public DateTime? LeaseUntil { get; private set; }

    private EscalationSignal()
    {
    }

    internal EscalationSignal(Guid id, Escalation escalation, int sequence, SignalKind kind, string payload, DateTime at) : base(id)
    {
        TenantId = escalation.TenantId;
        EscalationId = escalation.Id;
        Sequence = sequence;
        Kind = kind;
        Payload = payload;
        At = at;
    }
}
