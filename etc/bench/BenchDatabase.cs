using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using PartnerCrm.Host;
using PartnerCrm.Shared;

namespace PartnerCrm.Bench;

/// <summary>A migrated database of the measure's own, gone with it, and the folder for its data.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    public static readonly string[] Kinds = ["sqlite", "postgres"];

    private BenchDatabase(DatabaseOptions options, string folder) => (Options, Folder) = (options, folder);

    public DatabaseOptions Options { get; }

    public string Folder { get; }

    public bool IsPostgres => Options.Provider == DatabaseProvider.PostgreSql;

    public static async Task<BenchDatabase> CreateAsync(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("crmbench").FullName;
        var options = kind switch
        {
            "sqlite" => new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "partnercrm.db")}"),
            "postgres" => new DatabaseOptions(DatabaseProvider.PostgreSql, await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync()),
            _ => throw new ArgumentException($"Not a database: {kind}."),
        };
        await Migrations.ApplyAsync(options, _ => { });
        return new BenchDatabase(options, folder);
    }

    /// <summary>What the host is told, as configuration.</summary>
    public Dictionary<string, string?> Configuration => new()
    {
        ["Database:Provider"] = Options.Provider.ToString(),
        ["ConnectionStrings:Default"] = Options.ConnectionString,
        ["PARTNERCRM_DATA"] = Folder,
        ["Demo:Enabled"] = "true",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    public async Task<long> ScalarAsync(string sql)
    {
        await using System.Data.Common.DbConnection connection = IsPostgres ? new NpgsqlConnection(Options.ConnectionString) : new SqliteConnection(Options.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>What the tables take, with their indexes, in bytes. -1 where the database can't tell.</summary>
    public async Task<long> SizeAsync(params string[] tables)
    {
        if (IsPostgres)
            return await ScalarAsync($"SELECT SUM(pg_total_relation_size('\"' || t || '\"')) FROM unnest(ARRAY[{string.Join(",", tables.Select(t => $"'{t}'"))}]) AS t");

        try
        {
            var names = string.Join(",", tables.Select(t => $"'{t}'"));
            return await ScalarAsync($"SELECT SUM(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_master WHERE tbl_name IN ({names}))");
        }
        catch (SqliteException)
        {
            return -1;
        }
    }

    /// <summary>The server's processes, to count their work: the postmaster and all that it started.</summary>
    public int? Postmaster => IsPostgres
        ? int.Parse(File.ReadLines(Path.Combine(new NpgsqlConnectionStringBuilder(Options.ConnectionString).Host!, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture)
        : null;

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
