using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>Two contacts were one person: one bond is left, with the story of both. The one with a plan under way goes on, else that of the contact who stays.</summary>
public class WhenContactsMerge(
    RelationshipOf relationshipOf, IRepository<Relationship, Guid> relationships, IRepository<Touchpoint, Guid> touchpoints, IRepository<FollowUp, Guid> followUps,
    IRepository<Escalation, Guid> escalations, IMergedRows rows, EscalationSteering steering, Journal journal, ILocalEventBus facts, IClock clock)
    : ILocalEventHandler<ContactsMerged>, ITransientDependency
{
    public async Task HandleEventAsync(ContactsMerged fact)
    {
        if (await relationshipOf.ContactAsync(fact.MergedId) is not { } theirs) return;
        var stays = await relationshipOf.ContactAsync(fact.Contact.Id);
        var (goesOn, ends) = stays is null || await IsClimbingAsync(theirs) ? (theirs, stays) : (stays, theirs);

        var isClimbing = await IsClimbingAsync(goesOn);
        if (ends is not null) await relationships.DeleteAsync(ends, autoSave: true);
        goesOn.GoOnWith(fact.Contact);
        if (ends is not null) goesOn.Absorb(ends, isClimbing, clock.Now);
        await relationships.UpdateAsync(goesOn, autoSave: true);
        await rows.MoveAsync(ends?.Id ?? goesOn.Id, fact.MergedId, goesOn.Id, fact.Contact.Id);

        goesOn.CountAnew(await touchpoints.GetListAsync(t => t.ContactId == fact.Contact.Id));
        await TidyAsync(goesOn);
        await journal.WriteAsync(goesOn, null, "Journal:Merged", ("Name", fact.MergedName));
        if (isClimbing && await steering.FindLiveAsync(goesOn) is { } escalation) await steering.TellAsync(escalation, "Merged");
        if (ends is not null) await facts.PublishAsync(new RelationshipsMerged(ends.Id, goesOn.Id, fact.Contact.Id, clock.Now));
    }

    private Task<bool> IsClimbingAsync(Relationship relationship) =>
        escalations.AnyAsync(e => e.RelationshipId == relationship.Id && e.State != EscalationState.Ended);

    /// <summary>What was open with either is its owner's now; a person is told once that we hold their details.</summary>
    private async Task TidyAsync(Relationship relationship)
    {
        var open = await followUps.GetListAsync(f => f.RelationshipId == relationship.Id && f.State == FollowUpState.Open);
        foreach (var followUp in open.Where(f => f.Kind != FollowUpKind.AskOwner)) followUp.HandOver(relationship.OwnerId);
        foreach (var twice in open.Where(f => f.Kind == FollowUpKind.GiveNotice).OrderBy(f => f.DueAt).Skip(1)) twice.Drop(clock.Now);
    }
}
