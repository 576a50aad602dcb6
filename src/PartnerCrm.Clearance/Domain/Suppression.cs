using System.Security.Cryptography;
using System.Text;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>
/// Do not contact. Holds no personal data in the clear: the address or profile is a keyed hash, so that the suppression outlives the person's
/// record and still recognises them when somebody imports them again.
/// </summary>
public class Suppression : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int KeyLength = 110;
    public const int WordsLength = 500;

    public Guid? TenantId { get; private set; }

    /// <summary>Null once the contact is erased; the hash stays.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>Tenant and hash: one row a person, globally unique.</summary>
    public string Key { get; private set; } = null!;

    public SuppressionReason Reason { get; private set; }

    /// <summary>What they said, when a person or a mail gave words.</summary>
    public string? Words { get; private set; }

    public DateTime At { get; private set; }
    public bool IsPendingReview { get; private set; }
    public DateTime? LiftedAt { get; private set; }

    private Suppression()
    {
    }

    public Suppression(Guid id, Guid? tenantId, Guid? contactId, string key, SuppressionReason reason, string? words, bool isPendingReview, DateTime at)
        : base(id)
    {
        TenantId = tenantId;
        Key = key;
        Apply(contactId, reason, words, isPendingReview, at);
    }

    /// <summary>
    /// Suppresses again, or for a stronger reason; what is confirmed stays confirmed, a person's word outranks a dead address, and whoever was forgotten
    /// is known by it again.
    /// </summary>
    public void Apply(Guid? contactId, SuppressionReason reason, string? words, bool isPendingReview, DateTime at)
    {
        ContactId ??= contactId;
        var isTheirWord = LiftedAt == null && At != default && Reason != SuppressionReason.Bounced;
        if (isTheirWord && (reason == SuppressionReason.Bounced || isPendingReview && !IsPendingReview)) return;
        Reason = reason;
        Words = words is { Length: > WordsLength } ? words[..WordsLength] : words;
        IsPendingReview = isPendingReview;
        At = at;
        LiftedAt = null;
    }

    /// <summary>The words were an objection: it stands for good.</summary>
    public void Confirm()
    {
        EnsurePendingReview();
        IsPendingReview = false;
    }

    /// <summary>The words were not an objection.</summary>
    public void Lift(DateTime at)
    {
        EnsurePendingReview();
        LiftedAt = at;
        IsPendingReview = false;
    }

    /// <summary>The contact's record is gone; that they asked us not to stays.</summary>
    public void Forget() => ContactId = null;

    /// <summary>The key under which an address, profile slug or contact id is suppressed in a tenant.</summary>
    public static string KeyOf(byte[] secret, Guid? tenantId, string value) =>
        $"{tenantId:N}:{Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(value.Trim().ToLowerInvariant())))}";

    // Only a guess made from a phrase can be taken back: what a person told us is for good.
    private void EnsurePendingReview()
    {
        if (!IsPendingReview) throw new BusinessException(ClearanceErrors.NotPendingReview);
    }
}
