using System.Net.Http.Headers;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>
/// OAuth 2.0 for other systems: client credentials at /connect/token (RFC 6749, 4.4), discovery (OpenID Connect Discovery 1.0, 4)
/// and the key set (RFC 7517). Access tokens are JWTs (RFC 9068) of an hour.
/// </summary>
public static class TokenEndpoints
{
    public const string Scope = "PartnerCrm";
    public const string Audience = "PartnerCrm";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // Checking a wrong secret takes as long for an unknown client as for a known one.
    private static readonly ApiClient Nobody = new(Guid.Empty, null, "nobody", "nobody", new string('-', ApiClient.ShortestSecret), "");

    public static void MapTokenEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/.well-known/openid-configuration", Discovery).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/.well-known/jwks", KeySetAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost("/connect/token", TokenAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    public static string Issuer(IConfiguration configuration) => configuration[HostConfiguration.SelfUrl]!.TrimEnd('/') + "/";

    private static IResult Discovery(IConfiguration configuration)
    {
        var issuer = Issuer(configuration);
        return Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer,
            ["token_endpoint"] = issuer + "connect/token",
            ["jwks_uri"] = issuer + ".well-known/jwks",
            ["grant_types_supported"] = new[] { "client_credentials" },
            ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_post", "client_secret_basic" },
            ["scopes_supported"] = new[] { Scope },
            ["response_types_supported"] = Array.Empty<string>(),
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.EcdsaSha256 },
        });
    }

    private static async Task<IResult> KeySetAsync(SigningKeys keys)
    {
        var published = (await keys.AllAsync()).Cast<ECDsaSecurityKey>().Select(key =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
            return new { kty = jwk.Kty, use = "sig", alg = SecurityAlgorithms.EcdsaSha256, kid = key.KeyId, crv = jwk.Crv, x = jwk.X, y = jwk.Y };
        });
        return Results.Json(new { keys = published });
    }

    private static async Task<IResult> TokenAsync(
        HttpContext http, IRepository<ApiClient, Guid> clients, IDataFilter filter, IUnitOfWorkManager unitsOfWork, SigningKeys keys, IConfiguration configuration, IClock clock)
    {
        // RFC 6749, 5.1: nobody may keep a token on the way.
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType) return Refuse("invalid_request", "Send the parameters form-encoded (application/x-www-form-urlencoded).");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["grant_type"] != "client_credentials") return Refuse("unsupported_grant_type", "Use grant_type=client_credentials.");
        if (Credentials(http.Request, form) is not { } given) return Unauthorized(http);

        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: false);
        ApiClient? client;
        // The client id decides the tenant: it is unique over all of them.
        using (filter.Disable<IMultiTenant>())
            client = await clients.FindAsync(c => c.ClientId == given.Id, cancellationToken: http.RequestAborted);
        if (!(client ?? Nobody).HasSecret(given.Secret) || client is not { IsActive: true }) return Unauthorized(http);

        var asked = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var allowed = client.Scopes.Split(' ');
        if (asked.Except(allowed).FirstOrDefault() is { } foreign) return Refuse("invalid_scope", $"The client may not ask for the scope '{foreign}'.");

        var scope = string.Join(' ', asked.Length > 0 ? asked : allowed);
        return Results.Json(new
        {
            access_token = Write(client, scope, await keys.CurrentAsync(), Issuer(configuration), clock.Now),
            token_type = "Bearer",
            expires_in = (int)Lifetime.TotalSeconds,
            scope,
        });
    }

    private static string Write(ApiClient client, string scope, SigningCredentials credentials, string issuer, DateTime now)
    {
        var claims = new Dictionary<string, object> { ["sub"] = client.ClientId, ["client_id"] = client.ClientId, ["scope"] = scope, ["jti"] = Guid.NewGuid().ToString("N") };
        if (client.TenantId is { } tenant) claims[AbpClaimTypes.TenantId] = tenant.ToString();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = credentials,
        });
    }

    // RFC 6749, 2.3.1: in the header (both parts form-encoded) or in the body, never both.
    private static (string Id, string Secret)? Credentials(HttpRequest request, IFormCollection form)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header is not { Scheme: "Basic", Parameter: { } parameter })
            return form["client_id"] is { Count: 1 } id && form["client_secret"] is { Count: 1 } secret ? (id.ToString(), secret.ToString()) : null;
        var buffer = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, buffer, out var length)) return null;
        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
    }

    private static IResult Refuse(string error, string description) =>
        Results.Json(new { error, error_description = description }, statusCode: StatusCodes.Status400BadRequest);

    private static IResult Unauthorized(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"PartnerCrm\"";
        return Results.Json(new { error = "invalid_client", error_description = "The client id or secret is wrong." }, statusCode: StatusCodes.Status401Unauthorized);
    }
}
