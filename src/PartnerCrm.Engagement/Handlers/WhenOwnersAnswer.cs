using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Linq;

namespace PartnerCrm.Engagement;

/// <summary>A colleague holds the organisation: they are asked, and the climbs that wait for their word go on or end with it.</summary>
public class WhenOwnersAnswer(
    IRepository<Escalation, Guid> escalations, IRepository<Relationship, Guid> relationships, RelationshipOf relationshipOf,
    EscalationSteering steering, FollowUpList followUps, Journal journal, IAsyncQueryableExecuter queries)
    : ILocalEventHandler<OwnerAsked>, ILocalEventHandler<OwnerNoLongerAsked>, ILocalEventHandler<OwnerAnswered>, ITransientDependency
{
    public async Task HandleEventAsync(OwnerAsked fact)
    {
        if (await relationshipOf.ContactAsync(fact.ContactId) is not { } relationship) return;
        await followUps.AskOfAsync(relationship, new Asked(
            FollowUpKind.AskOwner,
            Sentence.Of("FollowUp:AskOwner", ("Name", relationship.ContactName), ("Organisation", relationship.OrganisationName)),
            EffectKeys.AskOwner(fact.RequestId), AboutId: fact.RequestId, OwnerId: fact.OwnerId));
    }

    public Task HandleEventAsync(OwnerNoLongerAsked fact) => followUps.DropAsync(EffectKeys.AskOwner(fact.RequestId));

    public async Task HandleEventAsync(OwnerAnswered fact)
    {
        await followUps.SettleAsync(EffectKeys.AskOwner(fact.RequestId), fact.IsAllowed ? FollowUpAnswers.Yes : FollowUpAnswers.No);
        var waiting = from escalation in await escalations.GetQueryableAsync()
            join relationship in await relationships.GetQueryableAsync() on escalation.RelationshipId equals relationship.Id
            where escalation.OwnerId == fact.AskedBy && escalation.State == EscalationState.AwaitingOwner
            where relationship.OrganisationId == fact.OrganisationId || relationship.ContactId == fact.ContactId
            select new { escalation, relationship };
        foreach (var one in await queries.ToListAsync(waiting)) await GoOnAsync(one.escalation, one.relationship, fact);
    }

    private async Task GoOnAsync(Escalation escalation, Relationship relationship, OwnerAnswered fact)
    {
        if (!fact.IsAllowed)
        {
            await steering.EndAsync(escalation, relationship, EndReason.OwnerRefused, Sentence.Of("Journal:OwnerRefused", ("Note", fact.Note)));
            return;
        }
        await journal.WriteAsync(relationship, escalation.Id, "Journal:OwnerAgreed");
        await steering.StopAskingAsync(escalation);
    }
}
