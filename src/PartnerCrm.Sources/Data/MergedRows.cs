using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Sources;

/// <summary>Candidates that are a contact are another from now on, in one statement each, on an index.</summary>
public class MergedRows(IDbContextProvider<ISourcesDbContext> provider) : ITransientDependency
{
    public virtual async Task MoveAsync(Guid fromId, Guid toId)
    {
        var db = await provider.GetDbContextAsync();
        await db.Candidates.Where(c => c.ContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(c => c.ContactId, toId));
        await db.Candidates.Where(c => c.SameAsContactId == fromId).ExecuteUpdateAsync(s => s.SetProperty(c => c.SameAsContactId, toId));
    }
}
