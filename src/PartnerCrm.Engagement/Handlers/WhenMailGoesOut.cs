using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace PartnerCrm.Engagement;

public class WhenMailGoesOut(
    RelationshipOf relationshipOf, EscalationSteering steering, PlaybookShelf shelf, Unsent unsent, Touches touches, FollowUpList followUps, Journal journal)
    : ILocalEventHandler<DraftReady>, ILocalEventHandler<DraftApproved>, ILocalEventHandler<DraftRecalled>, ILocalEventHandler<DraftDiscarded>, ILocalEventHandler<MailSent>, ILocalEventHandler<MailRefused>,
        ILocalEventHandler<MailFailed>, ITransientDependency
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
        await steering.PauseAsync(escalation, relationship, "Said:DraftDiscarded", Sentence.Of("Journal:DraftDiscarded"));
    }

    public async Task HandleEventAsync(MailSent fact)
    {
        await followUps.SettleAsync(EffectKeys.Approve(fact.MailId), "Approved");
        await followUps.SettleAsync(EffectKeys.About(FollowUpKind.MailRefused, fact.MailId), FollowUpAnswers.Done);
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
        if (IsOffer(fact.About) || await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        var escalation = await OfStepAsync(relationship, fact.EffectKey, WaitingFor.Sent);
        await unsent.RefusedAsync(relationship, escalation, new UnsentMail(fact.MailId, fact.EscalationId, fact.Sentence), fact.Verdict == Verdict.AskOwner);
    }

    public async Task HandleEventAsync(MailFailed fact)
    {
        await followUps.SettleAsync(EffectKeys.Approve(fact.MailId), "Failed");
        if (IsOffer(fact.About) || await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        var escalation = await OfStepAsync(relationship, fact.EffectKey, WaitingFor.Sent);
        await unsent.FailedAsync(relationship, escalation, new UnsentMail(fact.MailId, fact.EscalationId, fact.Sentence));
    }

    /// <summary>The escalation whose present step asked for this mail, and waits for one of these.</summary>
    private async Task<Escalation?> OfStepAsync(Relationship relationship, string effectKey, params WaitingFor[] waitingFor)
    {
        var escalation = await steering.FindLiveAsync(relationship);
        return escalation?.EffectKey == effectKey && waitingFor.Contains(escalation.WaitingFor) ? escalation : null;
    }

    private async Task<TouchKind> KindAsync(MailSent fact, Escalation? escalation)
    {
        if (IsOffer(fact.About)) return TouchKind.Offer;
        // An invitation or a change of it answers them; it opens nothing.
        if (fact.Purpose == Purpose.Service) return TouchKind.Note;
        return escalation is not null && (await shelf.StepsAsync(escalation.PlaybookVersionId))[escalation.Step].Kind == StepKind.Reminder
            ? TouchKind.Reminder
            : TouchKind.Mail;
    }

    /// <summary>What becomes of an offer Meetings says, whose it is.</summary>
    private static bool IsOffer(MailAbout? about) => about?.Matter == MailMatter.Offer;
}
