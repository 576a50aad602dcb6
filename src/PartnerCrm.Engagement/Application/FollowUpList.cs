using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>Asks people to do things, and crosses off what events have settled.</summary>
public class FollowUpList(IRepository<FollowUp, Guid> followUps, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    public Task AskAsync(Relationship relationship, Asked asked) => followUps.InsertAsync(new FollowUp(guids.Create(), relationship, asked, clock.Now));

    /// <summary>As <see cref="AskAsync"/>, for facts that may be told twice.</summary>
    public async Task AskOnceAsync(Relationship relationship, Asked asked)
    {
        if (await followUps.FindAsync(f => f.EffectKey == asked.EffectKey) is null) await AskAsync(relationship, asked);
    }

    public async Task SettleAsync(string effectKey, string answer) =>
        (await followUps.FindAsync(f => f.EffectKey == effectKey))?.Settle(answer, clock.Now);

    /// <summary>What was asked for an escalation that is over. Replies stay: somebody wrote, and wants to be read.</summary>
    public async Task DropAsync(Escalation escalation)
    {
        var open = await followUps.GetListAsync(f => f.RelationshipId == escalation.RelationshipId && f.State == FollowUpState.Open);
        foreach (var followUp in open.Where(f => f.EscalationId == escalation.Id && f.Kind != FollowUpKind.Triage)) followUp.Drop(clock.Now);
    }
}
