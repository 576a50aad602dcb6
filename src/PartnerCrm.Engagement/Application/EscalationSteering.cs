using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>
/// What people and facts do to an escalation: it remembers at once, what had been asked for is taken back, and the workflow is told to look.
/// </summary>
public class EscalationSteering(
    IRepository<Escalation, Guid> escalations, IRepository<EscalationSignal, Guid> signals, FollowUpList followUps, Journal journal,
    IStartQueues queues, SignalBell signalBell, StartBell startBell, ILocalEventBus facts, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    public Task<Escalation?> FindLiveAsync(Relationship relationship) =>
        escalations.FindAsync(e => e.RelationshipId == relationship.Id && e.State != EscalationState.Ended)!;

    public async Task<Escalation> GetLiveAsync(Relationship relationship) =>
        await FindLiveAsync(relationship) ?? throw new BusinessException(EngagementErrors.NoEscalation).WithData("Name", relationship.ContactName);

    /// <summary>The workflow shall look again. Told only when there is one: a queued escalation has none yet.</summary>
    public async Task TellAsync(Escalation escalation, string news, SignalKind kind = SignalKind.News)
    {
        if (escalation.StartedAt is null) return;
        await signals.InsertAsync(escalation.Tell(guids.Create(), kind, news, clock.Now));
        signalBell.RingWhenDone();
    }

    public async Task PauseAsync(Escalation escalation, Relationship relationship, string reason, Sentence? said = null)
    {
        escalation.Pause(reason, clock.Now);
        await WithdrawAsync(escalation, reason);
        await journal.WriteAsync(relationship, escalation.Id, said ?? Sentence.Of("Journal:Paused", ("Reason", reason)));
        await TellAsync(escalation, "Paused");
    }

    public async Task ResumeAsync(Escalation escalation, Relationship relationship)
    {
        relationship.EnsureOpen();
        escalation.Resume(clock.Now);
        await followUps.DropAsync(escalation, FollowUpKind.MailRefused);
        await journal.WriteAsync(relationship, escalation.Id, "Journal:Resumed");
        await TellAsync(escalation, "Resumed");
    }

    public async Task HoldAsync(Escalation escalation, Relationship relationship, HoldPlaced hold)
    {
        if (!escalation.Hold(hold.HoldId, hold.Reason, clock.Now)) return;
        await WithdrawAsync(escalation, hold.Reason);
        await journal.WriteAsync(relationship, escalation.Id, "Journal:Held", ("Reason", hold.Reason));
        await TellAsync(escalation, "Held");
    }

    public async Task LiftAsync(Escalation escalation, Relationship relationship, HoldLifted hold)
    {
        if (!escalation.Lift(hold.HoldId, clock.Now)) return;
        await journal.WriteAsync(relationship, escalation.Id, "Journal:HoldLifted");
        await TellAsync(escalation, "HoldLifted");
        if (escalation.State == EscalationState.Queued) await WakeQueueAsync(escalation.OwnerId);
    }

    /// <summary>A colleague's word has come, or is not needed any more.</summary>
    public async Task StopAskingAsync(Escalation escalation)
    {
        if (escalation.StopAsking(clock.Now)) await TellAsync(escalation, nameof(OwnerAnswered));
        else await WakeQueueAsync(escalation.OwnerId);
    }

    /// <summary>They wrote: nothing more goes out until the owner says what it means.</summary>
    public async Task AwaitTriageAsync(Escalation escalation, string why)
    {
        if (escalation.StartedAt is null) return;
        escalation.AwaitTriage();
        await WithdrawAsync(escalation, why);
        await TellAsync(escalation, "Replied");
    }

    public async Task<Stage> OverrideAsync(Escalation escalation, Relationship relationship, string reason)
    {
        escalation.EnsureRunning();
        var gate = relationship.OverrideGate(reason);
        await journal.WriteAsync(relationship, escalation.Id, Journal.GateOverridden, ("Gate", gate), ("Reason", reason));
        await TellAsync(escalation, "Overridden");
        return gate;
    }

    /// <summary>
    /// Ends it, for whatever reason, once. <paramref name="byWorkflow"/>: the workflow itself came to the end and needn't be told.
    /// </summary>
    public async Task EndAsync(Escalation escalation, Relationship relationship, EndReason reason, Sentence why, bool byWorkflow = false)
    {
        var hadStarted = escalation.StartedAt is not null;
        if (!escalation.End(reason, clock.Now)) return;
        if (hadStarted)
        {
            // An accepted meeting stands; whatever else was asked for is withdrawn.
            await facts.PublishAsync(new MailWithdrawn(escalation.Id, null, reason.ToString(), clock.Now));
            if (reason != EndReason.Met) await facts.PublishAsync(new MeetingOfferWithdrawn(escalation.Id, reason.ToString(), clock.Now));
            if (!byWorkflow) await TellAsync(escalation, reason.ToString(), SignalKind.Stop);
        }
        await facts.PublishAsync(new EscalationEnded(
            escalation.Id, escalation.RelationshipId, escalation.ContactId, escalation.OrganisationId, escalation.OwnerId, reason.ToString(), clock.Now,
            hadStarted && await IsLastThereAsync(escalation.OwnerId, escalation.OrganisationId, escalation.RelationshipId)));
        await followUps.DropAsync(escalation);
        await journal.WriteAsync(relationship, escalation.Id, why);
        await WakeQueueAsync(escalation.OwnerId);
    }

    /// <summary>Has this owner nothing else under way at the organisation? Read as rows, so that what this transaction has changed already counts.</summary>
    public async Task<bool> IsLastThereAsync(Guid ownerId, Guid? organisationId, Guid besideRelationshipId) => !(await escalations.GetListAsync(e =>
            e.OrganisationId == organisationId && e.OwnerId == ownerId && e.RelationshipId != besideRelationshipId && e.State != EscalationState.Ended && e.StartedAt != null))
        .Exists(e => e.IsLive && e.OwnerId == ownerId);

    public async Task WakeQueueAsync(Guid ownerId)
    {
        await queues.WakeAsync(ownerId, clock.Now);
        startBell.RingWhenDone();
    }

    private async Task WithdrawAsync(Escalation escalation, string reason)
    {
        await facts.PublishAsync(new MailWithdrawn(escalation.Id, null, reason, clock.Now));
        await followUps.DropAsync(escalation, FollowUpKind.ApproveDraft);
        if (escalation.MeetingId is null) await facts.PublishAsync(new MeetingOfferWithdrawn(escalation.Id, reason, clock.Now));
    }
}
