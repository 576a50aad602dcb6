using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>Asks people to do things, and crosses off what events have settled.</summary>
public class FollowUpList(IRepository<FollowUp, Guid> followUps, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    public Task<FollowUp> AskAsync(Relationship relationship, Asked asked) => followUps.InsertAsync(new FollowUp(guids.Create(), relationship, asked, clock.Now));

    /// <summary>As <see cref="AskAsync"/>, for facts that may be told twice.</summary>
    public async Task AskOnceAsync(Relationship relationship, Asked asked)
    {
        if (await followUps.FindAsync(f => f.EffectKey == asked.EffectKey) is null) await AskAsync(relationship, asked);
    }

    /// <summary>As <see cref="AskOnceAsync"/>, for what may have been asked of somebody else before, or done by a word that was taken back.</summary>
    public async Task AskOfAsync(Relationship relationship, Asked asked)
    {
        if (await followUps.FindAsync(f => f.EffectKey == asked.EffectKey) is not { } followUp)
        {
            await AskAsync(relationship, asked);
            return;
        }
        if (followUp.State == FollowUpState.Done) followUp.Reopen();
        followUp.HandOver(asked.OwnerId ?? relationship.OwnerId);
    }

    public async Task SettleAsync(string effectKey, string answer) =>
        (await followUps.FindAsync(f => f.EffectKey == effectKey))?.Settle(answer, clock.Now);

    /// <summary>What nobody needs to do any more: drafts that are withdrawn wait for nobody's word, what is asked for anew is no trouble any more.</summary>
    public async Task DropAsync(Escalation escalation, FollowUpKind kind)
    {
        foreach (var followUp in await followUps.GetListAsync(f =>
            f.RelationshipId == escalation.RelationshipId && f.State == FollowUpState.Open && f.EscalationId == escalation.Id && f.Kind == kind))
            followUp.Drop(clock.Now);
    }

    /// <summary>Takes back what was asked because of a slip, so that it can be asked again.</summary>
    public async Task UnaskAsync(string effectKey)
    {
        if (await followUps.FindAsync(f => f.EffectKey == effectKey) is { } asked) await followUps.DeleteAsync(asked);
    }

    public async Task ReopenAsync(string effectKey)
    {
        if (await followUps.FindAsync(f => f.EffectKey == effectKey) is { State: FollowUpState.Done } followUp) followUp.Reopen();
    }

    public async Task DropAsync(string effectKey) => (await followUps.FindAsync(f => f.EffectKey == effectKey))?.Drop(clock.Now);

    public async Task DropAllAsync(Relationship relationship)
    {
        foreach (var followUp in await followUps.GetListAsync(f => f.RelationshipId == relationship.Id && f.State == FollowUpState.Open)) followUp.Drop(clock.Now);
    }

    /// <summary>What was asked for an escalation that is over. Replies stay: somebody wrote, and wants to be read.</summary>
    public async Task DropAsync(Escalation escalation)
    {
        var open = await followUps.GetListAsync(f => f.RelationshipId == escalation.RelationshipId && f.State == FollowUpState.Open);
        foreach (var followUp in open.Where(f => f.EscalationId == escalation.Id && f.Kind != FollowUpKind.Triage)) followUp.Drop(clock.Now);
    }
}
