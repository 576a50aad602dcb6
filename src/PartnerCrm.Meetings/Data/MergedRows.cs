using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Meetings;

/// <summary>The meetings of a contact go over to another in one statement a table, on an index each.</summary>
public class MergedRows(IDbContextProvider<IMeetingsDbContext> provider) : ITransientDependency
{
    public virtual async Task MoveAsync(Guid fromId, Guid toId)
    {
        var db = await provider.GetDbContextAsync();
        await db.Offers.Where(o => o.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(o => o.ContactId, toId));
        await db.Meetings.IgnoreQueryFilters().Where(m => m.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(m => m.ContactId, toId));
    }

    public virtual async Task MoveRelationshipAsync(Guid contactId, Guid fromId, Guid toId)
    {
        var db = await provider.GetDbContextAsync();
        await db.Offers.Where(o => o.ContactId == contactId && o.RelationshipId == fromId).ExecuteUpdateAsync(s => s.SetProperty(o => o.RelationshipId, toId));
        await db.Meetings.IgnoreQueryFilters().Where(m => m.ContactId == contactId && m.RelationshipId == fromId).ExecuteUpdateAsync(s => s.SetProperty(m => m.RelationshipId, toId));
    }
}
