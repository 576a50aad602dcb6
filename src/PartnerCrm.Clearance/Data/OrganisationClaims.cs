using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Clearance;

/// <summary>
/// Takes an organisation for one colleague. The row is locked first, so that of two simultaneous starts the second reads what the first wrote.
/// </summary>
public class OrganisationClaims(IDbContextProvider<IClearanceDbContext> provider) : ITransientDependency
{
    // On SQLite the process-wide write gate has already let only one transaction in.
    private const string LockOnPostgres = """SELECT 1 FROM "CrmOrganisationStandings" WHERE "Id" = {0} FOR UPDATE""";

    public virtual async Task LockAsync(Guid contactId, CancellationToken cancellationToken)
    {
        var db = await provider.GetDbContextAsync();
        if (db.Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) != true) return;
        var organisationId = await db.ContactBases.Where(c => c.Id == contactId).Select(c => c.OrganisationId).FirstOrDefaultAsync(cancellationToken);
        if (organisationId is { } id) await db.Database.ExecuteSqlRawAsync(LockOnPostgres, [id], cancellationToken);
    }

    /// <summary>Takes what nobody else holds. Whoever is there by a colleague's leave takes nothing away from them.</summary>
    public virtual async Task ClaimAsync(Guid organisationId, Guid userId, DateTime now, DateTime until, CancellationToken cancellationToken)
    {
        var db = await provider.GetDbContextAsync();
        var free = db.OrganisationStandings.Where(o => o.Id == organisationId
            && (o.LeadOwnerId == null || o.LeadOwnerId == userId)
            && (o.ClaimedBy == null || o.ClaimedBy == userId || o.ClaimedUntil <= now));
        await free.ExecuteUpdateAsync(
            set => set.SetProperty(o => o.ClaimedBy, userId).SetProperty(o => o.ClaimedUntil, until), cancellationToken);
    }

    /// <summary>False when it wasn't theirs to pass on.</summary>
    public virtual async Task<bool> PassAsync(Guid organisationId, Guid fromId, Guid toId)
    {
        var db = await provider.GetDbContextAsync();
        return await db.OrganisationStandings.Where(o => o.Id == organisationId && o.ClaimedBy == fromId)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.ClaimedBy, toId)) > 0;
    }

    public virtual async Task ReleaseAsync(Guid organisationId, Guid userId, CancellationToken cancellationToken)
    {
        var db = await provider.GetDbContextAsync();
        await db.OrganisationStandings.Where(o => o.Id == organisationId && o.ClaimedBy == userId).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.ClaimedBy, (Guid?)null).SetProperty(o => o.ClaimedUntil, (DateTime?)null), cancellationToken);
    }
}
