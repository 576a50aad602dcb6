namespace PartnerCrm.Engagement;

public enum MoveKind
{
    SocialTouch, AwaitOwner, AwaitAnswer, SendMail, SendReminder, AwaitSent, WaitAtGate, OfferMeeting, AwaitMeeting, AwaitTriage, AwaitResume, Rest, End,
}

/// <summary>What comes next: which kind of move, for which step of the playbook, until when if it waits, and why if that needs saying.</summary>
public record Move(MoveKind Kind, int Step, DateTime? Until = null, Sentence? Because = null);

/// <summary>
/// What next? A pure function of where the escalation stands, the playbook version it is pinned to, the relationship, and the time.
/// Asked after every wait and every piece of news; asking twice changes nothing.
/// </summary>
public static class Ladder
{
    /// <summary>How long a relationship may stand before a closed gate, until it rests.</summary>
    public static readonly TimeSpan PatienceAtGate = TimeSpan.FromDays(30);

    public static Move Next(Escalation escalation, IReadOnlyList<PlaybookStep> steps, Relationship relationship, DateTime now)
    {
        if (!escalation.IsLive) return new Move(MoveKind.End, escalation.Step);
        if (escalation.State is EscalationState.Paused or EscalationState.AwaitingOwner) return new Move(MoveKind.AwaitResume, escalation.Step);

        var step = escalation.Step;
        var isOver = escalation.DueAt <= now;
        return escalation.WaitingFor switch
        {
            WaitingFor.Triage => new Move(MoveKind.AwaitTriage, step),
            WaitingFor.SocialTouch or WaitingFor.DidTheyAnswer => new Move(MoveKind.AwaitOwner, step),
            WaitingFor.Sent => new Move(MoveKind.AwaitSent, step),
            // Whoever chose a time was not silent: what came of it only a person knows.
            WaitingFor.Meeting when escalation.MeetingId is not null => new Move(MoveKind.AwaitMeeting, step),
            WaitingFor.Answer or WaitingFor.Meeting when isOver => Begin(step + 1),
            WaitingFor.Answer => new Move(MoveKind.AwaitAnswer, step, escalation.DueAt),
            WaitingFor.Meeting => new Move(MoveKind.AwaitMeeting, step, escalation.DueAt),
            WaitingFor.Gate when isOver && relationship.WhyNot(Stage.Email, now) is not null => Rest(step, "Journal:RestsAtGate"),
            WaitingFor.Gate => Begin(step),
            _ => Begin(step),
        };

        Move Begin(int index) => index >= steps.Count
            ? Rest(index, "Journal:RestsAfterPlaybook")
            : steps[index].Kind switch
            {
                StepKind.SocialTouch when SilentTooOften() => Rest(index, "Journal:RestsUnanswered"),
                StepKind.SocialTouch => new Move(MoveKind.SocialTouch, index),
                StepKind.AwaitAnswer => Await(index),
                StepKind.SendMail when SilentTooOften() => Rest(index, "Journal:RestsUnanswered"),
                StepKind.SendMail when WhyNoMail() is { } why => new Move(MoveKind.WaitAtGate, index, PatientUntil(), why),
                StepKind.SendMail => new Move(MoveKind.SendMail, index),
                StepKind.Reminder => new Move(MoveKind.SendReminder, index),
                // Nobody asked to hear more: silence does not climb, so the offer is passed over.
                StepKind.OfferMeeting when relationship.Rung < Stage.Meeting && relationship.WhyNot(Stage.Meeting, now) is not null => Begin(index + 1),
                StepKind.OfferMeeting => new Move(MoveKind.OfferMeeting, index),
                _ => Rest(index, "Journal:RestsAfterPlaybook"),
            };

        Move Await(int index)
        {
            var afterTouch = index > 0 && steps[index - 1].Kind == StepKind.SocialTouch;
            var until = Wait.Parse(steps[index].Wait).After(afterTouch ? escalation.TouchedAt ?? now : now);
            return until <= now ? Begin(index + 1) : new Move(MoveKind.AwaitAnswer, index, until);
        }

        Move Rest(int index, string because) => new(MoveKind.Rest, index, Because: Sentence.Of(because, ("Unanswered", relationship.Unanswered)));

        bool SilentTooOften() => relationship.OpenGate is null && relationship.Unanswered >= Gates.UnansweredBeforeRest;

        Sentence? WhyNoMail() => relationship.Rung == Stage.Social ? relationship.WhyNot(Stage.Email, now) : null;

        DateTime PatientUntil() => escalation.WaitingFor == WaitingFor.Gate ? escalation.DueAt!.Value : now + PatienceAtGate;
    }
}
