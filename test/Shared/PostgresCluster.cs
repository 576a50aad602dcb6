using System.Diagnostics;
using Npgsql;

namespace PartnerCrm.Shared;

/// <summary>
/// A PostgreSQL of the tests' own, in a temporary folder and reached through its socket only: started at the first use, gone with the process.
/// Needs the server's programs (Debian: postgresql) but no running server and no rights; as root it runs as the user postgres.
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
        var data = Path.Combine(cluster.folder, "data");
        if (Environment.UserName == "root") await RunAsync("chown", "postgres", cluster.folder);
        await RunServerAsync("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await RunServerAsync("pg_ctl", "-D", data, "-w", "-s", "-l", Path.Combine(cluster.folder, "log"),
            "-o", $"-k {cluster.folder} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=100", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunServerAsync("pg_ctl", "-D", data, "-m", "immediate", "-s", "stop").Wait(TimeSpan.FromSeconds(10));
            Directory.Delete(cluster.folder, recursive: true);
        };
        return cluster;
    }

    private static Task RunServerAsync(string program, params string[] arguments)
    {
        var path = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => double.Parse(Path.GetFileName(version))).Select(version => Path.Combine(version, "bin", program)).First(File.Exists)
            : program;
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Output goes nowhere: a server that inherits a pipe would keep it open for as long as it runs.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
