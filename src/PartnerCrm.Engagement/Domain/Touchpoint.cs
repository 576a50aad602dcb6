using PartnerCrm.Contracts;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

/// <summary>One contact in either direction. What happened is never changed; only what it meant is learnt later.</summary>
public class Touchpoint : Entity<Guid>, IMultiTenant
{
    public const int MaxSummaryLength = 512;

    public Guid? TenantId { get; private set; }
    public Guid RelationshipId { get; private set; }
    public Guid ContactId { get; private set; }
    public Channel Channel { get; private set; }
    public Direction Direction { get; private set; }
    public TouchKind Kind { get; private set; }

    /// <summary>As it counted when it was recorded: changed settings don't rewrite history.</summary>
    public double Weight { get; private set; }

    public DateTime At { get; private set; }
    public string Summary { get; private set; } = "";
    public Guid UserId { get; private set; }

    /// <summary>They want to hear more: said by the colleague who read it.</summary>
    public bool IsInterested { get; private set; }

    public bool IsTheirWords => Kind.IsTheirWords(Direction);

    private Touchpoint()
    {
    }

    public Touchpoint(
        Guid id, Relationship relationship, Channel channel, Direction direction, TouchKind kind, double weight, DateTime at,
        string summary, Guid userId, bool isInterested = false) : base(id)
    {
        TenantId = relationship.TenantId;
        RelationshipId = relationship.Id;
        ContactId = relationship.ContactId;
        Channel = channel;
        Direction = direction;
        Kind = kind;
        Weight = weight;
        At = at;
        Summary = summary.Length <= MaxSummaryLength ? summary : summary[..(MaxSummaryLength - 1)] + "…";
        UserId = userId;
        IsInterested = isInterested;
    }

    public void MarkInterested() => IsInterested = true;

    public void UnmarkInterested() => IsInterested = false;
}
