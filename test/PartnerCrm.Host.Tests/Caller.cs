using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PartnerCrm.Host.Tests;

/// <summary>Somebody who uses the API.</summary>
public class Caller(HttpClient http) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private (string ClientId, string Secret) credentials;

    protected HttpClient Http => http;

    /// <summary>Asks again when nobody answers, or when its first request is still being worked on.</summary>
    public bool IsPatient { get; set; }

    /// <summary>What the other side said last, for whoever wants to know why a test failed.</summary>
    protected virtual string LastLines => "";

    /// <summary>Tokens live an hour.</summary>
    public Task SignInAgainAsync() => SignInAsync(credentials.ClientId, credentials.Secret);

    public async Task SignInAsync(string clientId, string secret)
    {
        credentials = (clientId, secret);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret, ["scope"] = "PartnerCrm",
        });
        using var response = await http.PostAsync("/connect/token", form);
        var token = (await ReadAsync(response)).ShouldSucceed("The token").Text("access_token");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<JsonElement> GetAsync(string path) => (await AskAsync(path)).ShouldSucceed("GET " + path);

    public Task<Answer> AskAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body, string? idempotencyKey = null) => SendAsync(HttpMethod.Post, path, body, "Idempotency-Key", idempotencyKey);

    public Task<Answer> PutAsync(string path, object body, string? ifMatch = null) => SendAsync(HttpMethod.Put, path, body, "If-Match", ifMatch);

    public Task<Answer> DeleteAsync(string path, string? ifMatch = null) => SendAsync(HttpMethod.Delete, path, null, "If-Match", ifMatch);

    /// <summary>Paths without a leading slash are those of /api/crm. A body is sent as JSON, unless it is a function that makes the content.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body, string? header = null, string? value = null)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Look))
        {
            using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/api/crm/" + path);
            if (body is Func<HttpContent> content) request.Content = content();
            else if (body != null) request.Content = JsonContent.Create(body);
            if (value != null) request.Headers.TryAddWithoutValidation(header!, value);
            try
            {
                using var response = await http.SendAsync(request);
                var answer = await ReadAsync(response);
                if (!IsPatient || answer.Code != "PartnerCrm:StillWorking" || waited.Elapsed > Patience) return answer;
            }
            catch (Exception died) when (died is HttpRequestException or IOException && IsPatient && waited.Elapsed < Patience)
            {
                // It is being started again.
            }
        }
    }

    /// <summary>Asks until the answer is as it should be, and returns it.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> isSo)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Look))
        {
            var answer = await GetAsync(path);
            if (isSo(answer)) return answer;
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"Nothing came of {path}. It says: {answer}{Environment.NewLine}The host said last:{Environment.NewLine}{LastLines}");
        }
    }

    public void Dispose()
    {
        http.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0;
        return new Answer(response.StatusCode, isJson ? JsonSerializer.Deserialize<JsonElement>(text) : default, text, response.Headers.ETag?.Tag);
    }
}
