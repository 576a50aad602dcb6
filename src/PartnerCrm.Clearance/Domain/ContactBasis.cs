using PartnerCrm.Contracts;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>Why we may write to a contact, and what the rules need to know of them. Its id is the contact's.</summary>
public class ContactBasis : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int SourceLength = 200;

    /// <summary>UK GDPR Article 14(3)(a): within a month at most of getting the details from elsewhere.</summary>
    private const int NoticeMonths = 1;

    public Guid? TenantId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public bool HasEmail { get; private set; }
    public string? Country { get; private set; }
    public BasisKind Kind { get; private set; }
    public string Source { get; private set; } = null!;
    public DateTime? NoticeDueAt { get; private set; }
    public DateTime? NoticeGivenAt { get; private set; }

    private ContactBasis()
    {
    }

    public ContactBasis(ContactCard contact, Guid? tenantId, string source, DateTime at)
        : base(contact.Id)
    {
        TenantId = tenantId;
        Kind = BasisKind.LegitimateInterest;
        Source = source.Length > SourceLength ? source[..SourceLength] : source;
        NoticeDueAt = at.AddMonths(NoticeMonths);
        Follow(contact);
    }

    public void Follow(ContactCard contact)
    {
        OrganisationId = contact.OrganisationId;
        HasEmail = !string.IsNullOrWhiteSpace(contact.Email);
        Country = contact.Country;
    }

    /// <summary>They agreed to hear from us: how and when is in <paramref name="source"/>.</summary>
    public void RecordConsent(string source)
    {
        Kind = BasisKind.Consent;
        Source = source;
    }

    /// <summary>The other is the same person: what they were told and agreed to under either name holds, and the earlier day to tell them by.</summary>
    public void Absorb(ContactBasis other)
    {
        if (other.Kind == BasisKind.Consent && Kind != BasisKind.Consent) RecordConsent(other.Source);
        NoticeDueAt = Earlier(NoticeDueAt, other.NoticeDueAt);
        NoticeGivenAt = Earlier(NoticeGivenAt, other.NoticeGivenAt);
    }

    public void GiveNotice(DateTime at) => NoticeGivenAt ??= at;

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one < other ? one : other ?? one;
}
