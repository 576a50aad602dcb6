using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Host;

/// <summary>What became of a code or refresh token that somebody brought.</summary>
public enum Redemption
{
    Accepted,

    /// <summary>It isn't good (any more).</summary>
    Refused,

    /// <summary>It was used before, so somebody has a copy: everything that came of this grant is revoked.</summary>
    Replayed,
}

/// <summary>
/// What one client may do for one person since one visit to /connect/authorize (RFC 6749, 1.3): first the code, then the line of refresh tokens, of
/// which only the number of the latest is kept (see <see cref="GrantTokens"/>).
/// </summary>
public class AuthorizationGrant : AggregateRoot<Guid>, IMultiTenant
{
    public const int ClientIdLength = 64;
    public const int ScopeLength = 200;
    public const int RedirectUriLength = 300;
    public const int ChallengeLength = 64;
    public const int NonceLength = 256;

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);

    // Two tabs may bring the same refresh token: whoever comes this soon after the other gets the same successor.
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(30);

    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }
    public Guid SessionId { get; private set; }
    public string ClientId { get; private set; } = null!;
    public string Scope { get; private set; } = null!;
    public string RedirectUri { get; private set; } = null!;
    public string CodeChallenge { get; private set; } = null!;
    public string? Nonce { get; private set; }
    public DateTime AuthorizedAt { get; private set; }
    public DateTime? RedeemedAt { get; private set; }

    /// <summary>The number of the refresh token that is good now.</summary>
    public int Current { get; private set; }

    /// <summary>The token that was good when the latest run of renewals began, and when that was: what the leeway is counted from.</summary>
    public int LeewayFrom { get; private set; }

    public DateTime? LeewaySince { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    private AuthorizationGrant()
    {
    }

    public AuthorizationGrant(Guid id, UserSession session, AuthorizeRequest request, DateTime now)
        : base(id)
    {
        TenantId = session.TenantId;
        UserId = session.UserId;
        SessionId = session.Id;
        ClientId = request.ClientId;
        Scope = request.Scope;
        RedirectUri = request.RedirectUri;
        CodeChallenge = request.CodeChallenge;
        Nonce = request.Nonce;
        AuthorizedAt = now;
    }

    public bool Has(string scope) => Scope.Split(' ').Contains(scope);

    public Redemption Redeem(string clientId, string redirectUri, string verifier, DateTime now)
    {
        if (RevokedAt != null || clientId != ClientId) return Redemption.Refused;
        if (RedeemedAt != null)
        {
            Revoke(now);
            return Redemption.Replayed;
        }

        if (now >= AuthorizedAt + CodeLifetime || redirectUri != RedirectUri || !Answers(verifier)) return Redemption.Refused;
        RedeemedAt = now;
        return Redemption.Accepted;
    }

    public Redemption Renew(string clientId, int number, DateTime now)
    {
        if (RevokedAt != null || RedeemedAt == null || clientId != ClientId || number > Current) return Redemption.Refused;
        if (number == Current)
        {
            if (LeewaySince == null || now >= LeewaySince + Leeway) (LeewayFrom, LeewaySince) = (number, now);
            Current++;
            return Redemption.Accepted;
        }

        if (number >= LeewayFrom && now < LeewaySince + Leeway) return Redemption.Accepted;
        Revoke(now);
        return Redemption.Replayed;
    }

    public void Revoke(DateTime now) => RevokedAt ??= now;

    // RFC 7636, 4.6
    private bool Answers(string verifier) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(CodeChallenge));
}
