using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Partners;

/// <summary>A business, public body, charity or group.</summary>
public class Organisation : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNameLength = 200;
    public const int MaxKeyLength = 2 * MaxNameLength;
    public const int MaxSearchTextLength = 600;
    public const int CountryLength = 2;

    private readonly List<OrganisationDomain> domains = [];
    private readonly List<OrganisationOwner> owners = [];

    public Organisation(Guid id, string name, string? country = null, SubscriberType subscriberType = SubscriberType.Unknown)
        : base(id)
    {
        Revise(name, country, subscriberType);
    }

    private Organisation()
    {
    }

    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>What organisations are compared by; see <see cref="OrganisationName.KeyOf"/>.</summary>
    public string NameKey { get; private set; } = "";
    public string SortName { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public string? Country { get; private set; }
    public SubscriberType SubscriberType { get; private set; }

    /// <summary>The engagement manager who holds the organisation as a whole. Others may hold it for one purpose.</summary>
    public Guid? LeadOwnerId { get; private set; }
    public IReadOnlyCollection<OrganisationDomain> Domains => domains;
    public IReadOnlyCollection<OrganisationOwner> Owners => owners;

    public void Revise(string name, string? country, SubscriberType subscriberType)
    {
        if (PlainText.Of(name).Length == 0) throw new BusinessException(PartnersErrors.NameMissing);
        Name = PlainText.Of(name);
        NameKey = PlainText.Cut(OrganisationName.KeyOf(Name), MaxKeyLength);
        SortName = PlainText.Cut(FoldedText.Of(Name), MaxKeyLength);
        Country = country?.ToUpperInvariant();
        SubscriberType = subscriberType == SubscriberType.Unknown ? OrganisationName.SubscriberTypeOf(Name) : subscriberType;
        RefreshSearchText();
    }

    public void LeadBy(Guid? userId) => LeadOwnerId = userId;

    /// <summary>Gives each purpose its one owner; purposes that aren't named lose theirs.</summary>
    public void ShareOut(IReadOnlyDictionary<string, Guid> ownerByPurpose, Func<Guid> newId)
    {
        owners.RemoveAll(o => !ownerByPurpose.TryGetValue(o.Purpose, out var user) || user != o.UserId);
        foreach (var (purpose, user) in ownerByPurpose.Where(p => owners.All(o => o.Purpose != p.Key)))
            owners.Add(new OrganisationOwner(newId(), Id, purpose, user));
    }

    public void UseDomains(IEnumerable<string> names, Func<Guid> newId)
    {
        var wanted = names.Select(OrganisationDomain.Sound).ToHashSet();
        domains.RemoveAll(d => !wanted.Contains(d.Name));
        foreach (var name in wanted.Where(n => domains.All(d => d.Name != n))) domains.Add(new OrganisationDomain(newId(), Id, name));
        RefreshSearchText();
    }

    public OrganisationCard ToCard() => new(Id, Name, Country, SubscriberType, LeadOwnerId);

    private void RefreshSearchText() =>
        SearchText = Partners.SearchText.Of(MaxSearchTextLength, [Name, .. domains.Select(d => d.Name)]);
}
