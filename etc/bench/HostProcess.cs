using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PartnerCrm.Bench;

/// <summary>The host as etc/run.sh publishes and starts it: a process of its own, reached over HTTP.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>Names the folder it was published to; etc/bench/run.sh sets it.</summary>
    private const string Folder = "PARTNERCRM_BENCH_HOST";
    public const string AdminPassword = "Bench-4711-password!";
    private const string Secret = "bench-secret-of-no-worth-4711";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Http) = (process, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) });

    public HttpClient Http { get; }

    public int Id => process.Id;

    /// <summary>The most memory it has had resident, and what it has now, in MB.</summary>
    public double PeakMegabytes => Status("VmHWM:");

    public double Megabytes => Status("VmRSS:");

    /// <summary>Started, and its first answer received.</summary>
    public static async Task<HostProcess> StartAsync(BenchDatabase database)
    {
        var port = FreePort();
        // Its folder is where it finds its pages and the web UI.
        var folder = Environment.GetEnvironmentVariable(Folder) ?? AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "PartnerCrm.Host.dll")]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (key, value) in database.Configuration) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["PARTNERCRM_CLIENT_SECRET"] = Secret;
        start.Environment["PARTNERCRM_ADMIN_PASSWORD"] = AdminPassword;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();

        var host = new HostProcess(process, new Uri($"http://localhost:{port}"));
        for (var clock = Stopwatch.StartNew(); !await host.IsHealthyAsync(); await Task.Delay(Look))
        {
            if (!process.HasExited && clock.Elapsed < StartsWithin) continue;
            await host.DisposeAsync();
            throw new InvalidOperationException("The host did not start.");
        }

        return host;
    }

    public async Task SignInAsync()
    {
        using var answer = await Http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = "partnercrm-demo", ["client_secret"] = Secret, ["scope"] = "PartnerCrm",
        }));
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new HttpRequestException($"{path}: {(int)answer.StatusCode} {text}");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("/health");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private double Status(string line) => double.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(line, StringComparison.Ordinal))[line.Length..].Replace("kB", "").Trim(), CultureInfo.InvariantCulture) / 1024;

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
