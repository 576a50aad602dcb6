using System.Diagnostics;
using Npgsql;

namespace PartnerCrm.Shared;

/// <summary>
/// A PostgreSQL of this test process, with its usual durability: started on first use, reached through a socket in a temporary
/// folder only, and gone (data and all) a second after the process has ended, however it ended.
/// Needs the server's programs (Debian: postgresql) but no running server; as root it runs as the user postgres.
/// </summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster>> shared = new(StartAsync);

    private readonly string folder = Directory.CreateTempSubdirectory("crmpg").FullName;
    private int databases;

    private PostgresCluster() { }

    public static Task<PostgresCluster> SharedAsync() => shared.Value;

    /// <summary>An empty database, and how to reach it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public string ConnectionString(string database) => $"Host={folder};Database={database};Username=postgres;Maximum Pool Size=20;Max Auto Prepare=50;Timeout=30";

    private static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster();
        var programs = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => double.Parse(Path.GetFileName(version)))
            .Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL's programs are missing (Debian: apt-get install postgresql).");

        // The shell that started the server watches this process, so that even a killed test run leaves nothing behind.
        var keeper = Path.Combine(cluster.folder, "keeper.sh");
        await File.WriteAllTextAsync(keeper, $$"""
            cd {{cluster.folder}} || exit 1
            {{programs}}/initdb -D data -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync || exit 1
            {{programs}}/postgres -D data -k {{cluster.folder}} -c listen_addresses= -c max_connections=120 &
            server=$!
            while [ -d /proc/{{Environment.ProcessId}} ] && kill -0 $server; do sleep 1; done
            kill -INT $server
            wait $server
            cd / && rm -rf {{cluster.folder}}
            """);
        if (Environment.UserName == "root") await Start("chown", "-R", "postgres", cluster.folder).WaitForExitAsync();
        var running = Environment.UserName == "root" ? Start("runuser", "-u", "postgres", "--", "sh", keeper) : Start("sh", keeper);
        await cluster.AnswersAsync(running);
        return cluster;
    }

    private async Task AnswersAsync(Process keeper)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!keeper.HasExited && waited.Elapsed < TimeSpan.FromMinutes(1))
            {
                // It is still starting.
            }
        }
    }

    // Output goes nowhere, and no other file of this process stays open: a server that inherits a pipe or a lock would hold it for as long as it runs.
    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(
        "/bin/sh", ["-c", "for fd in 3 4 5 6 7 8 9; do eval \"exec $fd>&-\"; done; exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
}
