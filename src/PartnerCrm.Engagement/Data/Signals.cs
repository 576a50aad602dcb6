using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Engagement;

public class Signals(IDbContextProvider<IEngagementDbContext> provider) : ISignals, ITransientDependency
{
    public async Task<EscalationSignal?> TakeAsync(Guid signalId, CancellationToken cancellationToken = default)
    {
        var db = await provider.GetDbContextAsync();
        // Read and removed in one statement; whoever came second finds nothing.
        return (await db.Set<EscalationSignal>()
            .FromSql($"""DELETE FROM "CrmEscalationSignals" WHERE "Id" = {signalId} RETURNING *""")
            .IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellationToken)).FirstOrDefault();
    }
}
