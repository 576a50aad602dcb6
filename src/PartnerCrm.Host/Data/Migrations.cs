using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PartnerCrm.Host;

/// <summary>
/// Applies the SQL files of Migrations/{sqlite,postgres} that the database hasn't seen, in order of their names, each in a transaction of its own.
/// Several hosts may start at once: one migrates, the others wait.
/// </summary>
public static class Migrations
{
    // Any number will do as long as nobody else takes it: "pcrm" in ASCII.
    private const long AdvisoryLock = 0x7063726D;
    private const string Seeded = "seeded ";
    private const string Table = """CREATE TABLE IF NOT EXISTS "CrmMigrations" ("Name" varchar(200) PRIMARY KEY, "AppliedAt" varchar(40) NOT NULL)""";

    public static async Task ApplyAsync(DatabaseOptions database, Action<string> report, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        if (connection is NpgsqlConnection) await ExecuteAsync(connection, $"SELECT pg_advisory_lock({AdvisoryLock})", cancellationToken);
        else await ExecuteAsync(connection, "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL", cancellationToken);
        await ExecuteAsync(connection, Table, cancellationToken);

        // Most starts find nothing to do, and then one look is enough.
        var applied = await AppliedAsync(connection, cancellationToken);
        foreach (var (name, sql) in Files(database.Folder).Where(file => !applied.Contains(file.Name)))
        {
            // BEGIN IMMEDIATE on SQLite: the provider takes the write lock at the start of a serializable transaction.
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellationToken);
            if (await IsAppliedAsync(connection, transaction, name, cancellationToken)) continue;
            await ExecuteAsync(connection, sql, cancellationToken, transaction);
            await RecordAsync(connection, transaction, name, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            report($"Migrated: {name}");
        }

        if (connection is NpgsqlConnection) await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({AdvisoryLock})", cancellationToken);
    }

    /// <summary>Whether the last seeding of the database was this one. Recorded among the migrations, because it is one more thing done once and for all.</summary>
    public static async Task<bool> IsSeededAsync(DatabaseOptions database, string seal, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        return (await AppliedAsync(connection, cancellationToken)).Contains(Seeded + seal);
    }

    public static async Task RecordSeedingAsync(DatabaseOptions database, string seal, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var sql = $"""
            DELETE FROM "CrmMigrations" WHERE "Name" LIKE '{Seeded}%';
            INSERT INTO "CrmMigrations" ("Name", "AppliedAt") VALUES ('{Seeded}{seal}', '{DateTime.UtcNow:O}') ON CONFLICT DO NOTHING
            """;
        await ExecuteAsync(connection, sql, cancellationToken, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    internal static IEnumerable<(string Name, string Sql)> Files(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"PartnerCrm.Host.Migrations.{folder}.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..^".sql".Length], reader.ReadToEnd());
        }
    }

    private static async Task<DbConnection> OpenAsync(DatabaseOptions database, CancellationToken cancellationToken)
    {
        DbConnection connection = database.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<HashSet<string>> AppliedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Name" FROM "CrmMigrations" """;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task<bool> IsAppliedAsync(DbConnection connection, DbTransaction transaction, string name, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """SELECT 1 FROM "CrmMigrations" WHERE "Name" = @name""";
        command.Parameters.Add(Parameter(command, "@name", name));
        return await command.ExecuteScalarAsync(cancellationToken) != null;
    }

    private static async Task RecordAsync(DbConnection connection, DbTransaction transaction, string name, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """INSERT INTO "CrmMigrations" ("Name", "AppliedAt") VALUES (@name, @at)""";
        command.Parameters.Add(Parameter(command, "@name", name));
        command.Parameters.Add(Parameter(command, "@at", DateTime.UtcNow.ToString("O")));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        return parameter;
    }
}
