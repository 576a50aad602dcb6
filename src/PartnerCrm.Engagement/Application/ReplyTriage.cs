using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>Any reply pauses the climb and lands with its owner, who says what it means.</summary>
public class ReplyTriage(
    IRepository<Reply, Guid> replies, IRepository<Touchpoint, Guid> touchpoints, EscalationSteering steering, PlaybookShelf shelf,
    FollowUpList followUps, Journal journal, ILocalEventBus facts, IClock clock) : ITransientDependency
{
    public async Task<Reply> TakeAsync(Guid replyId, Relationship relationship, Touchpoint touchpoint, string subject, string excerpt)
    {
        var escalation = await steering.FindLiveAsync(relationship);
        await followUps.AskAsync(relationship, new Asked(
            FollowUpKind.Triage, Sentence.Of("FollowUp:Triage", ("Name", relationship.ContactName), ("Subject", subject)), EffectKeys.Triage(replyId),
            escalation?.Id, AboutId: replyId));
        // Written at once: whoever triages in the same breath finds it, and its follow-up.
        var reply = await replies.InsertAsync(new Reply(replyId, touchpoint, relationship.OwnerId, escalation?.Id, subject, excerpt), autoSave: true);
        await journal.WriteAsync(relationship, escalation?.Id, escalation is null ? "Journal:Wrote" : "Journal:Replied", ("Subject", subject));
        if (escalation is not null) await steering.AwaitTriageAsync(escalation, "They replied");
        return reply;
    }

    public async Task TriageAsync(Reply reply, Relationship relationship, TriageAnswer answer, DateTime? until, string? note)
    {
        reply.Triage(answer, until, note, clock.Now);
        await followUps.SettleAsync(EffectKeys.Triage(reply.Id), answer.ToString());
        var escalation = await steering.FindLiveAsync(relationship);
        await (answer switch
        {
            TriageAnswer.Interested => InterestedAsync(reply, relationship, escalation),
            TriageAnswer.Later => LaterAsync(reply, relationship, escalation),
            TriageAnswer.WrongPerson => WrongPersonAsync(reply, relationship, escalation),
            _ => ObjectsAsync(reply, relationship, escalation),
        });
        // The start had waited for this to be read.
        if (escalation is { State: EscalationState.Queued }) await steering.WakeQueueAsync(escalation.OwnerId);
    }

    private async Task InterestedAsync(Reply reply, Relationship relationship, Escalation? escalation)
    {
        (await touchpoints.FindAsync(reply.TouchpointId, includeDetails: false))?.MarkInterested();
        relationship.MarkInterested(reply.At);
        if (relationship.Stage == Stage.Resting) relationship.Wake("Interested", clock.Now);
        await journal.WriteAsync(relationship, escalation?.Id, "Journal:TriagedInterested");
        if (escalation?.StartedAt is null)
        {
            await AskToCallAsync(reply, relationship);
            return;
        }
        // Another reply may still say the opposite.
        if (await replies.AnyAsync(r => r.RelationshipId == relationship.Id && r.Answer == null && r.Id != reply.Id)) return;
        await GoOnAsync(reply, relationship, escalation);
    }

    private async Task GoOnAsync(Reply reply, Relationship relationship, Escalation escalation)
    {
        if (escalation.WaitingFor != WaitingFor.Triage) return;
        if (escalation.Interested(await shelf.StepsAsync(escalation.PlaybookVersionId)))
        {
            await steering.TellAsync(escalation, "Interested");
            return;
        }
        await steering.EndAsync(escalation, relationship, EndReason.Answered, Sentence.Of("Journal:EndedAnswered"));
        await AskToCallAsync(reply, relationship);
    }

    private async Task LaterAsync(Reply reply, Relationship relationship, Escalation? escalation)
    {
        var until = reply.Until!.Value;
        relationship.Rest(until, nameof(TriageAnswer.Later), clock.Now);
        await EndAsync(escalation, relationship, EndReason.Later, Sentence.Of("Journal:TriagedLater", ("Until", until)));
        await followUps.AskAsync(relationship, new Asked(
            FollowUpKind.WakeUp, Sentence.Of("FollowUp:AskedForLater", ("Name", relationship.ContactName), ("Until", until)),
            EffectKeys.About(FollowUpKind.WakeUp, reply.Id), DueAt: until));
    }

    private async Task WrongPersonAsync(Reply reply, Relationship relationship, Escalation? escalation)
    {
        await EndAsync(escalation, relationship, EndReason.WrongPerson, Sentence.Of("Journal:TriagedWrongPerson"));
        await followUps.AskAsync(relationship, new Asked(
            FollowUpKind.FindRightPerson,
            Sentence.Of("FollowUp:FindRightPerson", ("Name", relationship.ContactName), ("Organisation", relationship.OrganisationName)),
            EffectKeys.About(FollowUpKind.FindRightPerson, reply.Id), AboutId: reply.Id));
    }

    private async Task ObjectsAsync(Reply reply, Relationship relationship, Escalation? escalation)
    {
        await EndAsync(escalation, relationship, EndReason.Objected, Sentence.Of("Journal:TriagedObjects"));
        if (relationship.Stage != Stage.Closed) relationship.Close(nameof(EndReason.Objected), clock.Now);
        // A person read it: nothing is left to review.
        await facts.PublishAsync(new ContactObjected(relationship.ContactId, IncomingMailId: null, reply.Note ?? reply.Excerpt, clock.Now));
    }

    private Task EndAsync(Escalation? escalation, Relationship relationship, EndReason reason, Sentence why) => escalation is null
        ? journal.WriteAsync(relationship, null, why)
        : steering.EndAsync(escalation, relationship, reason, why);

    private Task AskToCallAsync(Reply reply, Relationship relationship) => followUps.AskOnceAsync(relationship, new Asked(
        FollowUpKind.Call, Sentence.Of("FollowUp:CallInterested", ("Name", relationship.ContactName)), EffectKeys.About(FollowUpKind.Call, reply.Id),
        AboutId: reply.Id));
}
