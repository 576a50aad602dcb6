using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace PartnerCrm.Engagement;

public class WhenMailGoesOut(
    RelationshipOf relationshipOf, EscalationSteering steering, PlaybookShelf shelf, Touches touches, FollowUpList followUps, Journal journal)
    : ILocalEventHandler<DraftReady>, ILocalEventHandler<DraftApproved>, ILocalEventHandler<DraftRecalled>, ILocalEventHandler<DraftDiscarded>, ILocalEventHandler<MailSent>, ILocalEventHandler<MailRefused>, ITransientDependency
{
    public async Task HandleEventAsync(DraftReady fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        await followUps.AskOnceAsync(relationship, new Asked(
            FollowUpKind.ApproveDraft, Sentence.Of("FollowUp:ApproveDraft", ("Name", relationship.ContactName), ("Subject", fact.Subject)),
            EffectKeys.Approve(fact.MailId), fact.EscalationId, AboutId: fact.MailId, OwnerId: fact.SenderId));
    }

    public Task HandleEventAsync(DraftApproved fact) => followUps.SettleAsync(EffectKeys.Approve(fact.MailId), "Approved");

    public async Task HandleEventAsync(DraftRecalled fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        await followUps.AskOfAsync(relationship, new Asked(
            FollowUpKind.ApproveDraft, Sentence.Of("FollowUp:ApproveDraft", ("Name", relationship.ContactName), ("Subject", fact.Subject)),
            EffectKeys.Approve(fact.MailId), fact.EscalationId, AboutId: fact.MailId, OwnerId: fact.SenderId));
    }

    public async Task HandleEventAsync(DraftDiscarded fact)
    {
        await followUps.SettleAsync(EffectKeys.Approve(fact.MailId), "Discarded");
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        if (await OfStepAsync(relationship, fact.EffectKey, WaitingFor.Sent) is not { State: EscalationState.Running } escalation) return;
        // Whoever throws the draft away does not want it sent; whether to go on at all is theirs to say.
        await steering.PauseAsync(escalation, relationship, "The draft was discarded", Sentence.Of("Journal:DraftDiscarded"));
    }

    public async Task HandleEventAsync(MailSent fact)
    {
        await followUps.SettleAsync(EffectKeys.Approve(fact.MailId), "Approved");
        if (fact.CarriedNotice) await followUps.SettleAsync(EffectKeys.Notice(fact.ContactId), FollowUpAnswers.Done);
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        // Paused while it was under way, the step would be begun again: it is done.
        var escalation = await OfStepAsync(relationship, fact.EffectKey, WaitingFor.Sent, WaitingFor.None);
        await touches.RecordAsync(relationship, new NewTouch(
            Channel.Email, Direction.FromUs, await KindAsync(fact, escalation), fact.At, fact.Subject, fact.SenderId));
        // The gate was passed when the mail was asked for; they can have noticed it only now.
        if (relationship is { Stage: Stage.Social, OpenGate: Stage.Email }) relationship.Escalate(Stage.Email, nameof(MailSent), fact.At);
        if (escalation is null) return;
        escalation.StepDone();
        await journal.WriteAsync(relationship, escalation.Id, "Journal:MailSent", ("Subject", fact.Subject));
        await steering.TellAsync(escalation, nameof(MailSent));
    }

    public async Task HandleEventAsync(MailRefused fact)
    {
        await followUps.SettleAsync(EffectKeys.Approve(fact.MailId), "Refused");
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        if (await OfStepAsync(relationship, fact.EffectKey, WaitingFor.Sent) is not { } escalation)
        {
            await journal.WriteAsync(relationship, fact.EscalationId, "Journal:MailRefused", ("Why", fact.Sentence));
            return;
        }
        if (fact.Verdict == Verdict.AskOwner)
        {
            escalation.AskTheOwner();
            await journal.WriteAsync(relationship, escalation.Id, "Journal:AsksOwner", ("Why", fact.Sentence));
            await steering.TellAsync(escalation, nameof(MailRefused));
            return;
        }
        await steering.EndAsync(escalation, relationship, EndReason.Blocked, Sentence.Of("Journal:Blocked", ("Why", fact.Sentence)));
        await followUps.AskAsync(relationship, new Asked(
            FollowUpKind.MailRefused, Sentence.Of("FollowUp:MailRefused", ("Name", relationship.ContactName), ("Why", fact.Sentence)),
            EffectKeys.About(FollowUpKind.MailRefused, fact.MailId), AboutId: fact.MailId));
    }

    /// <summary>The escalation whose present step asked for this mail, and waits for one of these.</summary>
    private async Task<Escalation?> OfStepAsync(Relationship relationship, string effectKey, params WaitingFor[] waitingFor)
    {
        var escalation = await steering.FindLiveAsync(relationship);
        return escalation?.EffectKey == effectKey && waitingFor.Contains(escalation.WaitingFor) ? escalation : null;
    }

    private async Task<TouchKind> KindAsync(MailSent fact, Escalation? escalation)
    {
        if (fact.EffectKey.StartsWith("offer:", StringComparison.Ordinal)) return TouchKind.Offer;
        // An invitation or a change of it answers them; it opens nothing.
        if (fact.Purpose == Purpose.Service) return TouchKind.Note;
        return escalation is not null && (await shelf.StepsAsync(escalation.PlaybookVersionId))[escalation.Step].Kind == StepKind.Reminder
            ? TouchKind.Reminder
            : TouchKind.Mail;
    }
}
