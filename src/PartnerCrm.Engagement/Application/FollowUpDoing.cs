using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace PartnerCrm.Engagement;

/// <summary>What follows when somebody says a follow-up is done.</summary>
public class FollowUpDoing(
    IRepository<Relationship, Guid> relationships, EscalationSteering steering, TouchRecording recording, Touches touches, PlaybookShelf shelf,
    FollowUpList followUps, Journal journal, ILocalEventBus facts, ICurrentUser user, IClock clock) : ITransientDependency
{
    public async Task FollowAsync(FollowUp followUp)
    {
        var relationship = await relationships.GetAsync(followUp.RelationshipId, includeDetails: false);
        var escalation = await steering.FindLiveAsync(relationship);
        if (escalation?.Id != followUp.EscalationId) escalation = null;
        await (followUp switch
        {
            { Kind: FollowUpKind.SocialTouch } when escalation is { WaitingFor: WaitingFor.SocialTouch } => TouchedAsync(followUp, relationship, escalation),
            { Kind: FollowUpKind.DidTheyAnswer } when escalation is not null => AnsweredAsync(followUp, relationship, escalation),
            { Kind: FollowUpKind.BecomePartner, Answer: FollowUpAnswers.Yes } => PartnerAsync(relationship),
            { Kind: FollowUpKind.WakeUp, Answer: FollowUpAnswers.Yes } => WakeAsync(relationship),
            { Kind: FollowUpKind.RecordOutcome, AboutId: { } meetingId } => DoneWithAsync(meetingId, relationship),
            { Kind: FollowUpKind.GiveNotice } => facts.PublishAsync(new NoticeGiven(followUp.ContactId, clock.Now)),
            _ => Task.CompletedTask,
        });
    }

    private async Task TouchedAsync(FollowUp followUp, Relationship relationship, Escalation escalation)
    {
        if (followUp.Answer == FollowUpAnswers.Skipped)
        {
            escalation.StepDone();
            await journal.WriteAsync(relationship, escalation.Id, "Journal:SocialTouchSkipped");
            await steering.TellAsync(escalation, "SocialTouchSkipped");
            return;
        }
        await touches.RecordAsync(relationship, new NewTouch(
            Channel.LinkedIn, Direction.FromUs, TouchKind.Message, clock.Now, followUp.Note ?? "", user.Id));
        escalation.Touched(clock.Now);
        await journal.WriteAsync(relationship, escalation.Id, "Journal:SocialTouchDone");
        // Nothing else goes out before this is answered; it is due when the playbook has waited long enough.
        var steps = await shelf.StepsAsync(escalation.PlaybookVersionId);
        var wait = escalation.Step + 1 < steps.Count && steps[escalation.Step + 1].Kind == StepKind.AwaitAnswer ? steps[escalation.Step + 1].Wait : null;
        await followUps.AskAsync(relationship, new Asked(
            FollowUpKind.DidTheyAnswer, Sentence.Of("FollowUp:DidTheyAnswer", ("Name", relationship.ContactName)), EffectKeys.DidTheyAnswer(escalation),
            escalation.Id, DueAt: wait is null ? null : Wait.Parse(wait).After(clock.Now)));
    }

    private async Task AnsweredAsync(FollowUp followUp, Relationship relationship, Escalation escalation)
    {
        var answered = followUp.Answer == FollowUpAnswers.Yes;
        if (answered)
            await touches.RecordAsync(relationship, new NewTouch(
                Channel.LinkedIn, Direction.FromThem, TouchKind.PersonalReply, clock.Now, followUp.Note ?? "", user.Id));
        await recording.AnsweredThereAsync(escalation, relationship, answered);
    }

    /// <summary>No outcome was recorded, and none is to come: the climb has nothing left to wait for.</summary>
    private async Task DoneWithAsync(Guid meetingId, Relationship relationship)
    {
        if (await steering.FindLiveAsync(relationship) is { } escalation && escalation.MeetingId == meetingId)
            await steering.EndAsync(escalation, relationship, EndReason.Met, Sentence.Of("Journal:MeetingDone"));
    }

    private async Task PartnerAsync(Relationship relationship)
    {
        relationship.Escalate(Stage.Partnership, "Agreed", clock.Now);
        await journal.WriteAsync(relationship, null, "Journal:Partnership");
    }

    private async Task WakeAsync(Relationship relationship)
    {
        if (relationship.Stage != Stage.Resting) return;
        relationship.Wake("News", clock.Now);
        await journal.WriteAsync(relationship, null, "Journal:WokenByNews");
    }
}
