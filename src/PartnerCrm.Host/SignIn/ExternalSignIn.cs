using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Host;

/// <summary>What the provider must give back, kept sealed in the browser meanwhile.</summary>
public record ExternalVisit(string State, string Nonce, string Verifier, string? ReturnUrl, DateTime At);

/// <summary>Who the provider says it is.</summary>
public record ExternalPerson(string Subject, string? Email, bool IsEmailVerified, string? GivenName, string? FamilyName, string? UserName, IReadOnlyList<string> Groups);

/// <summary>The way to the university's provider and back (OpenID Connect Core, 3.1, with PKCE).</summary>
public class ExternalSignIn(ExternalProvider provider, IHttpClientFactory http, IDataProtectionProvider protection, TimeProvider time, ILogger<ExternalSignIn> logger) : ISingletonDependency
{
    private const string HttpClientName = "external-sign-in";
    private static readonly TimeSpan VisitLasts = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private readonly IDataProtector sealer = protection.CreateProtector("external-sign-in");

    /// <summary>Where to send the browser, and what to keep in it.</summary>
    public async Task<(string Url, string Kept)> StartAsync(string? returnUrl, CancellationToken cancellationToken)
    {
        var found = await provider.DiscoverAsync(cancellationToken);
        var visit = new ExternalVisit(Random(), Random(), Random(), returnUrl, time.GetUtcNow().UtcDateTime);
        var url = QueryHelpers.AddQueryString(found.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["client_id"] = provider.ClientId, ["redirect_uri"] = provider.RedirectUri, ["scope"] = provider.Scope,
            ["state"] = visit.State, ["nonce"] = visit.Nonce, ["code_challenge_method"] = "S256",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(visit.Verifier))),
        });
        return (url, sealer.Protect(JsonSerializer.Serialize(visit)));
    }

    /// <summary>The visit this answer belongs to; null when it is somebody else's, or too old.</summary>
    public ExternalVisit? Recognise(string? kept, string? state)
    {
        if (kept == null || state == null) return null;
        try
        {
            var visit = JsonSerializer.Deserialize<ExternalVisit>(sealer.Unprotect(kept))!;
            var isTheirs = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(visit.State), Encoding.UTF8.GetBytes(state));
            return isTheirs && time.GetUtcNow().UtcDateTime < visit.At + VisitLasts ? visit : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Who came back with the code; null when the provider refuses it, or its answer doesn't hold.</summary>
    public async Task<ExternalPerson?> FinishAsync(ExternalVisit visit, string code, CancellationToken cancellationToken)
    {
        var found = await provider.DiscoverAsync(cancellationToken);
        if (await IdTokenAsync(found.TokenEndpoint, visit, code, cancellationToken) is not { } idToken) return null;
        var result = await ValidateAsync(idToken, cancellationToken);
        if (!result.IsValid)
        {
            logger.LogWarning(result.Exception, "The id token of the external provider is not valid.");
            return null;
        }

        var token = (JsonWebToken)result.SecurityToken;
        if (!token.TryGetPayloadValue<string>("nonce", out var nonce) || nonce != visit.Nonce)
        {
            logger.LogWarning("The id token of the external provider has another nonce than was sent.");
            return null;
        }

        return new ExternalPerson(token.Subject, Text(token, "email"), IsTrue(token, "email_verified"), Text(token, "given_name"), Text(token, "family_name"),
            Text(token, "preferred_username"), [.. token.Claims.Where(c => c.Type == provider.GroupsClaim).Select(c => c.Value)]);
    }

    private async Task<string?> IdTokenAsync(string endpoint, ExternalVisit visit, string code, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = provider.RedirectUri, ["code_verifier"] = visit.Verifier, ["client_id"] = provider.ClientId,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(form) };
        if (provider.ClientSecret is { } secret)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(provider.ClientId)}:{Uri.EscapeDataString(secret)}")));
        using var client = http.CreateClient(HttpClientName);
        using var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            logger.LogWarning("The external provider refused the code with {Status}.", (int)response.StatusCode);
            return null;
        }

        using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        return answer.RootElement.TryGetProperty("id_token", out var token) ? token.GetString() : null;
    }

    // Signed with a key we don't know: they may have changed keys since we looked.
    private async Task<TokenValidationResult> ValidateAsync(string idToken, CancellationToken cancellationToken)
    {
        var result = await ValidateOnceAsync(idToken, cancellationToken);
        if (result.Exception is not SecurityTokenSignatureKeyNotFoundException) return result;
        provider.LookAgain();
        return await ValidateOnceAsync(idToken, cancellationToken);
    }

    private async Task<TokenValidationResult> ValidateOnceAsync(string idToken, CancellationToken cancellationToken)
    {
        var found = await provider.DiscoverAsync(cancellationToken);
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = found.Issuer,
            ValidAudience = provider.ClientId,
            IssuerSigningKeys = found.SigningKeys,
            // Never "none", and never a shared secret as a key.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            LifetimeValidator = (notBefore, expires, _, _) =>
                time.GetUtcNow().UtcDateTime is var now && (notBefore == null || notBefore <= now + Skew) && expires > now - Skew,
        });
    }

    private static string? Text(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) && value.Length > 0 ? value : null;

    // Some providers write it as text.
    private static bool IsTrue(JsonWebToken token, string name) => token.TryGetClaim(name, out var claim) && bool.TryParse(claim.Value, out var value) && value;

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
