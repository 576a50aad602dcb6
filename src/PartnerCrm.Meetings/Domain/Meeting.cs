using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Meetings;

public enum MeetingState
{
    Invited, Accepted, Tentative, Declined, Cancelled, Held,
}

/// <summary>A meeting with a contact. Times are UTC. Uid and Sequence are iCalendar's (RFC 5545, 3.8.4.7 and 3.8.7.4).</summary>
public class Meeting : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int SubjectLength = 200;
    public const int LocationLength = 300;
    public const int OutcomeLength = 2000;
    public const int UidLength = 128;

    public Guid? TenantId { get; private set; }
    public string Uid { get; private set; } = null!;
    public int Sequence { get; private set; }
    public Guid OrganiserId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid RelationshipId { get; private set; }
    public Guid? EscalationId { get; private set; }
    public string Subject { get; private set; } = null!;
    public string? Location { get; private set; }
    public DateTime Start { get; private set; }
    public DateTime End { get; private set; }
    public MeetingState State { get; private set; }

    /// <summary>The DTSTAMP of the newest reply taken; an older reply that comes late changes nothing.</summary>
    public DateTime? LastReplyStamp { get; private set; }

    public string? Outcome { get; private set; }

    private Meeting()
    {
    }

    public Meeting(
        Guid id, Guid? tenantId, string uidHost, Guid organiserId, Guid contactId, Guid relationshipId, Guid? escalationId,
        string subject, string? location, DateTime start, TimeSpan duration)
        : base(id)
    {
        TenantId = tenantId;
        Uid = $"{id:N}@{uidHost}";
        OrganiserId = organiserId;
        ContactId = contactId;
        RelationshipId = relationshipId;
        EscalationId = escalationId;
        Subject = subject.Length > SubjectLength ? subject[..SubjectLength] : subject;
        Location = location;
        Start = start;
        End = start + duration;
    }

    /// <summary>Takes a calendar's answer. False when it is stale: of an older sequence, or said before the one we know.</summary>
    public bool Answer(InvitationAnswer answer, int sequence, DateTime stamp, DateTime now)
    {
        if (State is MeetingState.Cancelled or MeetingState.Held || sequence < Sequence || stamp <= LastReplyStamp) return false;
        LastReplyStamp = stamp;
        var before = State;
        State = answer switch
        {
            InvitationAnswer.Accepted => MeetingState.Accepted,
            InvitationAnswer.Tentative => MeetingState.Tentative,
            _ => MeetingState.Declined,
        };
        // Calendars repeat themselves, with every change of a note or a device.
        if (State != before) AddLocalEvent(new InvitationAnswered(Id, ContactId, RelationshipId, EscalationId, answer, Start, now));
        return true;
    }

    /// <summary>Another time: everybody answers anew.</summary>
    public void Reschedule(DateTime start, TimeSpan duration, DateTime now)
    {
        EnsureNotOver();
        if (start <= now) throw new BusinessException(MeetingsErrors.MeetingInThePast);
        Start = start;
        End = start + duration;
        Sequence++;
        State = MeetingState.Invited;
    }

    public void Cancel(string reason, DateTime now)
    {
        EnsureNotOver();
        Sequence++;
        State = MeetingState.Cancelled;
        AddLocalEvent(new MeetingCancelled(Id, ContactId, RelationshipId, EscalationId, reason, now));
    }

    /// <summary>It took place, and this came of it.</summary>
    public void RecordOutcome(string outcome, DateTime now)
    {
        EnsureNotOver();
        if (Start > now) throw new BusinessException(MeetingsErrors.MeetingIsAhead).WithData("Start", Start.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Outcome = Check.NotNullOrWhiteSpace(outcome, nameof(outcome), OutcomeLength);
        State = MeetingState.Held;
        AddLocalEvent(new MeetingHeld(Id, ContactId, RelationshipId, EscalationId, Outcome, Start, now));
    }

    private void EnsureNotOver()
    {
        if (State is MeetingState.Cancelled or MeetingState.Held) throw new BusinessException(MeetingsErrors.MeetingIsOver).WithData("State", State);
    }
}
