using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace PartnerCrm.Engagement;

public class WhenMailArrives(
    RelationshipOf relationshipOf, EscalationSteering steering, ReplyTriage triage, Touches touches, FollowUpList followUps, Journal journal,
    EngagementPolicy policy, OwnersTime ownersTime)
    : ILocalEventHandler<MailAnswered>, ILocalEventHandler<AutoReplyArrived>, ILocalEventHandler<MailBounced>, ITransientDependency
{
    public async Task HandleEventAsync(MailAnswered fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        var touchpoint = await touches.RecordAsync(relationship, new NewTouch(
            Channel.Email, Direction.FromThem, TouchKind.PersonalReply, fact.At, fact.Subject));
        await triage.TakeAsync(fact.IncomingMailId, relationship, touchpoint, fact.Subject, fact.Excerpt);
    }

    /// <summary>They are away: no answer, and no silence either.</summary>
    public async Task HandleEventAsync(AutoReplyArrived fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        await touches.RecordAsync(relationship, new NewTouch(Channel.Email, Direction.FromThem, TouchKind.AutomaticReply, fact.At, ""));
        var escalation = await steering.FindLiveAsync(relationship);
        var until = fact.BackOn is { } back && back > fact.At ? (await ownersTime.OfAsync(relationship.OwnerId)).Days.After(back) : fact.At.AddDays(await policy.OutOfOfficeDaysAsync());
        if (escalation?.PostponeTo(until) == true)
        {
            await journal.WriteAsync(relationship, escalation.Id, "Journal:OutOfOfficePostpones", ("Until", until));
            await steering.TellAsync(escalation, nameof(AutoReplyArrived));
        }
        else
        {
            await journal.WriteAsync(relationship, escalation?.Id, "Journal:OutOfOffice");
        }
    }

    public async Task HandleEventAsync(MailBounced fact)
    {
        if (await relationshipOf.FactAsync(fact.RelationshipId, fact.ContactId) is not { } relationship) return;
        var escalation = await steering.FindLiveAsync(relationship);
        if (!fact.IsPermanent)
        {
            await journal.WriteAsync(relationship, escalation?.Id, "Journal:BouncedForNow", ("Status", fact.Status));
            return;
        }
        var why = Sentence.Of("Journal:Bounced", ("Status", fact.Status));
        if (escalation is null) await journal.WriteAsync(relationship, null, why);
        else await steering.EndAsync(escalation, relationship, EndReason.Bounced, why);
        await followUps.AskAsync(relationship, new Asked(
            FollowUpKind.FindAddress, Sentence.Of("FollowUp:FindAddress", ("Name", relationship.ContactName)),
            EffectKeys.About(FollowUpKind.FindAddress, fact.IncomingMailId), AboutId: fact.MailId));
    }
}
