using Microsoft.Data.Sqlite;

namespace PartnerCrm.Host;

/// <summary>
/// SQLite chooses its indexes by statistics that it renews when it is asked to, and guesses without them: with a hundred thousand contacts it guesses wrong.
/// (PostgreSQL renews its own.)
/// </summary>
public static class SqliteStatistics
{
    public static async Task RenewAsync(DatabaseOptions database, CancellationToken cancellationToken = default)
    {
        if (database.Provider != DatabaseProvider.Sqlite) return;
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // 0x10000: all tables, not only those this connection has read. 0x02: ANALYZE where it is due; 400 rows of each index tell enough.
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
