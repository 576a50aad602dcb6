namespace PartnerCrm.Engagement;

public enum EscalationState
{
    Queued, AwaitingOwner, Running, Paused, Ended,
}

/// <summary>What a running escalation waits for, at its present step. None: the step is not begun.</summary>
public enum WaitingFor
{
    None, SocialTouch, DidTheyAnswer, Answer, Gate, Sent, Meeting, Triage,
}

public enum EndReason
{
    /// <summary>They accepted a meeting: what the climb was for.</summary>
    Met,

    /// <summary>They are interested, and the playbook offers no meeting: a person goes on.</summary>
    Answered,

    NoAnswer, Later, WrongPerson, Objected, Suppressed, Bounced, Stopped, Blocked, OwnerRefused, ContactDeleted, RelationshipClosed,
}
