using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Engagement;

/// <summary>Steps of a playbook in words: "Wait 3 days for an answer".</summary>
public class StepWords(Words words) : ITransientDependency
{
    public string Of(PlaybookStep step, DateTime now) => words.Of(Sentence.Of(
        $"Step:{step.Kind}", ("Wait", Length(step.Wait, now)), ("Template", step.Template), ("Duration", Length(step.Duration, now)), ("Days", step.Days)));

    public string Of(Foreseen foreseen, IReadOnlyList<PlaybookStep> steps)
    {
        var step = foreseen.Step < steps.Count ? steps[foreseen.Step] : null;
        return words.Of(Sentence.Of($"Forecast:{foreseen.Event}", ("Template", step?.Template), ("Until", foreseen.Until?.Date)));
    }

    public static bool IsByPerson(PlaybookStep step) => step.Kind == StepKind.SocialTouch || step.NeedsApproval;

    private string Length(string? wait, DateTime now)
    {
        if (wait is null) return "";
        var span = Wait.Parse(wait).AsTimeSpan(now);
        var (count, unit) = span switch
        {
            { TotalDays: >= 1 } => (span.TotalDays, "Day"),
            { TotalHours: >= 1 } => (span.TotalHours, "Hour"),
            { TotalMinutes: >= 1 } => (span.TotalMinutes, "Minute"),
            _ => (span.TotalSeconds, "Second"),
        };
        var whole = (int)Math.Round(count);
        return words.Of(Sentence.Of($"Length:{unit}{(whole == 1 ? "" : "s")}", ("Count", whole)));
    }
}
