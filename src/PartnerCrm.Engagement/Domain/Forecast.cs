using PartnerCrm.Contracts;

namespace PartnerCrm.Engagement;

/// <summary>How the other side may take it.</summary>
public enum ForecastCase
{
    Answers, Silent, Away,
}

public enum ForecastEvent
{
    SocialTouch, TheyAnswerThere, AwaitAnswer, AwaitSign, Mail, Reminder, TheyAreAway, TheyAnswer, OfferPassedOver, Offer, Meeting, Rest, EndsAnswered,
}

/// <summary>Something that would happen, when, until when if it lasts, and how many minutes it costs the owner.</summary>
public record Foreseen(int Step, ForecastEvent Event, DateTime At, DateTime? Until = null, int Minutes = 0);

/// <summary>Where the forecast begins. HasSignals: they have shown enough to be written to. TouchedAt: an answer there is waited for from then on.</summary>
public record ForecastStart(
    DateTime At, int Step = 0, bool HasSignals = false, int Unanswered = 0, bool IsPastSocial = false, bool IsInterested = false, DateTime? TouchedAt = null,
    int AwayDays = 7, int RestDays = 180);

/// <summary>
/// What a playbook would do, with dates, if the other side took it so. A pure function beside <see cref="Ladder"/>, which decides for real: people act on
/// the first working moment, whoever answers does so after a day there and two days by mail, and accepts a meeting three days ahead.
/// </summary>
public sealed class Forecast
{
    private const int MinutesToTouch = 5;
    private const int MinutesToApprove = 10;
    private const int MinutesToTriage = 3;
    private const int MinutesAroundMeeting = 20;

    private readonly List<Foreseen> seen = [];
    private readonly IReadOnlyList<PlaybookStep> steps;
    private readonly ForecastCase how;
    private readonly WorkingTime working;
    private readonly ForecastStart start;
    private DateTime now;
    private DateTime? touchedAt;
    private int unanswered;
    private bool hasSignals;
    private bool wrote;
    private bool isInterested;
    private bool wasAway;

    private Forecast(IReadOnlyList<PlaybookStep> steps, ForecastCase how, WorkingTime working, ForecastStart start)
    {
        (this.steps, this.how, this.working, this.start) = (steps, how, working, start);
        (now, touchedAt, unanswered, hasSignals, isInterested) = (start.At, start.TouchedAt, start.Unanswered, start.HasSignals, start.IsInterested);
        wrote = start.IsPastSocial;
    }

    public static IReadOnlyList<Foreseen> Of(IReadOnlyList<PlaybookStep> steps, ForecastCase how, WorkingTime working, ForecastStart start) =>
        new Forecast(steps, how, working, start).Walk();

    private List<Foreseen> Walk()
    {
        for (var step = start.Step; step < steps.Count;)
        {
            var next = steps[step].Kind switch
            {
                StepKind.SocialTouch => Touch(step),
                StepKind.AwaitAnswer => Await(step),
                StepKind.SendMail or StepKind.Reminder => Write(step),
                StepKind.OfferMeeting => Offer(step),
                _ => Rest(step, steps[step].Days),
            };
            if (next is not { } following) return seen;
            step = following;
        }
        Rest(steps.Count, null);
        return seen;
    }

    private int? Touch(int step)
    {
        if (unanswered >= Gates.UnansweredBeforeRest) return Rest(step, null);
        Add(step, ForecastEvent.SocialTouch, now = working.From(now), minutes: MinutesToTouch);
        touchedAt = now;
        unanswered++;
        var waits = step + 1 < steps.Count && steps[step + 1].Kind == StepKind.AwaitAnswer;
        if (how != ForecastCase.Answers || !waits) return step + 1;
        Add(step + 1, ForecastEvent.TheyAnswerThere, now = working.From(now.AddDays(1)));
        (hasSignals, unanswered, touchedAt) = (true, 0, null);
        return step + 2;
    }

    private int? Await(int step)
    {
        var until = Wait.Parse(steps[step].Wait).After(touchedAt ?? now);
        touchedAt = null;
        if (wrote && how == ForecastCase.Answers) return Answered(step, until);
        if (wrote && how == ForecastCase.Away && !wasAway)
        {
            wasAway = true;
            var back = working.Days.After(now.AddDays(start.AwayDays));
            Add(step, ForecastEvent.TheyAreAway, now, back);
            if (back > until) until = back;
        }
        if (until <= now) return step + 1;
        Add(step, ForecastEvent.AwaitAnswer, now, until);
        now = until;
        return step + 1;
    }

    private int? Answered(int step, DateTime until)
    {
        var at = working.From(now.AddDays(2));
        Add(step, ForecastEvent.TheyAnswer, now = at < until ? at : until, minutes: MinutesToTriage);
        isInterested = true;
        for (var i = 0; i < steps.Count; i++)
            if (steps[i].Kind == StepKind.OfferMeeting) return i;
        Add(step, ForecastEvent.EndsAnswered, now);
        return null;
    }

    private int? Write(int step)
    {
        var isReminder = steps[step].Kind == StepKind.Reminder;
        if (!isReminder && unanswered >= Gates.UnansweredBeforeRest) return Rest(step, null);
        if (!isReminder && !wrote && (!hasSignals || unanswered > Gates.UnansweredBeforeMail))
        {
            Add(step, ForecastEvent.AwaitSign, now, now += Ladder.PatienceAtGate);
            return Rest(step, null);
        }
        Add(step, isReminder ? ForecastEvent.Reminder : ForecastEvent.Mail, now = working.From(now), minutes: steps[step].NeedsApproval ? MinutesToApprove : 0);
        wrote = true;
        if (!isReminder) unanswered++;
        return step + 1;
    }

    private int? Offer(int step)
    {
        if (!isInterested)
        {
            Add(step, ForecastEvent.OfferPassedOver, now);
            return step + 1;
        }
        Add(step, ForecastEvent.Offer, now = working.From(now));
        var length = Wait.Parse(steps[step].Duration).AsTimeSpan(now);
        var meeting = working.From(working.From(now.AddDays(1)).AddDays(3));
        Add(step, ForecastEvent.Meeting, meeting, meeting + length, MinutesAroundMeeting + (int)length.TotalMinutes);
        return null;
    }

    private int? Rest(int step, int? days)
    {
        Add(step, ForecastEvent.Rest, now, now.AddDays(days ?? start.RestDays));
        return null;
    }

    private void Add(int step, ForecastEvent what, DateTime at, DateTime? until = null, int minutes = 0) => seen.Add(new Foreseen(step, what, at, until, minutes));
}
