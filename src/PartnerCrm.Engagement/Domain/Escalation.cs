using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

/// <summary>
/// One climb of one relationship, after one version of a playbook. It remembers where the climb stands; <see cref="Ladder"/> says what comes next,
/// and the workflow does it. Facts from outside are remembered here at once, in their own transaction; the workflow is then told to look again.
/// </summary>
public class Escalation : AggregateRoot<Guid>, IMultiTenant
{
    public const int MaxReasonLength = 512;
    public const int MaxHeldByLength = 1000;

    public Guid? TenantId { get; private set; }
    public Guid RelationshipId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid PlaybookId { get; private set; }
    public Guid PlaybookVersionId { get; private set; }

    /// <summary>The workflow instance that climbs for it.</summary>
    public string WorkflowInstanceId => WorkflowInstanceOf(Id);

    public EscalationState State { get; private set; }
    public WaitingFor WaitingFor { get; private set; }

    /// <summary>Index of the present step in the playbook version.</summary>
    public int Step { get; private set; }

    /// <summary>Counts the steps begun: a step begun twice (another offer after a declined one) has two effects, never one twice.</summary>
    public int Run { get; private set; }

    /// <summary>When the present wait is over. Null when only a person or a fact ends it.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>When the social touch was done: the wait for an answer there counts from then.</summary>
    public DateTime? TouchedAt { get; private set; }

    /// <summary>The meeting whose invitation is out.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>When they meet.</summary>
    public DateTime? MeetingAt { get; private set; }

    public DateTime QueuedAt { get; private set; }
    public DateTime? NotBefore { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? PausedAt { get; private set; }
    public string? PausedBecause { get; private set; }
    public bool IsPausedByPerson { get; private set; }

    /// <summary>The holds upon it, as ids side by side.</summary>
    public string HeldBy { get; private set; } = "";

    public DateTime? EndedAt { get; private set; }
    public EndReason? EndReason { get; private set; }
    public int LastSequence { get; private set; }

    public bool IsLive => State != EscalationState.Ended;

    /// <summary>One effect for each step begun.</summary>
    public string EffectKey => $"escalation:{Id:N}:{Run}";

    public static string WorkflowInstanceOf(Guid escalationId) => escalationId.ToString("N");

    protected Escalation()
    {
    }

    public Escalation(Guid id, Relationship relationship, Playbook playbook, DateTime at) : base(id)
    {
        TenantId = relationship.TenantId;
        RelationshipId = relationship.Id;
        ContactId = relationship.ContactId;
        OrganisationId = relationship.OrganisationId;
        OwnerId = relationship.OwnerId;
        PlaybookId = playbook.Id;
        PlaybookVersionId = playbook.LatestVersionId;
        QueuedAt = at;
    }

    /// <summary>A colleague holds this organisation: nothing more until they answer. What was begun and refused is begun anew then.</summary>
    public void AskTheOwner()
    {
        (State, NotBefore) = (EscalationState.AwaitingOwner, null);
        StepAgain();
    }

    /// <summary>The colleague's word isn't waited for any more: on with the climb, or back to the queue if it had not started. True when it goes on.</summary>
    public bool StopAsking(DateTime at)
    {
        State = StartedAt is null ? EscalationState.Queued : EscalationState.Running;
        if (State == EscalationState.Running && HeldBy.Length > 0) Stand(PausedBecause ?? "", at);
        return State == EscalationState.Running;
    }

    /// <summary>Only time stands in the way.</summary>
    public void QueueUntil(DateTime notBefore) => NotBefore = notBefore;

    public EscalationSignal Start(Guid signalId, DateTime at)
    {
        if (State != EscalationState.Queued) throw new BusinessException(EngagementErrors.AlreadyEscalating);
        (State, StartedAt, NotBefore) = (EscalationState.Running, at, null);
        return Tell(signalId, SignalKind.Start, "Started", at);
    }

    /// <summary>A signal for the workflow, numbered in order.</summary>
    public EscalationSignal Tell(Guid signalId, SignalKind kind, string news, DateTime at) => new(signalId, this, ++LastSequence, kind, news, at);

    /// <summary>On to this step, not begun yet; steps in between were passed over.</summary>
    public void Reach(int step)
    {
        if (step != Step || WaitingFor != WaitingFor.None) GoTo(step);
    }

    /// <summary>The present step is begun: from now on it waits.</summary>
    public void Begin(int step, WaitingFor what, DateTime? dueAt = null)
    {
        (Step, WaitingFor, DueAt) = (step, what, dueAt);
        Run++;
    }

    /// <summary>The owner says the touch is made.</summary>
    public void Touched(DateTime at) => (TouchedAt, WaitingFor) = (at, WaitingFor.DidTheyAnswer);

    /// <summary>The owner says it was a slip.</summary>
    public void Untouched() => (TouchedAt, WaitingFor) = (null, WaitingFor.SocialTouch);

    /// <summary>It was ended by a slip: the same climb goes on as another one, from the step where this one stood.</summary>
    public Escalation Again(Guid id, DateTime at) => new()
    {
        Id = id,
        TenantId = TenantId,
        RelationshipId = RelationshipId,
        ContactId = ContactId,
        OrganisationId = OrganisationId,
        OwnerId = OwnerId,
        PlaybookId = PlaybookId,
        PlaybookVersionId = PlaybookVersionId,
        Step = Step,
        Run = Run,
        TouchedAt = TouchedAt,
        QueuedAt = at,
    };

    /// <summary>They answered the social touch: the wait for that answer is over before it began.</summary>
    public void AnsweredThere(IReadOnlyList<PlaybookStep> steps)
    {
        var next = WaitingFor == WaitingFor.Answer ? Step + 1 : Step + 1 < steps.Count && steps[Step + 1].Kind == StepKind.AwaitAnswer ? Step + 2 : Step + 1;
        GoTo(next);
    }

    public void StepDone() => GoTo(Step + 1);

    /// <summary>Begins the present step once more: what it had done was taken back.</summary>
    public void StepAgain() => GoTo(Step);

    /// <summary>Any reply pauses the climb until the owner says what it means.</summary>
    public void AwaitTriage() => (WaitingFor, DueAt) = (WaitingFor.Triage, null);

    /// <summary>They want to hear more: to the offer of a meeting, or on with the one that is already invited to.</summary>
    public bool Interested(IReadOnlyList<PlaybookStep> steps)
    {
        if (MeetingId is not null)
        {
            (WaitingFor, DueAt) = (WaitingFor.Meeting, MeetingAt);
            return true;
        }
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Kind != StepKind.OfferMeeting) continue;
            GoTo(i);
            return true;
        }
        return false;
    }

    public void MeetingChosen(Guid meetingId, DateTime at)
    {
        (MeetingId, MeetingAt) = (meetingId, at);
        (WaitingFor, DueAt) = (WaitingFor.Meeting, at);
    }

    public void MeetingFellThrough()
    {
        (MeetingId, MeetingAt) = (null, null);
        AwaitTriage();
    }

    /// <summary>They are away: a wait for them to answer goes on until they are back.</summary>
    public bool PostponeTo(DateTime at)
    {
        if (WaitingFor is not (WaitingFor.Answer or WaitingFor.Meeting) || MeetingId is not null || DueAt is null || DueAt >= at) return false;
        DueAt = at;
        return true;
    }

    public void Pause(string reason, DateTime at)
    {
        EnsureRunning();
        IsPausedByPerson = true;
        Stand(reason, at);
    }

    public void Resume(DateTime at)
    {
        if (State != EscalationState.Paused) throw new BusinessException(EngagementErrors.EscalationNotPaused);
        if (HeldBy.Length > 0) throw new BusinessException(EngagementErrors.EscalationHeld).WithData("Reason", PausedBecause ?? "");
        GoOn(at);
    }

    /// <summary>True when the hold stopped it, false when it stood still already. One that waits to start, or for a colleague's word, goes on waiting.</summary>
    public bool Hold(Guid holdId, string reason, DateTime at)
    {
        if (!IsLive || HeldBy.Contains($"{holdId:N}")) return false;
        if (HeldBy.Length + 32 <= MaxHeldByLength) HeldBy += $"{holdId:N}";
        if (State == EscalationState.Paused) return false;
        if (State == EscalationState.Running) Stand(reason, at);
        else PausedBecause = Cut(reason);
        return true;
    }

    /// <summary>True when this was the last thing that held it.</summary>
    public bool Lift(Guid holdId, DateTime at)
    {
        if (!HeldBy.Contains($"{holdId:N}")) return false;
        HeldBy = HeldBy.Replace($"{holdId:N}", "");
        if (HeldBy.Length > 0 || IsPausedByPerson || !IsLive) return false;
        if (State == EscalationState.Paused) GoOn(at);
        else PausedBecause = null;
        return State != EscalationState.AwaitingOwner;
    }

    /// <summary>False when it had ended before.</summary>
    public bool End(EndReason reason, DateTime at)
    {
        if (State == EscalationState.Ended) return false;
        (State, WaitingFor, DueAt, EndReason, EndedAt) = (EscalationState.Ended, WaitingFor.None, null, reason, at);
        return true;
    }

    public void HandOver(Guid ownerId) => OwnerId = ownerId;

    public void EnsureRunning()
    {
        if (State == EscalationState.Ended) throw new BusinessException(EngagementErrors.EscalationEnded);
        if (State != EscalationState.Running) throw new BusinessException(EngagementErrors.EscalationNotRunning).WithData("State", State);
    }

    private void GoTo(int step) => (Step, WaitingFor, DueAt) = (step, WaitingFor.None, null);

    private void Stand(string reason, DateTime at)
    {
        (State, PausedAt) = (EscalationState.Paused, at);
        PausedBecause = Cut(reason);
        // What was asked for and has not gone out is withdrawn with the pause, so it is asked for anew afterwards.
        if (WaitingFor == WaitingFor.Sent || WaitingFor == WaitingFor.Meeting && MeetingId is null) StepAgain();
    }

    private void GoOn(DateTime at)
    {
        // A pause is not silence of the other side: waits go on where they stood.
        if (DueAt is { } due && PausedAt is { } since) DueAt = due + (at - since);
        (State, PausedAt, PausedBecause, IsPausedByPerson) = (EscalationState.Running, null, null, false);
    }

    private static string Cut(string reason) => reason.Length <= MaxReasonLength ? reason : reason[..MaxReasonLength];
}
