using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Partners;

/// <summary>How it stands with contacts, beside the aggregate: in one statement for all that stand alike, without a new version.</summary>
public class ContactStandings(IDbContextProvider<IPartnersDbContext> contexts) : ITransientDependency
{
    public virtual async Task KeepAsync(IReadOnlyCollection<RelationshipCard> relationships)
    {
        var context = await contexts.GetDbContextAsync();
        foreach (var alike in relationships.GroupBy(r => (r.Stage, r.OwnerId, r.LastTouchpointAt), r => r.ContactId))
        {
            var (stage, owner, touched) = alike.Key;
            var ids = alike.ToList();
            await context.Contacts.Where(c => EF.Parameter(ids).Contains(c.Id)).ExecuteUpdateAsync(s => s
                .SetProperty(c => c.Stage, stage).SetProperty(c => c.OwnerId, owner).SetProperty(c => c.LastTouchedAt, touched));
        }
    }
}
