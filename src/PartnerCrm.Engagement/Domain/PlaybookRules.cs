using Volo.Abp;

namespace PartnerCrm.Engagement;

/// <summary>What a playbook must be before anybody's relationship follows it. Each broken rule is a sentence with the step's number.</summary>
public static class PlaybookRules
{
    public const int MaxSteps = 50;
    public const int MaxReminders = 2;

    public static readonly TimeSpan ShortestMeeting = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan LongestMeeting = TimeSpan.FromHours(8);

    // A century. A rest is a number of days that a person typed.
    private const int LongestRestInDays = 36_525;

    public static IReadOnlyList<Sentence> Broken(IReadOnlyList<PlaybookStep> steps)
    {
        if (steps.Count == 0) return [Sentence.Of("Playbook:Empty")];
        var broken = steps.SelectMany((step, index) => InStep(step, index + 1)).ToList();
        if (steps.Count > MaxSteps) broken.Add(Sentence.Of("Playbook:TooLong", ("Max", MaxSteps)));
        if (!HasAnEnd(steps)) broken.Add(Sentence.Of("Playbook:NoEnd"));
        broken.AddRange(RemindersThatBother(steps));
        return broken;
    }

    /// <summary>
    /// It ends in a rest, in last place, so that whoever stays silent is left in peace; or in the offer of a meeting, after which they rest too.
    /// </summary>
    private static bool HasAnEnd(IReadOnlyList<PlaybookStep> steps) =>
        steps[^1].Kind is StepKind.Rest or StepKind.OfferMeeting && steps.SkipLast(1).All(s => s.Kind != StepKind.Rest);

    private static IEnumerable<Sentence> InStep(PlaybookStep step, int number)
    {
        switch (step.Kind)
        {
            case StepKind.SocialTouch:
                if (string.IsNullOrWhiteSpace(step.Text)) yield return Sentence.Of("Playbook:NoText", ("Step", number));
                else if (step.Text.Length > PlaybookStep.MaxTextLength) yield return Sentence.Of("Playbook:TextTooLong", ("Step", number), ("Max", PlaybookStep.MaxTextLength));
                break;
            case StepKind.AwaitAnswer:
                if (Refused(step.Wait, number) is { } wait) yield return wait;
                break;
            case StepKind.SendMail or StepKind.Reminder:
                if (NoTemplate(step, number) is { } mail) yield return mail;
                break;
            case StepKind.OfferMeeting:
                if (NoTemplate(step, number) is { } offer) yield return offer;
                if (RefusedDuration(step.Duration, number) is { } duration) yield return duration;
                if (step.Wait is not null && Refused(step.Wait, number) is { } patience) yield return patience;
                break;
            case StepKind.Rest:
                if (step.Days is null or <= 0 or > LongestRestInDays) yield return Sentence.Of("Playbook:RestNotPositive", ("Step", number));
                break;
            default:
                yield return Sentence.Of("Playbook:KindUnknown", ("Step", number));
                break;
        }
    }

    /// <summary>A reminder follows a wait, which follows a mail; two for each mail at most. The first mail of a playbook is approved by a person.</summary>
    private static IEnumerable<Sentence> RemindersThatBother(IReadOnlyList<PlaybookStep> steps)
    {
        int? remindersOfMail = null;
        var approved = false;
        for (var i = 0; i < steps.Count; i++)
        {
            var waited = i > 0 && steps[i - 1].Kind == StepKind.AwaitAnswer;
            if (steps[i].Kind == StepKind.SendMail)
            {
                if (!approved && !steps[i].NeedsApproval) yield return Sentence.Of("Playbook:FirstMailNotApproved", ("Step", i + 1));
                approved = true;
                remindersOfMail = 0;
            }
            else if (steps[i].Kind == StepKind.Reminder)
            {
                if (remindersOfMail is null) yield return Sentence.Of("Playbook:ReminderOfNothing", ("Step", i + 1));
                else if (!waited) yield return Sentence.Of("Playbook:ReminderWithoutWait", ("Step", i + 1));
                else if (++remindersOfMail > MaxReminders) yield return Sentence.Of("Playbook:TooManyReminders", ("Step", i + 1), ("Max", MaxReminders));
            }
        }
    }

    private static Sentence? NoTemplate(PlaybookStep step, int number) =>
        string.IsNullOrWhiteSpace(step.Template) || step.Template.Length > PlaybookStep.MaxTemplateLength
            ? Sentence.Of("Playbook:NoTemplate", ("Step", number))
            : null;

    // It has to fit into a working day, or no time is ever found for it.
    private static Sentence? RefusedDuration(string? duration, int number) =>
        Refused(duration, number) ?? (Wait.Parse(duration).AsTimeSpan(DateTime.UnixEpoch) is var span && (span < ShortestMeeting || span > LongestMeeting)
            ? Sentence.Of("Playbook:DurationOutOfRange", ("Step", number), ("Duration", duration))
            : null);

    private static Sentence? Refused(string? wait, int number)
    {
        if (wait is { Length: > Wait.MaxLength }) return Sentence.Of("Playbook:WaitNotUnderstood", ("Step", number), ("Wait", wait));
        try
        {
            Wait.Parse(wait);
            return null;
        }
        catch (BusinessException refused)
        {
            var key = refused.Code == EngagementErrors.WaitNotPositive ? "Playbook:WaitNotPositive" : "Playbook:WaitNotUnderstood";
            return Sentence.Of(key, ("Step", number), ("Wait", wait ?? ""));
        }
    }
}
