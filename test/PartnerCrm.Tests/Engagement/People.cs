using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Tests.Engagement;

/// <summary>Partners' search, over the names that relationships copy.</summary>
public class SearchByRelationship(IRepository<Relationship, Guid> relationships) : IContactSearch
{
    public async Task<IReadOnlyList<Guid>> FindAsync(string words, int max, CancellationToken cancellationToken = default) =>
        [.. (await relationships.GetListAsync(r => r.ContactName.Contains(words))).Select(r => r.ContactId).Take(max)];
}

/// <summary>Made-up people.</summary>
public static class People
{
    public static readonly Guid Olivia = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid Henry = Guid.Parse("00000000-0000-0000-0000-0000000000a2");
    public static readonly Guid Makers = Guid.Parse("00000000-0000-0000-0000-0000000000b1");

    /// <summary>Knows the contacts it is told of, both colleagues, and that everybody must be told in a month.</summary>
    public static readonly Everybody Lookup = new();

    public static ContactCard Contact(string firstName = "Ada", string lastName = "Example", Guid? organisationId = null, string? position = "Head of Design") => new(
        Guid.NewGuid(), firstName, lastName, $"{firstName}@example.org".ToLowerInvariant(), null, position, organisationId ?? Makers, "Example Makers Ltd",
        "GB", "en", "Europe/London");

    public sealed class Everybody : IContactLookup, IColleagueLookup, INotices
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, ContactCard> known = [];

        public ContactCard Knows(ContactCard contact) => known[contact.Id] = contact;

        public Task<IReadOnlyDictionary<Guid, ContactCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ContactCard>>(ids.Where(known.ContainsKey).ToDictionary(id => id, id => known[id]));

        public Task<IReadOnlyDictionary<string, ContactCard>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<string, ContactCard>>(new Dictionary<string, ContactCard>());

        Task<IReadOnlyDictionary<Guid, ColleagueCard>> IColleagueLookup.GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ColleagueCard>>(new[] { Colleague(Olivia, "Olivia Owner"), Colleague(Henry, "Henry Helper") }
                .Where(c => ids.Contains(c.Id)).ToDictionary(c => c.Id));

        public Task<IReadOnlyDictionary<Guid, DateTime>> DueAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<Guid, DateTime>>(contactIds.ToDictionary(id => id, _ => new DateTime(2026, 10, 7, 9, 0, 0, DateTimeKind.Utc)));

        private static ColleagueCard Colleague(Guid id, string name) =>
            new(id, name, $"{name.Split(' ')[0].ToLowerInvariant()}@university.example.org", "Europe/London", new TimeOnly(9, 0), new TimeOnly(17, 0));
    }
}
