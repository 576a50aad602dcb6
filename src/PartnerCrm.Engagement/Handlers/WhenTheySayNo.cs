using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>They asked not to be contacted, in whatever way: everything stops at once.</summary>
public class WhenTheySayNo(
    RelationshipOf relationshipOf, EscalationSteering steering, FollowUpList followUps, Journal journal, IClock clock)
    : ILocalEventHandler<ContactSuppressed>, ILocalEventHandler<ContactUnsubscribed>, ILocalEventHandler<ContactObjected>, ITransientDependency
{
    public async Task HandleEventAsync(ContactSuppressed fact)
    {
        if (await relationshipOf.ContactAsync(fact.ContactId) is not { } relationship) return;
        await StopAsync(relationship, EndReason.Suppressed, Sentence.Of("Journal:Suppressed", ("Reason", fact.Reason.TrimEnd('.'))));
        if (relationship.Stage != Stage.Closed) relationship.Close(fact.Reason.Length == 0 ? nameof(ContactSuppressed) : fact.Reason, clock.Now);
    }

    public async Task HandleEventAsync(ContactUnsubscribed fact)
    {
        if (await relationshipOf.ContactAsync(fact.ContactId) is not { } relationship) return;
        await StopAsync(relationship, EndReason.Suppressed, Sentence.Of("Journal:Unsubscribed"));
    }

    public async Task HandleEventAsync(ContactObjected fact)
    {
        if (await relationshipOf.ContactAsync(fact.ContactId) is not { } relationship) return;
        await StopAsync(relationship, EndReason.Objected, Sentence.Of("Journal:Objected", ("Words", fact.Words)));
        // Read by a machine in a mail: blocked at once, and a person looks whether it was meant so. Said by a person: it was.
        if (fact.IncomingMailId is not { } mailId) return;
        await followUps.AskOnceAsync(relationship, new Asked(
            FollowUpKind.ReviewObjection, Sentence.Of("FollowUp:ReviewObjection", ("Name", relationship.ContactName), ("Words", fact.Words)),
            EffectKeys.About(FollowUpKind.ReviewObjection, mailId), AboutId: mailId));
    }

    private async Task StopAsync(Relationship relationship, EndReason reason, Sentence why)
    {
        if (await steering.FindLiveAsync(relationship) is { } escalation) await steering.EndAsync(escalation, relationship, reason, why);
        else if (relationship.Stage != Stage.Closed) await journal.WriteAsync(relationship, null, why);
    }
}
