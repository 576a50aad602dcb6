using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace PartnerCrm.Sources;

/// <summary>
/// Takes over imports that wait, or whose reader died, and reads each to its end. The claim is one short transaction, each batch another:
/// no transaction spans the reading of a file.
/// </summary>
public class ImportReading(IDueWork dueWork, ImportReader reader, ICurrentTenant currentTenant, IClock clock) : ITransientDependency
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    private static readonly DueRows Waiting = new(
        "CrmImports", """(t."Status" = 'Queued' OR (t."Status" = 'Reading' AND t."ReadingUntil" < @now))""", """t."CreationTime" """, Heartbeat);

    /// <summary>One pass: the import that waits longest, if there is one. Returns how many were read.</summary>
    public virtual async Task<int> PassAsync(CancellationToken cancellationToken = default)
    {
        var claimed = new List<(Guid? TenantId, Guid ImportId)>();
        await dueWork.PassAsync(Waiting, 1, ClaimAsync, cancellationToken);
        foreach (var (tenantId, importId) in claimed)
        {
            using (currentTenant.Change(tenantId)) await reader.ReadAsync(importId, cancellationToken);
        }
        return claimed.Count;

        async Task ClaimAsync(IServiceProvider services, Guid importId, CancellationToken token)
        {
            var imports = services.GetRequiredService<IRepository<Import, Guid>>();
            var import = await imports.GetAsync(importId, cancellationToken: token);
            import.BeginReading(clock.Now + Heartbeat);
            await imports.UpdateAsync(import, cancellationToken: token);
            if (import.Status == ImportStatus.Reading) claimed.Add((import.TenantId, importId));
        }
    }
}
