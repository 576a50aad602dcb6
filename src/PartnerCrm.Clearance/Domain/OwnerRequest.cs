using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

public enum OwnerRequestState
{
    Open, Granted, Refused,
}

/// <summary>A colleague asks the owner of an organisation whether they may contact somebody there.</summary>
public class OwnerRequest : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int NoteLength = 1000;

    /// <summary>How long the owner's yes holds.</summary>
    public static readonly TimeSpan GrantHolds = TimeSpan.FromDays(30);

    public Guid? TenantId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid AskedBy { get; private set; }
    public Guid OwnerId { get; private set; }
    public DateTime AskedAt { get; private set; }
    public OwnerRequestState State { get; private set; }
    public string? Note { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public DateTime? GrantedUntil { get; private set; }

    private OwnerRequest()
    {
    }

    public OwnerRequest(Guid id, Guid? tenantId, Guid contactId, Guid organisationId, Guid askedBy, Guid ownerId, DateTime at)
        : base(id)
    {
        TenantId = tenantId;
        ContactId = contactId;
        OrganisationId = organisationId;
        AskedBy = askedBy;
        OwnerId = ownerId;
        AskedAt = at;
        AddLocalEvent(new OwnerAsked(Id, ContactId, OrganisationId, AskedBy, OwnerId, at));
    }

    /// <summary>The organisation is another colleague's by now: theirs is the word.</summary>
    public void PassTo(Guid ownerId, DateTime at)
    {
        EnsureOpen();
        OwnerId = ownerId;
        AddLocalEvent(new OwnerAsked(Id, ContactId, OrganisationId, AskedBy, OwnerId, at));
    }

    public void Answer(bool isAllowed, string? note, DateTime at)
    {
        EnsureOpen();
        State = isAllowed ? OwnerRequestState.Granted : OwnerRequestState.Refused;
        Note = note;
        AnsweredAt = at;
        GrantedUntil = isAllowed ? at + GrantHolds : null;
        AddLocalEvent(new OwnerAnswered(Id, ContactId, OrganisationId, AskedBy, OwnerId, isAllowed, note, at));
    }

    private void EnsureOpen()
    {
        if (State != OwnerRequestState.Open) throw new BusinessException(ClearanceErrors.RequestIsAnswered).WithData("State", State);
    }
}
