using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Host;

/// <summary>Another university system that calls the API: OAuth 2.0 client credentials (RFC 6749, section 4.4). Its permissions are ABP grants of provider "C".</summary>
public partial class ApiClient : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int ClientIdLength = 64;
    public const int DisplayNameLength = 128;

    /// <summary>Of characters. Those made here have 43; only practice takes one from whoever starts it.</summary>
    public const int ShortestSecret = 8;

    // OWASP's figure of 2023 for PBKDF2-HMAC-SHA256 is for passwords people choose. A secret made here is random and long, so fewer rounds lose
    // nothing; a chosen one there is in practice only, where it guards made-up people.
    private const int Rounds = 20_000;
    private const int SaltSize = 16;
    private const int HashSize = 32;
    private const int SecretBytes = 32;

    public Guid? TenantId { get; private set; }
    public string ClientId { get; private set; } = null!;
    public string DisplayName { get; private set; } = null!;

    /// <summary>Salt and PBKDF2 hash, base64, a dot between them.</summary>
    public string SecretHash { get; private set; } = null!;

    /// <summary>Separated by spaces, as in the token endpoint's parameter.</summary>
    public string Scopes { get; private set; } = null!;

    public bool IsActive { get; private set; } = true;

    private ApiClient()
    {
    }

    public ApiClient(Guid id, Guid? tenantId, string clientId, string displayName, string secret, string scopes)
        : base(id)
    {
        TenantId = tenantId;
        // Tokens carry it as their subject, where a GUID is a person.
        if (Guid.TryParse(clientId, out _)) throw new ArgumentException("A client id is a name, not a GUID.", nameof(clientId));
        ClientId = Check.NotNullOrWhiteSpace(clientId, nameof(clientId), ClientIdLength);
        DisplayName = Check.NotNullOrWhiteSpace(displayName, nameof(displayName), DisplayNameLength);
        Scopes = scopes;
        ChangeSecret(secret);
    }

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Begins as its name does, and is nobody else's.</summary>
    public static string NewClientId(string displayName)
    {
        var name = string.Join('-', Words().Matches(FoldedText.Of(displayName)).Select(w => w.Value));
        return $"{(name.Length == 0 ? "system" : name[..Math.Min(name.Length, 40)])}-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8)}";
    }

    public void Rename(string displayName) => DisplayName = Check.NotNullOrWhiteSpace(displayName, nameof(displayName), DisplayNameLength);

    public void Activate() => IsActive = true;

    public void Deactivate() => IsActive = false;

    public void ChangeSecret(string secret)
    {
        if (secret.Length < ShortestSecret) throw new ArgumentException($"A client secret has at least {ShortestSecret} characters.", nameof(secret));
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        SecretHash = $"{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Hash(secret, salt))}";
    }

    /// <summary>Another one after each change of the secret. Tokens carry it, so that they end with their secret.</summary>
    public string SecretStamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SecretHash)).AsSpan(0, 8));

    public bool HasSecret(string secret)
    {
        var parts = SecretHash.Split('.');
        return CryptographicOperations.FixedTimeEquals(Hash(secret, Convert.FromBase64String(parts[0])), Convert.FromBase64String(parts[1]));
    }

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Words();

    private static byte[] Hash(string secret, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(secret, salt, Rounds, HashAlgorithmName.SHA256, HashSize);
}
