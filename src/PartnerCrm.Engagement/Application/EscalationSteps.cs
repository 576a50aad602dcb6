using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>
/// What the workflow's activities do, one method for each. Whoever calls twice changes nothing the second time: a step that is begun
/// is not begun again.
/// </summary>
public class EscalationSteps(
    Climbs climbs, EngagementPolicy policy, FollowUpList followUps, EscalationSteering steering, Journal journal, ILocalEventBus facts,
    IClock clock) : ITransientDependency
{
    // Contacts read what is written to them, not variables' names.
    private static readonly IReadOnlyDictionary<string, string> NoVariables = new Dictionary<string, string>();

    /// <summary>Asks the ladder what comes next, and remembers where that leads.</summary>
    public async Task<Move> ChooseNextAsync(Guid escalationId)
    {
        // Whoever practised has cleared everything away.
        if (await climbs.FindAsync(escalationId) is not var (escalation, relationship, steps)) return new Move(MoveKind.End, 0);
        var move = Ladder.Next(escalation, steps, relationship, clock.Now);
        switch (move.Kind)
        {
            case MoveKind.AwaitAnswer when escalation.WaitingFor != WaitingFor.Answer || escalation.Step != move.Step:
                escalation.Begin(move.Step, WaitingFor.Answer, move.Until);
                break;
            case MoveKind.WaitAtGate when escalation.WaitingFor != WaitingFor.Gate:
                escalation.Begin(move.Step, WaitingFor.Gate, move.Until);
                await journal.WriteAsync(relationship, escalation.Id, move.Because!);
                break;
            case MoveKind.SocialTouch or MoveKind.SendMail or MoveKind.SendReminder or MoveKind.OfferMeeting:
                escalation.Reach(move.Step);
                break;
        }
        return move;
    }

    /// <summary>LinkedIn forbids automatic messages: a person copies the text and sends it.</summary>
    public async Task SuggestSocialTouchAsync(Guid escalationId)
    {
        var (escalation, relationship, steps) = await climbs.GetAsync(escalationId);
        if (!IsNext(escalation, steps, StepKind.SocialTouch)) return;
        escalation.Begin(escalation.Step, WaitingFor.SocialTouch);
        await followUps.AskAsync(relationship, new Asked(
            FollowUpKind.SocialTouch, Sentence.Of("FollowUp:SocialTouch", ("Name", relationship.ContactName)), EffectKeys.SocialTouch(escalation),
            escalation.Id, SuggestedText: SuggestedText.For(relationship, steps[escalation.Step].Text!)));
        await journal.WriteAsync(relationship, escalation.Id, "Journal:SocialTouchSuggested");
    }

    public async Task AskForMailAsync(Guid escalationId)
    {
        var (escalation, relationship, steps) = await climbs.GetAsync(escalationId);
        if (!IsNext(escalation, steps, StepKind.SendMail)) return;
        if (relationship.Rung == Stage.Social) relationship.PassGate(Stage.Email, clock.Now);
        await RequestMailAsync(escalation, relationship, steps[escalation.Step], "Journal:MailAsked");
    }

    public async Task AskForReminderAsync(Guid escalationId)
    {
        var (escalation, relationship, steps) = await climbs.GetAsync(escalationId);
        if (!IsNext(escalation, steps, StepKind.Reminder)) return;
        await RequestMailAsync(escalation, relationship, steps[escalation.Step], "Journal:ReminderAsked");
    }

    public async Task OfferMeetingAsync(Guid escalationId)
    {
        var (escalation, relationship, steps) = await climbs.GetAsync(escalationId);
        if (!IsNext(escalation, steps, StepKind.OfferMeeting)) return;
        if (relationship.Rung == Stage.Email) relationship.PassGate(Stage.Meeting, clock.Now);
        var (step, now) = (steps[escalation.Step], clock.Now);
        escalation.Begin(escalation.Step, WaitingFor.Meeting, Wait.Parse(step.Wait ?? PlaybookStep.OfferStandsFor).After(now));
        await facts.PublishAsync(new MeetingOfferRequested(
            escalation.EffectKey, escalation.ContactId, escalation.OwnerId, relationship.Id, escalation.Id, step.Template!, Wait.Parse(step.Duration).AsTimeSpan(now)));
        await journal.WriteAsync(relationship, escalation.Id, "Journal:MeetingOfferAsked");
    }

    /// <summary>Silence, or the playbook's end: the relationship is left in peace, and a person decides what wakes it.</summary>
    public async Task RestAsync(Guid escalationId)
    {
        var (escalation, relationship, steps) = await climbs.GetAsync(escalationId);
        var move = Ladder.Next(escalation, steps, relationship, clock.Now);
        if (move.Kind != MoveKind.Rest) return;
        var days = move.Step < steps.Count ? steps[move.Step].Days : null;
        var until = clock.Now.AddDays(days ?? await policy.RestDaysAsync());
        relationship.Rest(until, nameof(EndReason.NoAnswer), clock.Now);
        await steering.EndAsync(
            escalation, relationship, EndReason.NoAnswer, Sentence.Of(move.Because!.Key, ("Until", until), ("Unanswered", relationship.Unanswered)), byWorkflow: true);
        await followUps.AskOnceAsync(relationship, new Asked(
            FollowUpKind.WakeUp, Sentence.Of("FollowUp:RestIsOver", ("Name", relationship.ContactName)),
            EffectKeys.Of(FollowUpKind.WakeUp, escalation.Id), escalation.Id, DueAt: until));
    }

    private async Task RequestMailAsync(Escalation escalation, Relationship relationship, PlaybookStep step, string sentence)
    {
        escalation.Begin(escalation.Step, WaitingFor.Sent);
        await facts.PublishAsync(new MailRequested(
            escalation.EffectKey, escalation.ContactId, escalation.OwnerId, Purpose.Marketing, step.Template!, NoVariables, step.NeedsApproval,
            relationship.Id, escalation.Id, IsCold: relationship.WroteAt is null));
        await journal.WriteAsync(relationship, escalation.Id, sentence, ("Template", step.Template));
    }

    private static bool IsNext(Escalation escalation, IReadOnlyList<PlaybookStep> steps, StepKind kind) =>
        escalation is { State: EscalationState.Running, WaitingFor: WaitingFor.None } && escalation.Step < steps.Count && steps[escalation.Step].Kind == kind;
}
