using System.Security.Cryptography;
using System.Text;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Mail;

/// <summary>Opens one person's unsubscribe page. Opaque (RFC 8058); only its hash is stored, so a copy of the database unsubscribes nobody.</summary>
public class UnsubscribeToken : Entity<Guid>, IMultiTenant
{
    public const int HashLength = 64;

    public Guid? TenantId { get; private set; }
    public string Hash { get; private set; }
    public Guid MailMessageId { get; private set; }
    public Guid ContactId { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    public UnsubscribeToken(Guid id, Guid? tenantId, string token, Guid mailMessageId, Guid contactId, DateTime createdAt) : base(id)
    {
        TenantId = tenantId;
        Hash = HashOf(token);
        MailMessageId = mailMessageId;
        ContactId = contactId;
        CreatedAt = createdAt;
    }

    /// <summary>43 letters for a URL: 256 random bits.</summary>
    public static string NewToken() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>True the first time.</summary>
    public bool Use(DateTime now)
    {
        if (UsedAt is not null) return false;
        UsedAt = now;
        return true;
    }

#pragma warning disable CS8618 // EF Core fills these in.
    private UnsubscribeToken() { }
#pragma warning restore CS8618
}
