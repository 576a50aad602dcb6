using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Timing;

namespace PartnerCrm.Engagement;

/// <summary>Keeps copied names fresh; a new job is news that may wake a relationship which rests.</summary>
public class WhenContactsChange(
    RelationshipOf relationshipOf, IRepository<Relationship, Guid> relationships, EscalationSteering steering, FollowUpList followUps, Journal journal,
    IClock clock)
    : ILocalEventHandler<ContactChanged>, ILocalEventHandler<OrganisationChanged>, ILocalEventHandler<ContactDeleted>, ITransientDependency
{
    public async Task HandleEventAsync(ContactChanged fact)
    {
        if (await relationshipOf.ContactAsync(fact.Contact.Id) is not { } relationship) return;
        if (!relationship.Copy(fact.Contact) || relationship.Stage != Stage.Resting) return;
        await journal.WriteAsync(relationship, null, "Journal:ChangedJob", ("Position", fact.Contact.Position), ("Organisation", fact.Contact.OrganisationName));
        await followUps.AskOnceAsync(relationship, new Asked(
            FollowUpKind.WakeUp,
            Sentence.Of("FollowUp:WakeForJob", ("Name", relationship.ContactName), ("Position", fact.Contact.Position), ("Organisation", fact.Contact.OrganisationName)),
            EffectKeys.WakeUp(relationship, clock.Now)));
    }

    public async Task HandleEventAsync(OrganisationChanged fact)
    {
        foreach (var relationship in await relationships.GetListAsync(r => r.OrganisationId == fact.Organisation.Id))
            relationship.RenameOrganisation(fact.Organisation);
    }

    public async Task HandleEventAsync(ContactDeleted fact)
    {
        if (await relationshipOf.ContactAsync(fact.ContactId) is not { } relationship) return;
        if (await steering.FindLiveAsync(relationship) is { } escalation)
            await steering.EndAsync(escalation, relationship, EndReason.ContactDeleted, Sentence.Of("Journal:ContactDeleted"));
        await followUps.DropAllAsync(relationship);
        if (relationship.Stage != Stage.Closed) relationship.Close(nameof(ContactDeleted), clock.Now);
    }
}
