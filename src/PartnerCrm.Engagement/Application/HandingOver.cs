using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>A colleague takes a relationship on, with all that is open in it.</summary>
public class HandingOver(
    IRepository<FollowUp, Guid> followUps, IRepository<Reply, Guid> replies, IRepository<Escalation, Guid> escalations, EscalationSteering steering,
    IColleagueLookup colleagues, Journal journal, ILocalEventBus facts, IClock clock) : ITransientDependency
{
    public async Task HandOverAsync(Relationship relationship, Guid ownerId)
    {
        var from = relationship.OwnerId;
        if (from != ownerId) await colleagues.EnsureHereAsync([ownerId]);
        relationship.HandOver(ownerId);
        if (from == ownerId) return;
        var escalation = await steering.FindLiveAsync(relationship);
        escalation?.HandOver(ownerId);
        foreach (var followUp in await followUps.GetListAsync(f => f.RelationshipId == relationship.Id && f.State == FollowUpState.Open && f.Kind != FollowUpKind.AskOwner))
            followUp.HandOver(ownerId);
        foreach (var reply in await replies.GetListAsync(r => r.RelationshipId == relationship.Id && r.Answer == null)) reply.HandOver(ownerId);
        await journal.WriteAsync(relationship, escalation?.Id, "Journal:HandedOver");

        await facts.PublishAsync(new RelationshipHandedOver(
            relationship.Id, relationship.ContactId, relationship.OrganisationId, from, ownerId, clock.Now,
            await steering.IsLastThereAsync(from, relationship.OrganisationId, relationship.Id)));
        await AskAnewAsync(relationship, from, ownerId);
        await steering.WakeQueueAsync(from);
        await steering.WakeQueueAsync(ownerId);
    }

    /// <summary>Who must be asked about the organisation, and by whom, may be another now: whoever of the two waits for a word asks again.</summary>
    private async Task AskAnewAsync(Relationship relationship, Guid from, Guid to)
    {
        var waiting = await escalations.GetListAsync(e => e.State == EscalationState.AwaitingOwner && (e.RelationshipId == relationship.Id
            || e.OrganisationId != null && e.OrganisationId == relationship.OrganisationId && (e.OwnerId == from || e.OwnerId == to)));
        foreach (var escalation in waiting) await steering.StopAskingAsync(escalation);
    }
}
