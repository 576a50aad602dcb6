namespace PartnerCrm.Engagement;

/// <summary>One name for one effect, so that what is told twice is done once. Globally unique, since ids are.</summary>
public static class EffectKeys
{
    public static string SocialTouch(Escalation escalation) => $"touch:{escalation.EffectKey}";

    public static string DidTheyAnswer(Escalation escalation) => $"answered:{escalation.EffectKey}";

    public static string Start(Escalation escalation) => $"start:{escalation.Id:N}";

    public static string Approve(Guid mailId) => $"approve:{mailId:N}";

    public static string Triage(Guid replyId) => $"triage:{replyId:N}";

    public static string Outcome(Guid meetingId) => $"outcome:{meetingId:N}";

    public static string Partner(Guid meetingId) => $"partner:{meetingId:N}";

    public static string AskOwner(Guid requestId) => $"ask-owner:{requestId:N}";

    /// <summary>A follow-up at most once in an escalation's life.</summary>
    public static string Of(FollowUpKind kind, Guid escalationId) => $"{kind}:{escalationId:N}";

    public static string About(FollowUpKind kind, Guid aboutId) => $"{kind}:{aboutId:N}";

    public static string Notice(Guid contactId) => $"notice:{contactId:N}";

    public static string ByHand(Guid id) => $"to-do:{id:N}";

    /// <summary>News of the same day suggest the same thing once.</summary>
    public static string WakeUp(Relationship relationship, DateTime day) => $"wake:{relationship.Id:N}:{day:yyyyMMdd}";
}
