using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Host;

/// <summary>A lock of the transaction's. On SQLite the process-wide write gate has already let only one transaction in.</summary>
public class OneAtATime(IDbContextProvider<PartnerCrmDbContext> contexts, ICurrentTenant tenant) : IOneAtATime, ITransientDependency
{
    public async Task EnterAsync(string name, CancellationToken cancellationToken = default)
    {
        var database = (await contexts.GetDbContextAsync()).Database;
        if (!database.IsNpgsql()) return;
        var key = $"{tenant.Id:N}:{name}";
        await database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellationToken);
    }
}
