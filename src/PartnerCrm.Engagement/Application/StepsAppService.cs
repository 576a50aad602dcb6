using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>Next steps as a picture: what happened, where it stands, what comes and when.</summary>
[Authorize(EngagementPermissions.Relationships.Default)]
public class StepsAppService(
    IRepository<Relationship, Guid> relationships, IRepository<Escalation, Guid> escalations, IRepository<JournalEntry, Guid> journalEntries,
    IRepository<PlaybookVersion, Guid> versions, IRepository<Playbook, Guid> playbooks, OwnersTime ownersTime, EngagementPolicy policy,
    StepWords stepWords, Words words) : EngagementAppService
{
    private const int LongestJournal = 500;
    private static readonly string[] Touched = ["Journal:SocialTouchDone", "Journal:SocialTouchSkipped"];
    private static readonly string[] Wrote = ["Journal:MailSent"];
    private static readonly string[] Offered = ["Journal:MeetingOfferAsked"];
    private static readonly string[] Taken = [.. Touched, .. Wrote, .. Offered];

    [HttpGet("/api/crm/relationships/{id}/steps")]
    public virtual async Task<StepsDto> GetAsync(Guid id)
    {
        var relationship = await relationships.GetAsync(id);
        var e = await AsyncExecuter.FirstOrDefaultAsync((await escalations.GetQueryableAsync()).Where(x => x.RelationshipId == id).OrderByDescending(x => x.QueuedAt));
        var gate = relationship.Stage.Next() is { } next && relationship.WhyNot(next, Clock.Now) is { } why ? words.Of(why) : null;
        if (e is null) return new StepsDto(null, null, null, null, null, null, gate, false, false, false, false, null, null, null, []);

        var version = await versions.GetAsync(e.PlaybookVersionId, includeDetails: false);
        var name = await AsyncExecuter.FirstOrDefaultAsync((await playbooks.GetQueryableAsync()).Where(p => p.Id == e.PlaybookId).Select(p => p.Name));
        var told = await AsyncExecuter.ToListAsync((await journalEntries.GetQueryableAsync())
            .Where(j => j.ContactId == e.ContactId && j.EscalationId == e.Id && Taken.Contains(j.Key)).OrderBy(j => j.At).ThenBy(j => j.Order).Take(LongestJournal)
            .Select(j => new Told(j.Key, j.At)));
        var running = e.State == EscalationState.Running;
        return new StepsDto(
            e.Id, e.PlaybookId, name, version.Number, e.State, StandingOf(e), gate, running, e.State == EscalationState.Paused && e.HeldBy.Length == 0, e.IsLive,
            running && gate is not null, e.StartedAt, e.EndedAt, e.EndReason, await PictureAsync(e, relationship, version.Steps, told));
    }

    private string StandingOf(Escalation e) => e.State switch
    {
        EscalationState.Ended => words.Of(Sentence.Of($"Ended:{e.EndReason}")),
        EscalationState.Paused => words.Of(Sentence.Of("Next:Paused", ("Reason", e.PausedBecause))),
        EscalationState.Running => words.Of(Sentence.Of($"Next:{e.WaitingFor}")),
        _ => words.Of(Sentence.Of($"Next:{e.State}")),
    };

    private async Task<List<StepDto>> PictureAsync(Escalation e, Relationship relationship, IReadOnlyList<PlaybookStep> steps, List<Told> told)
    {
        var picture = Past(e, steps, told);
        if (!e.IsLive) return picture;
        var now = Clock.Now;
        if (e.Step < steps.Count)
            picture.Add(new StepDto(
                e.Step + 1, steps[e.Step].Kind, StepState.Current, stepWords.Of(steps[e.Step], now), null, e.DueAt, StepWords.IsByPerson(steps[e.Step])));
        picture.AddRange(Foreseen(e, relationship, steps, await ownersTime.OfAsync(e.OwnerId), await policy.RestDaysAsync()));
        return picture;
    }

    /// <summary>Each step behind takes the next entry of its kind; one that has none was passed over.</summary>
    private List<StepDto> Past(Escalation e, IReadOnlyList<PlaybookStep> steps, List<Told> told)
    {
        var (touches, mails, offers) = (Of(Touched), Of(Wrote), Of(Offered));
        var past = new List<StepDto>();
        for (var i = 0; i < Math.Min(e.IsLive ? e.Step : e.Step + 1, steps.Count); i++)
        {
            var step = steps[i];
            var entries = step.Kind switch
            {
                StepKind.SocialTouch => touches, StepKind.SendMail or StepKind.Reminder => mails, StepKind.OfferMeeting => offers, _ => null,
            };
            // A wait happened if what comes before it did.
            var told1 = entries is null ? null : entries.TryDequeue(out var entry) ? entry : null;
            var happened = entries is null ? past.Count > 0 && past[^1].State == StepState.Done : told1 is not null && told1.Key != "Journal:SocialTouchSkipped";
            past.Add(new StepDto(
                i + 1, step.Kind, happened ? StepState.Done : StepState.Skipped, stepWords.Of(step, Clock.Now), told1?.At, null, StepWords.IsByPerson(step)));
        }
        return past;

        Queue<Told> Of(string[] keys) => new(told.Where(t => keys.Contains(t.Key)));
    }

    private IEnumerable<StepDto> Foreseen(Escalation e, Relationship relationship, IReadOnlyList<PlaybookStep> steps, WorkingTime working, int restDays)
    {
        var now = Clock.Now;
        var start = new ForecastStart(
            e.DueAt ?? now, e.Step + 1, relationship.WhyNot(Stage.Email, now) is null || steps[Math.Min(e.Step, steps.Count - 1)].Kind == StepKind.SendMail,
            relationship.Unanswered, relationship.Rung > Stage.Social || steps.Take(e.Step + 1).Any(s => s.Kind == StepKind.SendMail),
            relationship.WhyNot(Stage.Meeting, now) is null,
            e.WaitingFor == WaitingFor.SocialTouch ? now : e.WaitingFor == WaitingFor.DidTheyAnswer ? e.TouchedAt : null, RestDays: restDays);
        return Forecast.Of(steps, ForecastCase.Silent, working, start).Where(f => f.Event != ForecastEvent.OfferPassedOver).Select(f => new StepDto(
            f.Step + 1, f.Step < steps.Count ? steps[f.Step].Kind : StepKind.Rest, StepState.ToCome, stepWords.Of(f, steps), f.At, f.Until, f.Minutes > 0));
    }

    private sealed record Told(string Key, DateTime At);
}
