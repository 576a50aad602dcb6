using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Engagement;

/// <summary>A mail that did not go out, and why; of this climb, if any.</summary>
public record UnsentMail(Guid MailId, Guid? EscalationId, string Why);

/// <summary>What follows when something did not go out. Without an escalation it was of no present step: then a person only has to know.</summary>
public class Unsent(EscalationSteering steering, FollowUpList followUps, Journal journal) : ITransientDependency
{
    /// <summary>It may not: a colleague is asked, or the climb is over.</summary>
    public async Task RefusedAsync(Relationship relationship, Escalation? escalation, UnsentMail mail, bool isOwnerAsked)
    {
        if (escalation is not null && isOwnerAsked)
        {
            escalation.AskTheOwner();
            await journal.WriteAsync(relationship, escalation.Id, "Journal:AsksOwner", ("Why", mail.Why));
            await steering.TellAsync(escalation, "OwnerAsked");
            return;
        }
        if (escalation is null) await journal.WriteAsync(relationship, mail.EscalationId, "Journal:MailRefused", ("Why", mail.Why));
        else await steering.EndAsync(escalation, relationship, EndReason.Blocked, Sentence.Of("Journal:Blocked", ("Why", mail.Why)));
        await AskAsync(relationship, null, mail, "FollowUp:MailRefused");
    }

    /// <summary>It could not be made or sent, though it may: the climb stands still until somebody has mended what was wrong.</summary>
    public async Task FailedAsync(Relationship relationship, Escalation? escalation, UnsentMail mail)
    {
        if (escalation is null) await journal.WriteAsync(relationship, mail.EscalationId, "Journal:MailRefused", ("Why", mail.Why));
        else await steering.PauseAsync(escalation, relationship, "Said:MailFailed", Sentence.Of("Journal:MailFailed", ("Why", mail.Why)));
        await AskAsync(relationship, escalation, mail, escalation is null ? "FollowUp:MailRefused" : "FollowUp:MailFailed");
    }

    /// <summary>There are no times to offer.</summary>
    public async Task NoTimesAsync(Relationship relationship, Escalation escalation)
    {
        var key = $"no-times:{escalation.EffectKey}";
        await steering.PauseAsync(escalation, relationship, "Said:NoTimes", Sentence.Of("Journal:NoTimes"));
        await followUps.AskOnceAsync(relationship, new Asked(
            FollowUpKind.MailRefused, Sentence.Of("FollowUp:NoTimes", ("Name", relationship.ContactName)), key, escalation.Id));
    }

    // Sent again by hand, it may fail again.
    private async Task AskAsync(Relationship relationship, Escalation? escalation, UnsentMail mail, string what)
    {
        var key = EffectKeys.About(FollowUpKind.MailRefused, mail.MailId);
        await followUps.AskOfAsync(relationship, new Asked(
            FollowUpKind.MailRefused, Sentence.Of(what, ("Name", relationship.ContactName), ("Why", mail.Why)), key, escalation?.Id, AboutId: mail.MailId));
    }
}
