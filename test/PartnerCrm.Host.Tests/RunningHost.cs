using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using PartnerCrm.Shared;

namespace PartnerCrm.Host.Tests;

public enum Database
{
    Sqlite, PostgreSql,
}

/// <summary>
/// The built host as a process of its own, in practice mode, with its own data and its own port: it can be killed and started again as a real one.
/// </summary>
public sealed class RunningHost : IAsyncDisposable
{
    public const string Secret = "a-secret-for-these-tests-only-1A!";
    private const int LinesKept = 60;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly string data = Directory.CreateTempSubdirectory("crmhost").FullName;
    private readonly ConcurrentQueue<string> lastLines = new();
    private readonly string? connectionString;
    private readonly int port = FreePort();
    private readonly HttpClient http;
    private Process? process;

    public int Port => port;

    private RunningHost(string? connectionString)
    {
        this.connectionString = connectionString;
        http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}"), Timeout = TimeSpan.FromMinutes(1) };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public static async Task<RunningHost> StartAsync(Database database = Database.Sqlite)
    {
        var host = new RunningHost(database == Database.PostgreSql ? await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync() : null);
        try
        {
            await host.RestartAsync();
            await host.SignInAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

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
            if (process.HasExited || waited.Elapsed > StartsWithin) throw new InvalidOperationException("The host did not start:" + Environment.NewLine + LastLines);
        }
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await http.GetAsync("/api/crm/" + path);
        return (await ReadAsync(response)).ShouldSucceed("GET " + path);
    }

    public async Task<Answer> PostAsync(string path, object? body, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/crm/" + path);
        if (body is HttpContent content) request.Content = content;
        else if (body != null) request.Content = JsonContent.Create(body);
        if (idempotencyKey != null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var response = await http.SendAsync(request);
        return await ReadAsync(response);
    }

    /// <summary>Asks until the answer is as it should be, and returns it.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> isSo, TimeSpan? within = null)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Look))
        {
            var answer = await GetAsync(path);
            if (isSo(answer)) return answer;
            if (waited.Elapsed > (within ?? TimeSpan.FromSeconds(90)))
                throw new TimeoutException($"Nothing came of {path}. It says: {answer}{Environment.NewLine}The host said last:{Environment.NewLine}{LastLines}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        http.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private string LastLines => string.Join(Environment.NewLine, lastLines);

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
        start.Environment["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PARTNERCRM_DATA"] = data;
        start.Environment["PARTNERCRM_ADMIN_PASSWORD"] = Secret;
        start.Environment["PARTNERCRM_CLIENT_SECRET"] = Secret;
        if (connectionString == null) return start;
        start.Environment["Database__Provider"] = "PostgreSql";
        start.Environment["ConnectionStrings__Default"] = connectionString;
        return start;
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var response = await http.GetAsync("/health");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = "partnercrm-demo", ["client_secret"] = Secret, ["scope"] = "PartnerCrm",
        });
        using var response = await http.PostAsync("/connect/token", form);
        var token = (await ReadAsync(response)).ShouldSucceed("The token").Text("access_token");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0;
        return new Answer(response.StatusCode, isJson ? JsonSerializer.Deserialize<JsonElement>(text) : default, text);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
