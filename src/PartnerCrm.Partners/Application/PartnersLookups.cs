using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace PartnerCrm.Partners;

public class ContactLookup(IRepository<Contact, Guid> contacts, IRepository<ContactMerge, Guid> merges, IAsyncQueryableExecuter queries) : IContactLookup, ITransientDependency
{
    private static readonly System.Linq.Expressions.Expression<Func<Contact, ContactCard>> ToCard = c => new ContactCard(
        c.Id, c.FirstName, c.LastName, c.Email, c.Phone, c.Position, c.OrganisationId, c.OrganisationName, c.Country, c.Language, c.TimeZone, c.ProfileSlug);

    public virtual async Task<IReadOnlyDictionary<Guid, ContactCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        if (ids.Count == 0) return new Dictionary<Guid, ContactCard>();
        var cards = await queries.ToListAsync((await contacts.GetQueryableAsync()).Where(c => ids.Contains(c.Id)).Select(ToCard), cancellationToken);
        return cards.ToDictionary(c => c.Id);
    }

    /// <summary>
    /// Where several contacts share an address, the one we have known longest answers for it; for one that nobody has any more, whoever gave it up in a merge.
    /// </summary>
    public virtual async Task<IReadOnlyDictionary<string, ContactCard>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default)
    {
        var asked = emails.Select(e => (Given: e.Trim().ToLowerInvariant(), EmailAddress.Of(e)?.Key)).Where(e => e.Key is not null).Distinct().ToList();
        if (asked.Count == 0) return new Dictionary<string, ContactCard>();
        var keys = asked.Select(e => e.Key).Distinct().ToList();
        var cards = await queries.ToListAsync(
            (await contacts.GetQueryableAsync()).Where(c => keys.Contains(c.EmailKey)).OrderBy(c => c.CreationTime).Select(ToCard), cancellationToken);
        var byKey = cards.DistinctBy(c => EmailAddress.Of(c.Email)?.Key).ToDictionary(c => EmailAddress.Of(c.Email)!.Value.Key);
        foreach (var (key, card) in await FormerlyAsync([.. keys.OfType<string>().Where(k => !byKey.ContainsKey(k))], cancellationToken)) byKey[key] = card;
        return asked.DistinctBy(e => e.Given).Where(e => byKey.ContainsKey(e.Key!)).ToDictionary(e => e.Given, e => byKey[e.Key!]);
    }

    private async Task<IEnumerable<(string Key, ContactCard Card)>> FormerlyAsync(List<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0) return [];
        var former = await queries.ToListAsync(
            (await merges.GetQueryableAsync()).Where(m => keys.Contains(m.EmailKey!)).OrderBy(m => m.At).Select(m => new { Key = m.EmailKey!, m.ContactId }), cancellationToken);
        var cards = await GetAsync([.. former.Select(f => f.ContactId).Distinct()], cancellationToken);
        return former.DistinctBy(f => f.Key).Where(f => cards.ContainsKey(f.ContactId)).Select(f => (f.Key, cards[f.ContactId]));
    }
}

public class ContactOrigins(IRepository<Contact, Guid> contacts, IAsyncQueryableExecuter queries) : IContactOrigins, ITransientDependency
{
    public virtual async Task<IReadOnlyDictionary<Guid, IReadOnlyList<OriginFact>>> GetAsync(
        IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
    {
        if (contactIds.Count == 0) return new Dictionary<Guid, IReadOnlyList<OriginFact>>();
        var origins = await queries.ToListAsync(
            (await contacts.GetQueryableAsync()).Where(c => contactIds.Contains(c.Id)).SelectMany(c => c.Origins)
                .Select(o => new { o.ContactId, o.Channel, o.Where, o.When, o.ThroughUserId, o.Campaign }),
            cancellationToken);
        return origins.GroupBy(o => o.ContactId).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<OriginFact>)[.. g.OrderBy(o => o.When ?? DateTime.MaxValue).Select(o => new OriginFact(o.Channel, o.Where, o.When, o.ThroughUserId, o.Campaign))]);
    }
}

public class OrganisationLookup(IRepository<Organisation, Guid> organisations, IAsyncQueryableExecuter queries) : IOrganisationLookup, ITransientDependency
{
    public virtual async Task<IReadOnlyDictionary<Guid, OrganisationCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
    {
        if (ids.Count == 0) return new Dictionary<Guid, OrganisationCard>();
        var cards = await queries.ToListAsync(
            (await organisations.GetQueryableAsync()).Where(o => ids.Contains(o.Id))
                .Select(o => new OrganisationCard(o.Id, o.Name, o.Country, o.SubscriberType, o.LeadOwnerId)),
            cancellationToken);
        return cards.ToDictionary(o => o.Id);
    }
}
