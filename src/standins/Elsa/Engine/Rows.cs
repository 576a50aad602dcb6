using System.Data.Common;
using System.Text;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Elsa.Engine;

/// <summary>An instance's row.</summary>
internal sealed record InstanceRow(long Key, string Id, string? TenantId, string DefinitionId, int Version, string? CorrelationId, WorkflowSubStatus SubStatus, int Burst, string State, long CreatedAt, long UpdatedAt, long? FinishedAt)
{
    public bool IsDone => SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted;
}

/// <summary>A timer that is due and that nobody else is to take for a while.</summary>
internal sealed record DueTimer(long InstanceKey, int Sequence, int Attempts, string InstanceId, string? TenantId);

/// <summary>The engine's tables, in the transaction of a unit of work.</summary>
internal sealed class Rows(DbContext context)
{
    private const string Select = """SELECT "Key", "Id", "TenantId", "DefinitionId", "Version", "CorrelationId", "SubStatus", "Burst", "State", "CreatedAt", "UpdatedAt", "FinishedAt" FROM "ElsaInstances" """;
    private const string Savepoint = "elsa_burst";

    // Texts with as many places as there are rows, made once: the database can keep what it prepared for them.
    private static readonly string[] inserts = [.. Enumerable.Range(0, 9).Select(InsertBookmarks)];

    private readonly Script script = new(context);

    /// <summary>Until the end of the transaction nobody else changes the instance. (On SQLite nobody else writes at all.)</summary>
    public async Task<InstanceRow?> LockAsync(string id, string? tenantId, CancellationToken ct) =>
        (await script.QueryAsync($"""{Select} WHERE "Id" = $1 AND "TenantId" IS NOT DISTINCT FROM $2 {Locked}""", [id, tenantId], Read, ct)).FirstOrDefault();

    public async Task<InstanceRow?> FindAsync(string id, string? tenantId, CancellationToken ct) =>
        (await script.QueryAsync($"""{Select} WHERE "Id" = $1 AND "TenantId" IS NOT DISTINCT FROM $2""", [id, tenantId], Read, ct)).FirstOrDefault();

    /// <summary>The next instances that wait for a stimulus, oldest first, locked.</summary>
    public Task<List<InstanceRow>> LockWaitingAsync(long hash, string? correlationId, string? tenantId, long after, int max, CancellationToken ct) => correlationId is null
        ? script.QueryAsync($"""
            {Select} WHERE "Key" IN (SELECT "InstanceKey" FROM "ElsaBookmarks" WHERE "Hash" = $1 AND "InstanceKey" > $2) AND "TenantId" IS NOT DISTINCT FROM $3 ORDER BY "Key" LIMIT $4 {Locked}
            """, [hash, after, tenantId, max], Read, ct)
        : script.QueryAsync($"""
            {Select} WHERE "Key" IN (SELECT "InstanceKey" FROM "ElsaBookmarks" WHERE "Hash" = $1 AND "Correlation" = $2 AND "InstanceKey" > $3) AND "TenantId" IS NOT DISTINCT FROM $4
            AND "CorrelationId" = $5 ORDER BY "Key" LIMIT $6 {Locked}
            """, [hash, HashOf(correlationId), after, tenantId, correlationId, max], Read, ct);

    /// <summary>Before activities run: what they do can be undone without the rest of the unit of work. Npgsql sends it with the next statement.</summary>
    public Task MarkAsync(CancellationToken ct) => script.Transaction.SaveAsync(Savepoint, ct);

    public Task UndoAsync(CancellationToken ct) => script.Transaction.RollbackAsync(Savepoint, ct);

    /// <summary>Writes what the burst changed, with its journal.</summary>
    public async Task WriteAsync(WorkflowExecutionContext instance, CancellationToken ct, bool marked = true)
    {
        instance.UpdatedAt = instance.Clock.GetUtcNow();
        if (marked) script.Add($"RELEASE SAVEPOINT {Savepoint}", []);
        WriteInstance(instance);
        WriteBookmarks(instance);
        if (instance.Journal.Count > 0)
            script.Add("""INSERT INTO "ElsaJournal" ("At", "Burst", "InstanceKey", "Lines") VALUES ($1, $2, $3, $4)""",
                [instance.Journal[0].At.ToUnixTimeMilliseconds(), instance.Burst + 1, instance.Key, JournalLine.Write(instance.Journal)]);
        await script.RunAsync(ct);
        instance.Burst++;
    }

    public async Task<bool> DeleteAsync(string id, string? tenantId, CancellationToken ct)
    {
        if (await LockAsync(id, tenantId, ct) is not { } row) return false;
        script.Add("""DELETE FROM "ElsaInstances" WHERE "Key" = $1""", [row.Key]);
        script.Add("""DELETE FROM "ElsaBookmarks" WHERE "InstanceKey" = $1""", [row.Key]);
        script.Add("""DELETE FROM "ElsaJournal" WHERE "InstanceKey" = $1""", [row.Key]);
        await script.RunAsync(ct);
        return true;
    }

    /// <summary>Takes due timers of all tenants: until <paramref name="leasedUntil"/> they are not due for anybody else.</summary>
    public Task<List<DueTimer>> ClaimAsync(long now, long leasedUntil, int max, CancellationToken ct) => script.QueryAsync($"""
        WITH due AS MATERIALIZED (SELECT "InstanceKey" AS i, "Sequence" AS s FROM "ElsaBookmarks" WHERE "Due" <= $1 ORDER BY "Due" LIMIT $2 {(script.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "")})
        UPDATE "ElsaBookmarks" SET "Due" = $3 FROM due WHERE "InstanceKey" = due.i AND "Sequence" = due.s
        RETURNING "InstanceKey", "Sequence", "Attempts", (SELECT "Id" FROM "ElsaInstances" WHERE "Key" = "InstanceKey"), (SELECT "TenantId" FROM "ElsaInstances" WHERE "Key" = "InstanceKey")
        """, [now, max, leasedUntil], row => new DueTimer(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4)), ct);

    public async Task<long?> NextDueAsync(CancellationToken ct) =>
        (await script.QueryAsync("""SELECT min("Due") FROM "ElsaBookmarks" WHERE "Due" IS NOT NULL""", [], row => row.IsDBNull(0) ? null : (long?)row.GetInt64(0), ct))[0];

    public Task PostponeAsync(DueTimer timer, long due, int attempts, CancellationToken ct)
    {
        script.Add("""UPDATE "ElsaBookmarks" SET "Due" = $3, "Attempts" = $4 WHERE "InstanceKey" = $1 AND "Sequence" = $2""", [timer.InstanceKey, timer.Sequence, due, (short)attempts]);
        return script.RunAsync(ct);
    }

    private string Locked => script.IsPostgres ? "FOR UPDATE" : "";

    private void WriteInstance(WorkflowExecutionContext instance)
    {
        var (state, status, updated, finished) = (InstanceState.Write(instance), (short)instance.SubStatus, instance.UpdatedAt.ToUnixTimeMilliseconds(), instance.FinishedAt?.ToUnixTimeMilliseconds());
        if (instance.Burst == 0)
            script.Add("""
                INSERT INTO "ElsaInstances" ("Key", "Id", "TenantId", "DefinitionId", "Version", "CorrelationId", "SubStatus", "Burst", "State", "CreatedAt", "UpdatedAt", "FinishedAt")
                VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10, $11)
                """, [instance.Key, instance.Id, instance.TenantId, instance.Definition.Id, instance.Definition.Version, instance.CorrelationId, status, state, instance.CreatedAt.ToUnixTimeMilliseconds(), updated, finished]);
        else
            script.Add("""UPDATE "ElsaInstances" SET "CorrelationId" = $3, "SubStatus" = $4, "Burst" = "Burst" + 1, "State" = $5, "UpdatedAt" = $6, "FinishedAt" = $7 WHERE "Key" = $1 AND "Burst" = $2""",
                [instance.Key, instance.Burst, instance.CorrelationId, status, state, updated, finished], expected: 1);
    }

    private void WriteBookmarks(WorkflowExecutionContext instance)
    {
        var (before, correlation) = (instance.Stored.Waits, instance.CorrelationId is null ? (long?)null : HashOf(instance.CorrelationId));
        var gone = Array.FindAll(before, wait => !instance.Waits.Contains(wait));
        if (gone.Length > 0 && gone.Length == before.Length) script.Add("""DELETE FROM "ElsaBookmarks" WHERE "InstanceKey" = $1""", [instance.Key]);
        else foreach (var wait in gone) script.Add("""DELETE FROM "ElsaBookmarks" WHERE "InstanceKey" = $1 AND "Sequence" = $2""", [instance.Key, wait.Sequence]);
        if (before.Length > gone.Length && instance.CorrelationId != instance.Stored.CorrelationId)
            script.Add("""UPDATE "ElsaBookmarks" SET "Correlation" = $2 WHERE "InstanceKey" = $1""", [instance.Key, correlation]);
        foreach (var waits in instance.Waits.Where(wait => !wait.IsStored).Chunk(inserts.Length - 1))
            script.Add(inserts[waits.Length], [instance.Key, correlation, .. waits.SelectMany(wait => new object?[] { wait.Sequence, wait.Hash, wait.Due })]);
    }

    private static string InsertBookmarks(int count)
    {
        var sql = new StringBuilder("""INSERT INTO "ElsaBookmarks" ("InstanceKey", "Correlation", "Sequence", "Hash", "Due") VALUES """);
        for (var row = 0; row < count; row++) sql.Append(row == 0 ? "" : ", ").Append($"($1, $2, ${3 * row + 3}, ${3 * row + 4}, ${3 * row + 5})");
        return sql.ToString();
    }

    private static long HashOf(string correlationId) => Wait.HashOf("", Encoding.UTF8.GetBytes(correlationId));

    private static InstanceRow Read(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5),
        (WorkflowSubStatus)row.GetInt16(6), row.GetInt32(7), row.GetString(8), row.GetInt64(9), row.GetInt64(10), row.IsDBNull(11) ? null : row.GetInt64(11));
}
