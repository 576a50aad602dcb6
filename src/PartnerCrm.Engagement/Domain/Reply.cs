using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

/// <summary>What a reply means, as its reader says.</summary>
public enum TriageAnswer
{
    Interested, Later, WrongPerson, Objects,
}

/// <summary>Somebody wrote to us. Its id is the incoming mail's. Until the owner says what it means, nothing else goes out.</summary>
public class Reply : AggregateRoot<Guid>, IMultiTenant
{
    public const int MaxSubjectLength = 512;
    public const int MaxExcerptLength = 1000;
    public const int MaxNoteLength = 2000;

    public Guid? TenantId { get; private set; }
    public Guid RelationshipId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid? EscalationId { get; private set; }
    public Guid TouchpointId { get; private set; }
    public string Subject { get; private set; } = "";
    public string Excerpt { get; private set; } = "";
    public DateTime At { get; private set; }
    public TriageAnswer? Answer { get; private set; }
    public DateTime? Until { get; private set; }
    public string? Note { get; private set; }
    public DateTime? TriagedAt { get; private set; }

    protected Reply()
    {
    }

    public Reply(Guid incomingMailId, Touchpoint touchpoint, Guid ownerId, Guid? escalationId, string subject, string excerpt) : base(incomingMailId)
    {
        TenantId = touchpoint.TenantId;
        RelationshipId = touchpoint.RelationshipId;
        ContactId = touchpoint.ContactId;
        TouchpointId = touchpoint.Id;
        OwnerId = ownerId;
        EscalationId = escalationId;
        Subject = subject.Length <= MaxSubjectLength ? subject : subject[..MaxSubjectLength];
        Excerpt = excerpt.Length <= MaxExcerptLength ? excerpt : excerpt[..MaxExcerptLength];
        At = touchpoint.At;
    }

    public void Triage(TriageAnswer answer, DateTime? until, string? note, DateTime at)
    {
        if (Answer is not null) throw new BusinessException(EngagementErrors.ReplyTriaged).WithData("Answer", Answer);
        if (answer == TriageAnswer.Later && (until is null || until <= at)) throw new BusinessException(EngagementErrors.UntilMissing);
        (Answer, Until, Note, TriagedAt) = (answer, answer == TriageAnswer.Later ? until : null, note, at);
    }

    public void HandOver(Guid ownerId) => OwnerId = ownerId;

    /// <summary>The owner takes back what they said of it; the climb that goes on from here may be another.</summary>
    public void TakeBack(Guid? escalationId)
    {
        if (Answer is null) throw new BusinessException(EngagementErrors.ReplyNotTriaged);
        (Answer, Until, Note, TriagedAt, EscalationId) = (null, null, null, null, escalationId);
    }
}
