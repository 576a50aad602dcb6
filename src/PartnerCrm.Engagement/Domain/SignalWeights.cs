using PartnerCrm.Contracts;

namespace PartnerCrm.Engagement;

/// <summary>What a fresh touch counts. Each office may set its own; the defaults are the design's.</summary>
public record SignalWeights(
    double MeetingHeld = 5,
    double PersonalReply = 4,
    double IntroductionAccepted = 3,
    double EventAttended = 2,
    double InvitationFromThem = 2,
    double InvitationAccepted = 1,
    double OurTouch = 1)
{
    public double Of(TouchKind kind, Direction direction) => (direction, kind) switch
    {
        // A machine's answer, an opened mail or a followed link is not a person reaching out.
        (_, TouchKind.AutomaticReply or TouchKind.Opened or TouchKind.Clicked or TouchKind.Note) => 0,
        (Direction.FromUs, _) => OurTouch,
        (_, TouchKind.MeetingHeld) => MeetingHeld,
        (_, TouchKind.IntroductionAccepted) => IntroductionAccepted,
        (_, TouchKind.EventAttended) => EventAttended,
        (_, TouchKind.InvitationFromThem) => InvitationFromThem,
        (_, TouchKind.InvitationAccepted) => InvitationAccepted,
        // Whatever words reached us from a person: a message, a mail, a call.
        _ => PersonalReply,
    };
}
