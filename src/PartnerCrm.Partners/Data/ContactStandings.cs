using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Partners;

/// <summary>How it stands with a contact, beside the aggregate: in one statement, without a new version.</summary>
public class ContactStandings(IDbContextProvider<IPartnersDbContext> contexts) : ITransientDependency
{
    public virtual async Task KeepAsync(RelationshipCard relationship) =>
        await (await contexts.GetDbContextAsync()).Contacts.Where(c => c.Id == relationship.ContactId).ExecuteUpdateAsync(s => s
            .SetProperty(c => c.Stage, relationship.Stage).SetProperty(c => c.OwnerId, relationship.OwnerId).SetProperty(c => c.LastTouchedAt, relationship.LastTouchpointAt));
}
