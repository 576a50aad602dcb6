using PartnerCrm.Contracts;

namespace PartnerCrm.Engagement;

/// <summary>What a touch was. What it weighs depends on who did it: see <see cref="SignalWeights"/>.</summary>
public enum TouchKind
{
    MeetingHeld, PersonalReply, IntroductionAccepted, EventAttended, InvitationFromThem, InvitationAccepted,
    AutomaticReply, Opened, Clicked,
    Message, Mail, Reminder, Offer, Call, Note,
}

public static class TouchKindExtensions
{
    /// <summary>
    /// We opened a conversation that waits for an answer. A reminder repeats its mail and opens nothing new:
    /// so a mail may be reminded of twice and still be one unanswered.
    /// </summary>
    public static bool OpensConversation(this TouchKind kind, Direction direction) =>
        direction == Direction.FromUs && kind is (TouchKind.Message or TouchKind.Mail or TouchKind.Offer or TouchKind.Call);

    /// <summary>They answered or wrote by themselves: a person's words, on whatever channel.</summary>
    public static bool IsTheirWords(this TouchKind kind, Direction direction) =>
        direction == Direction.FromThem && kind is (TouchKind.PersonalReply or TouchKind.Message or TouchKind.Mail or TouchKind.Call);
}
