using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>
/// The wrong key was pressed on a reply. As long as nothing has gone out because of it, it waits to be triaged again; a climb that was ended
/// goes on as another one from the same step. An objection stands: whoever suppresses by a slip reviews it where suppressions are.
/// </summary>
public class TriageUndoing(
    IRepository<Touchpoint, Guid> touchpoints, IRepository<Escalation, Guid> escalations, IRepository<EscalationSignal, Guid> signals,
    EscalationSteering steering, FollowUpList followUps, Journal journal, SignalBell bell, ILocalEventBus facts, IGuidGenerator guids, IClock clock)
    : ITransientDependency
{
    public async Task TakeBackAsync(Reply reply, Relationship relationship)
    {
        if (reply.Answer == TriageAnswer.Objects) throw new BusinessException(EngagementErrors.ObjectionStands).WithData("Name", relationship.ContactName);
        var (answer, triagedAt) = (reply.Answer, reply.TriagedAt);
        var history = await touchpoints.GetListAsync(t => t.ContactId == relationship.ContactId);
        if (history.Exists(t => t.Direction == Direction.FromUs && t.At >= triagedAt)) throw new BusinessException(EngagementErrors.TriageWentOut);
        var escalation = await GoesOnAsync(reply, relationship, triagedAt);
        reply.TakeBack(escalation?.Id ?? reply.EscalationId);

        foreach (var kind in (FollowUpKind[])[FollowUpKind.Call, FollowUpKind.WakeUp, FollowUpKind.FindRightPerson])
            await followUps.UnaskAsync(EffectKeys.About(kind, reply.Id));
        await followUps.ReopenAsync(EffectKeys.Triage(reply.Id));
        if (answer == TriageAnswer.Later && relationship.Stage == Stage.Resting) relationship.Wake("TakenBack", clock.Now);
        if (answer == TriageAnswer.Interested) Forget(relationship, reply, history);
        await journal.WriteAsync(relationship, escalation?.Id, "Journal:TriageTakenBack");
    }

    private static void Forget(Relationship relationship, Reply reply, List<Touchpoint> history)
    {
        history.Find(t => t.Id == reply.TouchpointId)?.UnmarkInterested();
        relationship.CountAnew(history);
    }

    private async Task<Escalation?> GoesOnAsync(Reply reply, Relationship relationship, DateTime? triagedAt)
    {
        if (await steering.FindLiveAsync(relationship) is { } live)
        {
            if (live.Id == reply.EscalationId) await steering.AwaitTriageAsync(live, "The triage was taken back");
            return live;
        }
        if (reply.EscalationId is not { } id || await escalations.FindAsync(id, includeDetails: false) is not { } ended) return null;
        var endedByIt = ended is { EndReason: EndReason.Later or EndReason.WrongPerson or EndReason.Answered, StartedAt: not null } && ended.EndedAt >= triagedAt;
        return endedByIt ? await AgainAsync(ended) : null;
    }

    private async Task<Escalation> AgainAsync(Escalation ended)
    {
        var again = ended.Again(guids.Create(), clock.Now);
        var start = again.Start(guids.Create(), clock.Now);
        again.AwaitTriage();
        await escalations.InsertAsync(again);
        await signals.InsertAsync(start);
        bell.RingWhenDone();
        await facts.PublishAsync(new EscalationStarted(again.Id, again.RelationshipId, again.ContactId, again.OrganisationId, again.OwnerId, clock.Now));
        return again;
    }
}
