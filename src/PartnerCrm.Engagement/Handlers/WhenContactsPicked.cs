using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>A manager picked people: relationships are made, what is known of how they met is counted, and the climbs are queued.</summary>
public class WhenContactsPicked(
    IRepository<Relationship, Guid> relationships, IRepository<Escalation, Guid> escalations, EscalationStarting starting, Touches touches,
    FollowUpList followUps, NoticeReminders notices, Journal journal, ICurrentTenant tenant, IGuidGenerator guids, IClock clock) : ILocalEventHandler<ContactsPicked>, ITransientDependency
{
    public async Task HandleEventAsync(ContactsPicked fact)
    {
        var playbook = await starting.GetPlaybookAsync(fact.PlaybookId);
        var picked = fact.Contacts.DistinctBy(c => c.Contact.Id).ToList();
        var ids = picked.ConvertAll(c => c.Contact.Id);
        var known = (await relationships.GetListAsync(r => ids.Contains(r.ContactId))).ToDictionary(r => r.ContactId);
        var climbing = await ClimbingAsync(known.Values);

        var made = picked.Where(c => !known.ContainsKey(c.Contact.Id))
            .Select(c => new Relationship(guids.Create(), tenant.Id, c.Contact, fact.OwnerId)).ToDictionary(r => r.ContactId);
        await relationships.InsertManyAsync(made.Values);
        await notices.RemindAsync(made.Values);

        var all = picked.ConvertAll(c => (Picked: c, Relationship: known.GetValueOrDefault(c.Contact.Id) ?? made[c.Contact.Id]));
        await touches.RecordManyAsync([.. all.SelectMany(a => Met(a.Relationship, a.Picked, fact))]);
        foreach (var (_, relationship) in all.Where(a => known.ContainsKey(a.Relationship.ContactId))) await SayAsync(relationship, fact);
        await starting.QueueManyAsync(
            [.. all.Select(a => a.Relationship).Where(r => r.OwnerId == fact.OwnerId && r.Stage is not (Stage.Resting or Stage.Closed) && !climbing.Contains(r.Id))],
            playbook);
    }

    /// <summary>
    /// Somebody known comes up again. Another's relationship is not taken over, one that rests is only suggested to be woken: silence or a no
    /// is not undone by a file.
    /// </summary>
    private async Task SayAsync(Relationship relationship, ContactsPicked fact)
    {
        if (relationship.OwnerId != fact.OwnerId)
        {
            await journal.WriteAsync(relationship, null, "Journal:PickedByColleague");
            await followUps.AskOnceAsync(relationship, new Asked(
                FollowUpKind.Call, Sentence.Of("FollowUp:ColleaguePicked", ("Name", relationship.ContactName)),
                $"picked:{relationship.Id:N}:{fact.OwnerId:N}:{clock.Now:yyyyMMdd}"));
        }
        else if (relationship.Stage == Stage.Resting)
        {
            await journal.WriteAsync(relationship, null, "Journal:PickedWhileResting", ("Until", relationship.RestingUntil));
            await followUps.AskOnceAsync(relationship, new Asked(
                FollowUpKind.WakeUp, Sentence.Of("FollowUp:WakeForEvent", ("Name", relationship.ContactName)), EffectKeys.WakeUp(relationship, clock.Now)));
        }
        else if (relationship.Stage == Stage.Closed)
        {
            await journal.WriteAsync(relationship, null, "Journal:PickedWhileClosed", ("Reason", relationship.ClosedBecause));
        }
    }

    private static IEnumerable<(Relationship, NewTouch)> Met(Relationship relationship, PickedContact picked, ContactsPicked fact) =>
        from origin in picked.Origins
        let kind = origin.Channel switch
        {
            Channel.Event => TouchKind.EventAttended,
            // Who invited whom the file doesn't say: count the less.
            Channel.LinkedIn or Channel.X or Channel.Facebook => TouchKind.InvitationAccepted,
            Channel.Referral => TouchKind.IntroductionAccepted,
            _ => TouchKind.Note,
        }
        let at = origin.When is { } when && when < fact.At ? when : fact.At
        select (relationship, new NewTouch(origin.Channel, Direction.FromThem, kind, at, origin.Where ?? "", origin.ThroughUserId));

    private async Task<HashSet<Guid>> ClimbingAsync(IReadOnlyCollection<Relationship> known)
    {
        if (known.Count == 0) return [];
        var ids = known.Select(r => r.Id).ToList();
        return [.. (await escalations.GetListAsync(e => ids.Contains(e.RelationshipId) && e.State != EscalationState.Ended)).Select(e => e.RelationshipId)];
    }
}
