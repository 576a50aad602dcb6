using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartnerCrm.Contracts;

namespace PartnerCrm.Tests;

/// <summary>The host's way of claiming, for SQLite alone. Work that fails fails the test.</summary>
public sealed class SqliteDueWork(ModuleApp app) : IDueWork
{
    public async Task<int> PassAsync(
        DueRows rows, int max, Func<IServiceProvider, Guid, CancellationToken, Task> work, CancellationToken cancellationToken = default)
    {
        var claimed = await app.DoAsync(services => ClaimAsync(services, rows, max));
        foreach (var (id, tenantId) in claimed) await app.DoAsync(services => work(services, id, cancellationToken), tenantId);
        return claimed.Count;
    }

    private async Task<List<(Guid Id, Guid? TenantId)>> ClaimAsync(IServiceProvider services, DueRows rows, int max)
    {
        var tables = await app.TablesAsync(services);
        await using var command = new SqliteCommand(
            $"""
            UPDATE "{rows.Table}" SET "LeaseUntil" = @lease WHERE "Id" IN (SELECT t."Id" FROM "{rows.Table}" AS t
            WHERE ({rows.Where}) AND (t."LeaseUntil" IS NULL OR t."LeaseUntil" < @now) ORDER BY {rows.OrderBy} LIMIT {max}) RETURNING "Id", "TenantId"
            """,
            (SqliteConnection)tables.Database.GetDbConnection(), (SqliteTransaction?)tables.Database.CurrentTransaction?.GetDbTransaction());
        command.Parameters.AddWithValue("@now", app.Clock.Now);
        command.Parameters.AddWithValue("@lease", app.Clock.Now + rows.Lease);
        var found = new List<(Guid, Guid?)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) found.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetGuid(1)));
        return found;
    }
}
