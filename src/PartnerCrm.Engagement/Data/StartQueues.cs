using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Engagement;

public class StartQueues(IDbContextProvider<IEngagementDbContext> provider, IGuidGenerator guids, ICurrentTenant tenant) : IStartQueues, ITransientDependency
{
    public async Task WakeAsync(Guid ownerId, DateTime at, CancellationToken cancellationToken = default)
    {
        var db = await provider.GetDbContextAsync();
        var (id, tenantId) = (guids.Create(), tenant.Id);
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "CrmStartQueues" ("Id", "TenantId", "OwnerId", "LookAt") VALUES ({id}, {tenantId}, {ownerId}, {at})
             ON CONFLICT ("OwnerId") DO UPDATE SET "LookAt" = CASE
                 WHEN "CrmStartQueues"."LookAt" < excluded."LookAt" THEN "CrmStartQueues"."LookAt" ELSE excluded."LookAt" END
             """,
            cancellationToken);
    }

    public async Task<Guid?> TakeAsync(Guid queueId, CancellationToken cancellationToken = default)
    {
        var db = await provider.GetDbContextAsync();
        // The row's lock holds it from here on; the lease has done its part, and would only keep the next look waiting.
        var queue = (await db.Set<StartQueue>()
            .FromSql($"""UPDATE "CrmStartQueues" SET "LookAt" = NULL, "LeaseUntil" = NULL WHERE "Id" = {queueId} RETURNING *""")
            .IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellationToken)).FirstOrDefault();
        return queue?.OwnerId;
    }
}
