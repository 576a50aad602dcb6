using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Partners;

/// <summary>A list as somebody likes to see it: filters, columns and order, under a name. What the query says is the screen's business.</summary>
public class SavedView : AuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxListLength = 32;
    public const int MaxNameLength = 100;
    public const int MaxQueryLength = 8_000;
    public const int MaxKeyLength = 300;

    public Guid? TenantId { get; private set; }
    public Guid OwnerId { get; private set; }

    /// <summary>Which list: contacts, organisations, relationships …</summary>
    public string List { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Query { get; private set; } = "";

    /// <summary>Everybody sees it; only its owner changes it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Globally unique: an owner has one view of a name for each list.</summary>
    public string Key { get; private set; } = "";

    private SavedView()
    {
    }

    public SavedView(Guid id, Guid? tenantId, Guid ownerId, string list, string name, string query, bool isShared) : base(id)
    {
        TenantId = tenantId;
        OwnerId = ownerId;
        List = Check.NotNullOrWhiteSpace(list, nameof(list), MaxListLength);
        Change(name, query, isShared);
    }

    public void Change(string name, string query, bool isShared)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), MaxNameLength).Trim();
        Query = Check.Length(query, nameof(query), MaxQueryLength)!;
        IsShared = isShared;
        Key = KeyOf(OwnerId, List, Name);
    }

    public static string KeyOf(Guid ownerId, string list, string name) => $"{ownerId:N}/{list}/{name.Trim().ToLowerInvariant()}";

    public void EnsureOwnedBy(Guid? userId)
    {
        if (userId != OwnerId) throw new BusinessException(PartnersErrors.ViewIsAnothers).WithData("Name", Name);
    }
}
