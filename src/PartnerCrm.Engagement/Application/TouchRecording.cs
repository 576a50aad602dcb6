using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;

namespace PartnerCrm.Engagement;

/// <summary>A colleague tells of a touch that no machine saw. If it is their answer, the climb hears of it like of any other.</summary>
public class TouchRecording(
    Touches touches, EscalationSteering steering, ReplyTriage triage, PlaybookShelf shelf, FollowUpList followUps, Journal journal,
    IGuidGenerator guids) : ITransientDependency
{
    public async Task<Touchpoint> RecordByHandAsync(Relationship relationship, NewTouch touch)
    {
        var touchpoint = await touches.RecordAsync(relationship, touch);
        var escalation = await steering.FindLiveAsync(relationship);
        if (touchpoint.Direction == Direction.FromThem && escalation is { State: EscalationState.Running })
            await (touchpoint.IsTheirWords ? AnsweredAsync(escalation, relationship, touchpoint) : SignalledAsync(escalation));
        return touchpoint;
    }

    /// <summary>The owner says whether they answered the social touch.</summary>
    public async Task AnsweredThereAsync(Escalation escalation, Relationship relationship, bool answered)
    {
        if (escalation.WaitingFor != WaitingFor.DidTheyAnswer) return;
        if (answered) escalation.AnsweredThere(await shelf.StepsAsync(escalation.PlaybookVersionId));
        else escalation.StepDone();
        await journal.WriteAsync(relationship, escalation.Id, answered ? "Journal:AnsweredThere" : "Journal:NotAnsweredThere");
        await steering.TellAsync(escalation, answered ? "AnsweredThere" : "NotAnsweredThere");
    }

    private async Task AnsweredAsync(Escalation escalation, Relationship relationship, Touchpoint touchpoint)
    {
        if (escalation.WaitingFor == WaitingFor.DidTheyAnswer)
        {
            await followUps.SettleAsync(EffectKeys.DidTheyAnswer(escalation), FollowUpAnswers.Yes);
            await AnsweredThereAsync(escalation, relationship, answered: true);
        }
        else if (relationship.Rung == Stage.Social && escalation.WaitingFor == WaitingFor.Answer)
        {
            escalation.AnsweredThere(await shelf.StepsAsync(escalation.PlaybookVersionId));
            await steering.TellAsync(escalation, "AnsweredThere");
        }
        else if (escalation.WaitingFor is WaitingFor.Gate or WaitingFor.SocialTouch)
        {
            await SignalledAsync(escalation);
        }
        else
        {
            await PauseForAsync(relationship, touchpoint);
        }
    }

    /// <summary>Past the social rung an answer pauses the climb; marked as interested by the colleague who heard it, it needs no second reading.</summary>
    private async Task PauseForAsync(Relationship relationship, Touchpoint touchpoint)
    {
        var reply = await triage.TakeAsync(guids.Create(), relationship, touchpoint, touchpoint.Summary, touchpoint.Summary);
        if (touchpoint.IsInterested) await triage.TriageAsync(reply, relationship, TriageAnswer.Interested, until: null, note: null);
    }

    /// <summary>It may have opened a gate.</summary>
    private Task SignalledAsync(Escalation escalation) =>
        escalation.WaitingFor == WaitingFor.Gate ? steering.TellAsync(escalation, nameof(TouchpointRecorded)) : Task.CompletedTask;
}
