using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;

namespace PartnerCrm.Host;

/// <summary>Writes access tokens (JWTs by RFC 9068, of an hour) and id tokens (OpenID Connect Core, 2).</summary>
public class Tokens(SigningKeys keys, IClock clock, IConfiguration configuration, IOptions<IdentityOptions> identity) : ISingletonDependency
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // What only the server itself reads.
    private string[] Private => [identity.Value.ClaimsIdentity.SecurityStampClaimType, ClaimTypes.AuthenticationMethod, "amr"];

    public Task<string> ForClientAsync(ApiClient client, string scope)
    {
        var claims = new Dictionary<string, object> { [AbpClaimTypes.UserId] = client.ClientId, [LiveClients.Stamp] = client.SecretStamp };
        if (client.TenantId is { } tenant) claims[AbpClaimTypes.TenantId] = tenant.ToString();
        return AccessAsync(claims, client.ClientId, scope);
    }

    /// <summary>Carries what ABP's services ask of the principal, and the session it lives by.</summary>
    public Task<string> ForPersonAsync(ClaimsPrincipal person, AuthorizationGrant grant, string scope)
    {
        var claims = Claims(person);
        claims[AbpClaimTypes.SessionId] = grant.SessionId.ToString();
        return AccessAsync(claims, grant.ClientId, scope);
    }

    public Task<string> IdTokenAsync(ClaimsPrincipal person, AuthorizationGrant grant)
    {
        var claims = Claims(person);
        claims["sid"] = grant.SessionId.ToString();
        claims["auth_time"] = EpochTime.GetIntDate(grant.AuthorizedAt);
        if (grant.Nonce != null) claims["nonce"] = grant.Nonce;
        return WriteAsync("JWT", grant.ClientId, claims);
    }

    private Dictionary<string, object> Claims(ClaimsPrincipal person) => person.Claims
        .Where(c => !Private.Contains(c.Type))
        .GroupBy(c => c.Type, c => c.Value)
        .ToDictionary(g => g.Key, g => Value(g.Key, [.. g.Distinct()]));

    private static object Value(string type, string[] values) =>
        type == AbpClaimTypes.EmailVerified || type == AbpClaimTypes.PhoneNumberVerified ? bool.Parse(values[0])
        : type == AbpClaimTypes.Role ? values
        : values.Length == 1 ? values[0]
        : values;

    private Task<string> AccessAsync(Dictionary<string, object> claims, string clientId, string scope)
    {
        claims[AbpClaimTypes.ClientId] = clientId;
        claims["scope"] = scope;
        claims["jti"] = Guid.NewGuid().ToString("N");
        return WriteAsync("at+jwt", TokenEndpoints.Audience, claims);
    }

    private async Task<string> WriteAsync(string type, string audience, Dictionary<string, object> claims) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = TokenEndpoints.Issuer(configuration),
            Audience = audience,
            IssuedAt = clock.Now,
            NotBefore = clock.Now,
            Expires = clock.Now + Lifetime,
            Claims = claims,
            SigningCredentials = await keys.CurrentAsync(),
        });
}
