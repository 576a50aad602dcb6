using Volo.Abp.Domain.Entities;

namespace PartnerCrm.Host;

/// <summary>A POST that came with an Idempotency-Key, and its answer, kept 24 hours. Status 0: it is being worked on.</summary>
public class IdempotentRequest : BasicAggregateRoot<Guid>
{
    public const int KeyLength = 300;
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Tenant, caller and the key they sent: one row each, globally unique.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>SHA-256 of method, path and body, hex.</summary>
    public string BodyHash { get; private set; } = null!;

    public int Status { get; private set; }
    public string? ContentType { get; private set; }
    public string? Location { get; private set; }
    public byte[]? Answer { get; private set; }
    public DateTime At { get; private set; }

    private IdempotentRequest()
    {
    }

    public IdempotentRequest(Guid id, string key, string bodyHash, DateTime at)
        : base(id)
    {
        Key = key;
        BodyHash = bodyHash;
        At = at;
    }

    public bool IsAnswered => Status != 0;

    /// <summary>Without an answer since then: whoever worked on it died, and it may be sent again.</summary>
    public bool IsAbandoned(DateTime since) => !IsAnswered && At < since;

    public void Finish(int status, string? contentType, string? location, byte[] answer)
    {
        Status = status;
        ContentType = contentType;
        Location = location;
        Answer = answer;
    }
}
