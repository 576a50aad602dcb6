using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Engagement;

/// <summary>The queue before the climb: who waits, who is next, and may we?</summary>
public class EscalationStarting(
    IRepository<Escalation, Guid> escalations, IRepository<Relationship, Guid> relationships, IRepository<EscalationSignal, Guid> signals,
    IRepository<Reply, Guid> replies, IRepository<Playbook, Guid> playbooks, IStartQueues queues, PlaybookShelf shelf, EngagementPolicy policy, IClearance clearance,
    EscalationSteering steering, FollowUpList followUps, Journal journal, StartBell startBell, SignalBell signalBell, IAsyncQueryableExecuter queries, IUnitOfWorkManager unitsOfWork, ILocalEventBus facts,
    IGuidGenerator guids, IClock clock) : ITransientDependency
{
    private const int AtOnce = 50;

    public async Task<Playbook> GetPlaybookAsync(Guid id) =>
        await playbooks.FindAsync(id, includeDetails: false) ?? throw new BusinessException(EngagementErrors.PlaybookUnknown);

    /// <summary>Queues a climb. It starts when its owner has room, in the order of reciprocity, then of the last touch.</summary>
    public async Task<Escalation> QueueAsync(Relationship relationship, Playbook playbook)
    {
        relationship.EnsureOpen();
        if (await steering.FindLiveAsync(relationship) is not null)
            throw new BusinessException(EngagementErrors.AlreadyEscalating).WithData("Name", relationship.ContactName);
        var escalation = await AddAsync(relationship, playbook);
        await steering.WakeQueueAsync(relationship.OwnerId);
        return escalation;
    }

    public async Task QueueManyAsync(IReadOnlyCollection<Relationship> open, Playbook playbook)
    {
        foreach (var relationship in open) await AddAsync(relationship, playbook);
        foreach (var ownerId in open.Select(r => r.OwnerId).Distinct()) await steering.WakeQueueAsync(ownerId);
    }

    public async Task StartWhatFitsAsync(Guid queueId, CancellationToken cancellationToken = default)
    {
        if (await queues.TakeAsync(queueId, cancellationToken) is not { } ownerId) return;
        var now = clock.Now;
        var capacity = await policy.CapacityAsync();
        var (active, starts) = await CountAsync(ownerId, now - Capacity.Window, cancellationToken);
        var free = Math.Min(capacity.Free(starts, active), AtOnce);
        var next = await NextAsync(ownerId, now, free + 1, cancellationToken);
        foreach (var (escalation, relationship) in next.Take(free)) await StartAsync(escalation, relationship, now, cancellationToken);
        await unitsOfWork.Current!.SaveChangesAsync(cancellationToken);
        await LookAgainAsync(ownerId, next.Count > free, free > 0, now, cancellationToken);
    }

    private async Task StartAsync(Escalation escalation, Relationship relationship, DateTime now, CancellationToken cancellationToken)
    {
        var channel = (await shelf.StepsAsync(escalation.PlaybookVersionId))[0].Kind == StepKind.SocialTouch ? Channel.LinkedIn : Channel.Email;
        var answer = await clearance.ClaimAsync(
            new ClearanceQuestion(relationship.ContactId, channel, Purpose.Marketing, escalation.OwnerId, relationship.WroteAt is null),
            EffectKeys.Start(escalation), cancellationToken);
        var why = answer.Reasons[0].Sentence;
        if (answer.IsAllowed)
        {
            await signals.InsertAsync(escalation.Start(guids.Create(), now), cancellationToken: cancellationToken);
            signalBell.RingWhenDone();
            await facts.PublishAsync(new EscalationStarted(
                escalation.Id, relationship.Id, relationship.ContactId, relationship.OrganisationId, escalation.OwnerId, now));
            await journal.WriteAsync(relationship, escalation.Id, "Journal:Started");
        }
        else if (answer.Verdict == Verdict.AskOwner)
        {
            escalation.AskTheOwner();
            await journal.WriteAsync(relationship, escalation.Id, "Journal:AsksOwner", ("Why", why));
        }
        else if (answer.HeldBy is { } hold)
        {
            escalation.Hold(hold, why, now);
            await journal.WriteAsync(relationship, escalation.Id, "Journal:WaitsForHold", ("Why", why));
        }
        else if (answer.NotBefore is { } notBefore && notBefore > now)
        {
            escalation.QueueUntil(notBefore);
            await journal.WriteAsync(relationship, escalation.Id, "Journal:WaitsUntil", ("Until", notBefore), ("Why", why));
        }
        else
        {
            await steering.EndAsync(escalation, relationship, EndReason.Blocked, Sentence.Of("Journal:Blocked", ("Why", why)));
            await followUps.AskAsync(relationship, new Asked(
                FollowUpKind.StartBlocked, Sentence.Of("FollowUp:StartBlocked", ("Name", relationship.ContactName), ("Why", why)),
                EffectKeys.Of(FollowUpKind.StartBlocked, escalation.Id), escalation.Id));
        }
    }

    private async Task<Escalation> AddAsync(Relationship relationship, Playbook playbook)
    {
        var escalation = await escalations.InsertAsync(new Escalation(guids.Create(), relationship, playbook, clock.Now));
        await journal.WriteAsync(relationship, escalation.Id, "Journal:Queued", ("Playbook", playbook.Name));
        return escalation;
    }

    private async Task<(int Active, int Starts)> CountAsync(Guid ownerId, DateTime since, CancellationToken cancellationToken)
    {
        var counts = await queries.FirstOrDefaultAsync(
            (await escalations.GetQueryableAsync())
            .Where(e => e.OwnerId == ownerId && e.StartedAt != null && (e.State != EscalationState.Ended || e.StartedAt > since))
            .GroupBy(e => e.OwnerId)
            .Select(g => new { Active = g.Count(e => e.State != EscalationState.Ended), Starts = g.Count(e => e.StartedAt > since) }),
            cancellationToken);
        return counts is null ? (0, 0) : (counts.Active, counts.Starts);
    }

    private async Task<List<(Escalation Escalation, Relationship Relationship)>> NextAsync(Guid ownerId, DateTime now, int count, CancellationToken cancellationToken)
    {
        // Somebody wrote to us: what they meant is read before they hear from us.
        var unread = (await replies.GetQueryableAsync()).Where(r => r.Answer == null);
        var queued = from escalation in await escalations.GetQueryableAsync()
            join relationship in await relationships.GetQueryableAsync() on escalation.RelationshipId equals relationship.Id
            where escalation.OwnerId == ownerId && escalation.State == EscalationState.Queued && (escalation.NotBefore == null || escalation.NotBefore <= now)
            where escalation.HeldBy == "" && !unread.Any(r => r.RelationshipId == relationship.Id)
            // The sums as of one day order as they would today: see Reciprocity.
            orderby relationship.TheirsAtEpoch descending, relationship.LastTouchpointAt descending, escalation.QueuedAt
            select new { escalation, relationship };
        return (await queries.ToListAsync(queued.Take(count), cancellationToken)).ConvertAll(q => (q.escalation, q.relationship));
    }

    /// <summary>When is there room again, or something to fill it with? An ending wakes the queue by itself.</summary>
    private async Task LookAgainAsync(Guid ownerId, bool isMoreQueued, bool hadRoom, DateTime now, CancellationToken cancellationToken)
    {
        DateTime? at = null;
        if (isMoreQueued && hadRoom) at = now;
        else if (isMoreQueued)
            at = await queries.MinAsync((await escalations.GetQueryableAsync()).Where(e => e.OwnerId == ownerId && e.StartedAt > now - Capacity.Window)
                .Select(e => e.StartedAt), cancellationToken) + Capacity.Window;
        else
            at = await queries.MinAsync((await escalations.GetQueryableAsync()).Where(e => e.OwnerId == ownerId && e.State == EscalationState.Queued)
                .Select(e => e.NotBefore), cancellationToken);
        if (at is null) return;
        await queues.WakeAsync(ownerId, at.Value, cancellationToken);
        startBell.RingWhenDone();
    }
}
