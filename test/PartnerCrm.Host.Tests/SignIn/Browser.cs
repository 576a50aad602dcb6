using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace PartnerCrm.Host.Tests;

/// <summary>A page as the browser has it.</summary>
public record Seen(HttpStatusCode Status, Uri? Location, string Html, HttpResponseHeaders Headers)
{
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}

/// <summary>Tokens as the UI has them.</summary>
public record TokenAnswer(HttpStatusCode Status, JsonElement Json)
{
    public string Access => Json.Text("access_token");
    public string Refresh => Json.Text("refresh_token");
    public string? Error => Json.TextOrNull("error");
}

/// <summary>Does what a browser does: keeps cookies, fills in forms, and follows nothing by itself.</summary>
public sealed partial class Browser : IDisposable
{
    public const string Client = "PartnerCrm_App";
    private readonly SignInHost host;
    private readonly HttpClient http;

    public Browser(SignInHost host)
    {
        this.host = host;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.Url) };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    }

    public string Verifier { get; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public async Task<Seen> GetAsync(string path) => await SeeAsync(await http.GetAsync(path));

    /// <summary>Opens the page, fills in its form and sends it.</summary>
    public async Task<Seen> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = AntiforgeryField().Match((await GetAsync(path.Replace("handler=", "was=", StringComparison.Ordinal))).Html).Groups[1].Value;
        return await PostAsItIsAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>Sends the form of one page that goes to another.</summary>
    public async Task<Seen> PostAsync(string page, string path)
    {
        var token = AntiforgeryField().Match((await GetAsync(page)).Html).Groups[1].Value;
        return await PostAsItIsAsync(path, ("__RequestVerificationToken", token));
    }

    public async Task<Seen> PostAsItIsAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = Form(fields);
        return await SeeAsync(await http.PostAsync(path, form));
    }

    public Task<Seen> SignInAsync(string user, string password = SignInHost.Password, string returnUrl = "/Account/Manage") =>
        PostAsync("/Account/Login?ReturnUrl=" + Uri.EscapeDataString(returnUrl), ("UserName", user), ("Password", password));

    public string AuthorizePath(params (string Name, string? Value)[] changed)
    {
        var query = new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["client_id"] = Client, ["redirect_uri"] = host.Url, ["scope"] = "offline_access PartnerCrm", ["state"] = "s1", ["nonce"] = "n1",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))), ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changed) query[name] = value;
        return QueryHelpers.AddQueryString("/connect/authorize", query.Where(p => p.Value != null));
    }

    /// <summary>A code for the UI; somebody is signed in.</summary>
    public async Task<string> CodeAsync(params (string Name, string? Value)[] changed)
    {
        var seen = await GetAsync(AuthorizePath(changed));
        seen.Status.ShouldBe(HttpStatusCode.Redirect, seen.Html);
        return QueryHelpers.ParseQuery(seen.Location!.Query)["code"].ToString();
    }

    public Task<TokenAnswer> RedeemAsync(string code, string? verifier = null) => TokenAsync(
        ("grant_type", "authorization_code"), ("client_id", Client), ("code", code), ("redirect_uri", host.Url), ("code_verifier", verifier ?? Verifier));

    public Task<TokenAnswer> RenewAsync(string refreshToken) => TokenAsync(("grant_type", "refresh_token"), ("client_id", Client), ("refresh_token", refreshToken));

    public async Task<TokenAnswer> TokenAsync(params (string Name, string Value)[] fields)
    {
        using var form = Form(fields);
        using var response = await http.PostAsync("/connect/token", form);
        return new TokenAnswer(response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<HttpStatusCode> CallAsync(string accessToken, string path = "/api/crm/colleagues")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static async Task<Seen> SeeAsync(HttpResponseMessage response)
    {
        using (response) return new Seen(response.StatusCode, response.Headers.Location, await response.Content.ReadAsStringAsync(), response.Headers);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}
