using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Meetings;

public enum OfferState
{
    Open, Chosen, Withdrawn, Expired,
}

/// <summary>Three times offered to a contact, behind a token of which only the hash is kept. Times are UTC.</summary>
public class Offer : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int EffectKeyLength = 128;
    public const int TokenHashLength = 64;
    private const int TokenBytes = 32;

    public Guid? TenantId { get; private set; }
    public string EffectKey { get; private set; } = null!;
    public string TokenHash { get; private set; } = null!;
    public Guid ContactId { get; private set; }
    public Guid OwnerId { get; private set; }
    public Guid RelationshipId { get; private set; }
    public Guid? EscalationId { get; private set; }
    public DateTime FirstTime { get; private set; }
    public DateTime SecondTime { get; private set; }
    public DateTime ThirdTime { get; private set; }
    public TimeSpan Duration { get; private set; }
    public OfferState State { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public Guid? MeetingId { get; private set; }
    public DateTime? LeaseUntil { get; private set; }

    public IReadOnlyList<DateTime> Times => [FirstTime, SecondTime, ThirdTime];

    private Offer()
    {
    }

    public Offer(
        Guid id, Guid? tenantId, string effectKey, string token, Guid contactId, Guid ownerId, Guid relationshipId, Guid? escalationId,
        IReadOnlyList<DateTime> times, TimeSpan duration)
        : base(id)
    {
        if (times.Count != 3) throw new ArgumentException("An offer has three times.", nameof(times));
        TenantId = tenantId;
        EffectKey = Check.NotNullOrWhiteSpace(effectKey, nameof(effectKey), EffectKeyLength);
        TokenHash = HashOf(token);
        ContactId = contactId;
        OwnerId = ownerId;
        RelationshipId = relationshipId;
        EscalationId = escalationId;
        (FirstTime, SecondTime, ThirdTime) = (times[0], times[1], times[2]);
        Duration = duration;
        // A time that has begun can't be chosen; the last one ends the offer.
        ExpiresAt = times.Max();
    }

    /// <summary>Chooses once. Answers the time that was chosen.</summary>
    public DateTime Choose(int choice, Guid meetingId, DateTime now)
    {
        EnsureOpen(now);
        if (choice is < 0 or > 2 || Times[choice] <= now) throw new BusinessException(MeetingsErrors.NoSuchTime);
        State = OfferState.Chosen;
        MeetingId = meetingId;
        return Times[choice];
    }

    public void Withdraw()
    {
        if (State == OfferState.Open) State = OfferState.Withdrawn;
    }

    public void Expire(DateTime now)
    {
        if (State == OfferState.Open && ExpiresAt <= now) State = OfferState.Expired;
    }

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private void EnsureOpen(DateTime now)
    {
        if (State == OfferState.Chosen) throw new BusinessException(MeetingsErrors.OfferIsChosen);
        if (State == OfferState.Withdrawn) throw new BusinessException(MeetingsErrors.OfferWithdrawn);
        if (State == OfferState.Expired || ExpiresAt <= now) throw new BusinessException(MeetingsErrors.OfferExpired);
    }
}
