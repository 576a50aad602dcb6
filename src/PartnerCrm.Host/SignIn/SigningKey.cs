using Volo.Abp.Domain.Entities;

namespace PartnerCrm.Host;

/// <summary>A key that tokens are signed with (ECDSA P-256). The private part is sealed with the root key. Shared by all tenants.</summary>
public class SigningKey : BasicAggregateRoot<Guid>
{
    public string KeyId { get; private set; } = null!;
    public byte[] SealedPrivateKey { get; private set; } = null!;
    public DateTime CreatedAt { get; private set; }

    private SigningKey()
    {
    }

    public SigningKey(Guid id, string keyId, byte[] sealedPrivateKey, DateTime createdAt)
        : base(id)
    {
        KeyId = keyId;
        SealedPrivateKey = sealedPrivateKey;
        CreatedAt = createdAt;
    }
}
