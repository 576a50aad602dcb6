namespace PartnerCrm.Engagement;

/// <summary>What a person is asked to do or say.</summary>
public enum FollowUpKind
{
    SocialTouch, DidTheyAnswer, ApproveDraft, Triage, Call, RecordOutcome, BecomePartner, ReviewObjection, AskOwner,
    FindRightPerson, FindAddress, WakeUp, MailRefused, StartBlocked, GiveNotice, ToDo,
}

public static class FollowUpAnswers
{
    public const string Done = "Done";
    public const string Yes = "Yes";
    public const string No = "No";
    public const string Skipped = "Skipped";

    /// <summary>The answers a kind takes, or none when it is done by doing the thing itself: approving the draft, triaging the reply,
    /// answering a colleague.</summary>
    public static IReadOnlyList<string> Of(FollowUpKind kind) => kind switch
    {
        FollowUpKind.SocialTouch => [Done, Skipped],
        FollowUpKind.DidTheyAnswer or FollowUpKind.BecomePartner or FollowUpKind.WakeUp => [Yes, No],
        FollowUpKind.ApproveDraft or FollowUpKind.Triage or FollowUpKind.AskOwner => [],
        _ => [Done],
    };
}
