using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;
using Volo.Abp.Guids;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

public class WhenMeetingsHappen(
    RelationshipOf relationshipOf, EscalationSteering steering, ReplyTriage triage, Unsent unsent, Touches touches, FollowUpList followUps, Journal journal,
    IGuidGenerator guids, IClock clock)
    : ILocalEventHandler<MeetingOffered>, ILocalEventHandler<MeetingNotOffered>, ILocalEventHandler<MeetingTimeChosen>, ILocalEventHandler<InvitationAnswered>,
        ILocalEventHandler<MeetingCancelled>, ILocalEventHandler<MeetingHeld>, ITransientDependency
{
    public async Task HandleEventAsync(MeetingOffered fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        var times = fact.Times.Select((time, index) => ($"Time{index + 1}", (object?)time)).ToArray();
        await journal.WriteAsync(relationship, fact.EscalationId, fact.Times.Count == 3 ? "Journal:ThreeTimesOffered" : "Journal:MeetingOffered", times);
    }

    public async Task HandleEventAsync(MeetingNotOffered fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        var live = await steering.FindLiveAsync(relationship);
        var escalation = live?.EffectKey == fact.EffectKey && live.WaitingFor == WaitingFor.Meeting ? live : null;
        if (fact.Why == WhyNotOffered.NoTimes)
        {
            if (escalation is not null) await unsent.NoTimesAsync(relationship, escalation);
            return;
        }
        var mail = new UnsentMail(fact.MailId!.Value, fact.EscalationId, fact.Sentence ?? "");
        if (fact.Why == WhyNotOffered.MailFailed) await unsent.FailedAsync(relationship, escalation, mail);
        else await unsent.RefusedAsync(relationship, escalation, mail, fact.Why == WhyNotOffered.OwnerAsked);
    }

    public async Task HandleEventAsync(MeetingTimeChosen fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        await journal.WriteAsync(relationship, fact.EscalationId, "Journal:TimeChosen", ("Start", fact.Start));
        // Some calendars never answer an invitation: whoever chose is expected.
        await AskForOutcomeAsync(relationship, fact.MeetingId, fact.Start);
        // A meeting made by hand is not the one that the climb offered.
        if (fact.EscalationId is null || await OfFactAsync(relationship, fact.EscalationId) is not { } escalation) return;
        escalation.MeetingChosen(fact.MeetingId, fact.Start);
        await steering.TellAsync(escalation, nameof(MeetingTimeChosen));
    }

    public Task HandleEventAsync(InvitationAnswered fact) => fact.Answer switch
    {
        InvitationAnswer.Accepted => AcceptedAsync(fact),
        InvitationAnswer.Declined => DeclinedAsync(fact),
        _ => TentativeAsync(fact),
    };

    public async Task HandleEventAsync(MeetingCancelled fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        await journal.WriteAsync(relationship, fact.EscalationId, "Journal:MeetingCancelled", ("Reason", fact.Reason));
        await followUps.SettleAsync(EffectKeys.Outcome(fact.MeetingId), "Cancelled");
        await followUps.AskOnceAsync(relationship, new Asked(
            FollowUpKind.Call, Sentence.Of("FollowUp:CallAfterCancelled", ("Name", relationship.ContactName)),
            EffectKeys.About(FollowUpKind.Call, fact.MeetingId), AboutId: fact.MeetingId));
        if (await OfFactAsync(relationship, fact.EscalationId) is { } escalation && escalation.MeetingId == fact.MeetingId)
            await steering.EndAsync(escalation, relationship, EndReason.Answered, Sentence.Of("Journal:EndedCancelled"));
    }

    /// <summary>It took place: the strongest signal there is, and the gate to a partnership.</summary>
    public async Task HandleEventAsync(MeetingHeld fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        await touches.RecordAsync(relationship, new NewTouch(Channel.Meeting, Direction.FromThem, TouchKind.MeetingHeld, fact.Start < fact.At ? fact.Start : fact.At, fact.Outcome));
        await followUps.SettleAsync(EffectKeys.Outcome(fact.MeetingId), FollowUpAnswers.Done);
        var held = Sentence.Of("Journal:MeetingHeld", ("Outcome", fact.Outcome));
        if (await OfFactAsync(relationship, fact.EscalationId) is { } escalation) await steering.EndAsync(escalation, relationship, EndReason.Met, held);
        else await journal.WriteAsync(relationship, fact.EscalationId, held);
        ClimbAsFarAs(Stage.Meeting, relationship, nameof(MeetingHeld));
        if (relationship.Stage != Stage.Meeting) return;
        await followUps.AskOnceAsync(relationship, new Asked(
            FollowUpKind.BecomePartner, Sentence.Of("FollowUp:BecomePartner", ("Name", relationship.ContactName), ("Organisation", relationship.OrganisationName)),
            EffectKeys.Partner(fact.MeetingId), fact.EscalationId, AboutId: fact.MeetingId));
    }

    private async Task AcceptedAsync(InvitationAnswered fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        // To accept a meeting is an answer, and it says interested by itself.
        await touches.RecordAsync(relationship, new NewTouch(
            Channel.Meeting, Direction.FromThem, TouchKind.PersonalReply, fact.At, "Said:MeetingAccepted", IsInterested: true));
        if (relationship.Stage == Stage.Resting) relationship.Wake(nameof(InvitationAnswered), fact.At);
        ClimbAsFarAs(Stage.Meeting, relationship, nameof(InvitationAnswered));
        var accepted = Sentence.Of("Journal:MeetingAccepted", ("Start", fact.Start));
        if (await OfFactAsync(relationship, fact.EscalationId) is { } escalation) await steering.EndAsync(escalation, relationship, EndReason.Met, accepted);
        else await journal.WriteAsync(relationship, fact.EscalationId, accepted);
        await AskForOutcomeAsync(relationship, fact.MeetingId, fact.Start);
    }

    private async Task DeclinedAsync(InvitationAnswered fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        var touchpoint = await touches.RecordAsync(relationship, new NewTouch(
            Channel.Meeting, Direction.FromThem, TouchKind.PersonalReply, fact.At, "Said:MeetingDeclined"));
        await followUps.SettleAsync(EffectKeys.Outcome(fact.MeetingId), "Declined");
        if (await OfFactAsync(relationship, fact.EscalationId) is { } escalation && escalation.MeetingId == fact.MeetingId) escalation.MeetingFellThrough();
        await triage.TakeAsync(guids.Create(), relationship, touchpoint, "Said:MeetingDeclined", "");
    }

    private async Task TentativeAsync(InvitationAnswered fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is { } relationship)
            await journal.WriteAsync(relationship, fact.EscalationId, "Journal:MeetingTentative", ("Start", fact.Start));
    }

    /// <summary>Of no climb: the meeting outlives it. Asked again by whoever declined first and then came round.</summary>
    private Task AskForOutcomeAsync(Relationship relationship, Guid meetingId, DateTime start) =>
        followUps.AskOfAsync(relationship, new Asked(
            FollowUpKind.RecordOutcome, Sentence.Of("FollowUp:RecordOutcome", ("Name", relationship.ContactName), ("Start", start)),
            EffectKeys.Outcome(meetingId), AboutId: meetingId, DueAt: start));

    private async Task<Escalation?> OfFactAsync(Relationship relationship, Guid? escalationId) =>
        await steering.FindLiveAsync(relationship) is { StartedAt: not null } escalation && (escalationId is null || escalation.Id == escalationId) ? escalation : null;

    /// <summary>One rung after the other, each through its gate: a meeting that was offered by hand may skip none.</summary>
    private void ClimbAsFarAs(Stage stage, Relationship relationship, string reason)
    {
        while (relationship.Stage < stage && relationship.Stage.Next() is { } next && relationship.WhyNot(next, clock.Now) is null)
            relationship.Escalate(next, reason, clock.Now);
    }
}
