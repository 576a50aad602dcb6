using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PartnerCrm.Host.Tests;

/// <summary>A university's OpenID Connect provider on this machine, where somebody is always signed in; it can be made to misbehave.</summary>
public sealed class LocalProvider : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "k1" };
    private readonly ECDsaSecurityKey unknownKey = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "k2" };
    private (string Nonce, string Challenge, string Redirect) asked;

    private LocalProvider(string url)
    {
        Url = url;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Url, authorization_endpoint = Url + "/authorize", token_endpoint = Url + "/token", jwks_uri = Url + "/keys",
        }));
        app.MapGet("/keys", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
            return Results.Json(new { keys = new[] { new { kty = "EC", use = "sig", kid = "k1", crv = jwk.Crv, x = jwk.X, y = jwk.Y } } });
        });
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
    }

    public string Url { get; }
    public string Subject { get; set; } = "u-1";
    public string Email { get; set; } = "someone@example.org";
    public bool IsEmailVerified { get; set; } = true;
    public string[] Groups { get; set; } = [];
    public bool SendsAnotherNonce { get; set; }
    public bool SignsWithUnknownKey { get; set; }
    public bool AnswersWithAPage { get; set; }
    public string Audience { get; set; } = "partnercrm";

    public static async Task<LocalProvider> StartAsync()
    {
        var provider = new LocalProvider($"http://127.0.0.1:{SignInHost.FreePort()}");
        await provider.app.StartAsync();
        return provider;
    }

    private IResult Authorize(HttpRequest request)
    {
        if (request.Query["code_challenge_method"] != "S256" || request.Query["client_id"] != "partnercrm") return Results.BadRequest();
        asked = (request.Query["nonce"].ToString(), request.Query["code_challenge"].ToString(), request.Query["redirect_uri"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(asked.Redirect, new Dictionary<string, string?> { ["code"] = "the-code", ["state"] = request.Query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["code"] != "the-code" || challenge != asked.Challenge || form["redirect_uri"] != asked.Redirect || !request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.Ordinal))
            return Results.BadRequest();
        if (AnswersWithAPage) return Results.Content("<h1>Maintenance</h1>", "text/html");
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Url, Audience = Audience, Expires = DateTime.UtcNow.AddMinutes(5), SigningCredentials = new SigningCredentials(SignsWithUnknownKey ? unknownKey : key, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = Subject, ["email"] = Email, ["email_verified"] = IsEmailVerified, ["nonce"] = SendsAnotherNonce ? "another" : asked.Nonce, ["groups"] = Groups,
                ["given_name"] = "Alex", ["family_name"] = "Example",
            },
        });
        return Results.Json(new { id_token = token, access_token = "none", token_type = "Bearer" });
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        key.ECDsa.Dispose();
        unknownKey.ECDsa.Dispose();
    }
}
