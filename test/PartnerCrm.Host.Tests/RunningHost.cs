using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PartnerCrm.Shared;

namespace PartnerCrm.Host.Tests;

public enum Database
{
    Sqlite, PostgreSql,
}

/// <summary>
/// The built host as a process of its own, in practice mode, with its own data and its own port: it can be killed and started again as a real one.
/// </summary>
public sealed class RunningHost : Caller, IAsyncDisposable
{
    public const string Secret = "a-secret-for-these-tests-only-1A!";
    private const int LinesKept = 60;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly string data = Directory.CreateTempSubdirectory("crmhost").FullName;
    private readonly ConcurrentQueue<string> lastLines = new();
    private readonly string? connectionString;
    private readonly (string Name, string Value)? setting;
    private Process? process;

    public int Port { get; }

    private RunningHost(string? connectionString, int port, (string Name, string Value)? setting)
        : base(new HttpClient { BaseAddress = new Uri($"http://localhost:{port}"), Timeout = TimeSpan.FromMinutes(1) })
    {
        (this.connectionString, Port, this.setting) = (connectionString, port, setting);
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public static async Task<RunningHost> StartAsync(Database database = Database.Sqlite, (string Name, string Value)? setting = null)
    {
        var host = new RunningHost(database == Database.PostgreSql ? await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync() : null, FreePort(), setting);
        try
        {
            await host.RestartAsync();
            await host.SignInAsync("partnercrm-demo", Secret);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    protected override string LastLines => string.Join(Environment.NewLine, lastLines);

    /// <summary>The end without notice: SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (process == null) return;
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Starts it on the data it had, and waits until it answers.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        process = Process.Start(StartInfo())!;
        process.OutputDataReceived += Remember;
        process.ErrorDataReceived += Remember;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var waited = Stopwatch.StartNew(); !await IsHealthyAsync(); await Task.Delay(Look))
        {
            if (!process.HasExited && waited.Elapsed <= StartsWithin) continue;
            // All that it said has been read.
            if (process.HasExited) await process.WaitForExitAsync();
            throw new InvalidOperationException("The host did not start:" + Environment.NewLine + LastLines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Dispose();
        Directory.Delete(data, recursive: true);
    }

    private void Remember(object sender, DataReceivedEventArgs line)
    {
        if (line.Data == null) return;
        lastLines.Enqueue(line.Data);
        if (lastLines.Count > LinesKept) lastLines.TryDequeue(out _);
    }

    private ProcessStartInfo StartInfo()
    {
        // As `etc/run.sh` starts it, but in the configuration of these tests.
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "PartnerCrm.Host", configuration, "PartnerCrm.Host.dll");
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(program)])
        {
            WorkingDirectory = Repository.File("src/PartnerCrm.Host"), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Demo__Enabled"] = "true";
        // Requests whose host was killed are repeated, and nobody wants to wait two minutes here.
        start.Environment["App__LongestRequest"] = "00:00:03";
        start.Environment["PORT"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PARTNERCRM_DATA"] = data;
        start.Environment["PARTNERCRM_ADMIN_PASSWORD"] = Secret;
        start.Environment["PARTNERCRM_CLIENT_SECRET"] = Secret;
        if (setting is { } given) start.Environment[given.Name] = given.Value;
        if (connectionString == null) return start;
        start.Environment["Database__Provider"] = "PostgreSql";
        start.Environment["ConnectionStrings__Default"] = connectionString;
        return start;
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var response = await Http.GetAsync("/health");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
