using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Clearance;

/// <summary>What was kept of a contact goes over to another in one statement a table, on an index each.</summary>
public class MergedRows(IDbContextProvider<IClearanceDbContext> provider) : ITransientDependency
{
    public virtual async Task MoveAsync(Guid fromId, Guid toId)
    {
        var db = await provider.GetDbContextAsync();
        await db.Suppressions.Where(s => s.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(r => r.ContactId, toId));
        await db.Touches.Where(t => t.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(r => r.ContactId, toId));
        await db.OwnerRequests.Where(r => r.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(r => r.ContactId, toId));
        await db.Decisions.Where(d => d.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(r => r.ContactId, toId));
    }
}
