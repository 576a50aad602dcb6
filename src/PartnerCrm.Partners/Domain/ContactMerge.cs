using PartnerCrm.Contracts;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Partners;

/// <summary>Two contacts were one person: who was merged, by whom and when. The address that was given up still tells who they are.</summary>
public class ContactMerge : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNameLength = Contact.MaxKeyLength;

    public Guid? TenantId { get; private set; }

    /// <summary>Who they are now.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>Who they were, too; links from before lead on from there.</summary>
    public Guid MergedId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Email { get; private set; }
    public string? EmailKey { get; private set; }
    public Guid? UserId { get; private set; }
    public DateTime At { get; private set; }

    private ContactMerge()
    {
    }

    public ContactMerge(Guid id, Guid? tenantId, Guid contactId, Contact merged, EmailAddress? formerEmail, Guid? userId, DateTime at) : base(id)
    {
        TenantId = tenantId;
        ContactId = contactId;
        MergedId = merged.Id;
        Name = $"{merged.FirstName} {merged.LastName}".Trim();
        Email = formerEmail?.Value;
        EmailKey = formerEmail?.Key;
        UserId = userId;
        At = at;
    }

    /// <summary>They were merged once more.</summary>
    public void Follow(Guid contactId) => ContactId = contactId;
}
