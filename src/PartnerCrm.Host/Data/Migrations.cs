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
    private const string Table = """CREATE TABLE IF NOT EXISTS "CrmMigrations" ("Name" varchar(200) PRIMARY KEY, "AppliedAt" varchar(40) NOT NULL)""";

    public static async Task ApplyAsync(DatabaseOptions database, Action<string> report, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = database.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if (connection is NpgsqlConnection) await ExecuteAsync(connection, $"SELECT pg_advisory_lock({AdvisoryLock})", cancellationToken);
        else await ExecuteAsync(connection, "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL", cancellationToken);
        await ExecuteAsync(connection, Table, cancellationToken);

        foreach (var (name, sql) in Files(database.Folder))
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

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
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
