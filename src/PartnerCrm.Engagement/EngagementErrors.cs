namespace PartnerCrm.Engagement;

public static class EngagementErrors
{
    // Moves on the ladder
    public const string StageSkipped = "PartnerCrm.Engagement:StageSkipped";
    public const string GateClosed = "PartnerCrm.Engagement:GateClosed";
    public const string MoveNeedsReason = "PartnerCrm.Engagement:MoveNeedsReason";
    public const string RelationshipClosed = "PartnerCrm.Engagement:RelationshipClosed";
    public const string RelationshipResting = "PartnerCrm.Engagement:RelationshipResting";
    public const string RelationshipNotResting = "PartnerCrm.Engagement:RelationshipNotResting";
    public const string RelationshipNotClosed = "PartnerCrm.Engagement:RelationshipNotClosed";
    public const string RestInThePast = "PartnerCrm.Engagement:RestInThePast";
    public const string ReasonMissing = "PartnerCrm.Engagement:ReasonMissing";
    public const string ContactHasOwner = "PartnerCrm.Engagement:ContactHasOwner";
    public const string ContactUnknown = "PartnerCrm.Engagement:ContactUnknown";
    public const string OwnerMissing = "PartnerCrm.Engagement:OwnerMissing";
    public const string TouchInTheFuture = "PartnerCrm.Engagement:TouchInTheFuture";

    // Escalations
    public const string NoEscalation = "PartnerCrm.Engagement:NoEscalation";
    public const string AlreadyEscalating = "PartnerCrm.Engagement:AlreadyEscalating";
    public const string EscalationEnded = "PartnerCrm.Engagement:EscalationEnded";
    public const string EscalationNotRunning = "PartnerCrm.Engagement:EscalationNotRunning";
    public const string EscalationNotPaused = "PartnerCrm.Engagement:EscalationNotPaused";
    public const string EscalationHeld = "PartnerCrm.Engagement:EscalationHeld";
    public const string NothingToOverride = "PartnerCrm.Engagement:NothingToOverride";

    // Follow-ups and replies
    public const string FollowUpDone = "PartnerCrm.Engagement:FollowUpDone";
    public const string FollowUpElsewhere = "PartnerCrm.Engagement:FollowUpElsewhere";
    public const string AnswerUnknown = "PartnerCrm.Engagement:AnswerUnknown";
    public const string FollowUpNotDone = "PartnerCrm.Engagement:FollowUpNotDone";
    public const string FollowUpWentOn = "PartnerCrm.Engagement:FollowUpWentOn";
    public const string SnoozeOutOfRange = "PartnerCrm.Engagement:SnoozeOutOfRange";
    public const string ReplyNotTriaged = "PartnerCrm.Engagement:ReplyNotTriaged";
    public const string ObjectionStands = "PartnerCrm.Engagement:ObjectionStands";
    public const string TriageWentOut = "PartnerCrm.Engagement:TriageWentOut";
    public const string ReplyTriaged = "PartnerCrm.Engagement:ReplyTriaged";
    public const string UntilMissing = "PartnerCrm.Engagement:UntilMissing";

    // Playbooks
    public const string PlaybookRefused = "PartnerCrm.Engagement:PlaybookRefused";
    public const string PlaybookNameTaken = "PartnerCrm.Engagement:PlaybookNameTaken";
    public const string PlaybookStale = "PartnerCrm.Engagement:PlaybookStale";
    public const string PlaybookUnknown = "PartnerCrm.Engagement:PlaybookUnknown";
    public const string WaitNotUnderstood = "PartnerCrm.Engagement:WaitNotUnderstood";
    public const string WaitNotPositive = "PartnerCrm.Engagement:WaitNotPositive";
}
