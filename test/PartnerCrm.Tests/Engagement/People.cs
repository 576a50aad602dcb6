using PartnerCrm.Contracts;

namespace PartnerCrm.Tests.Engagement;

/// <summary>Made-up people.</summary>
public static class People
{
    public static readonly Guid Olivia = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid Henry = Guid.Parse("00000000-0000-0000-0000-0000000000a2");
    public static readonly Guid Makers = Guid.Parse("00000000-0000-0000-0000-0000000000b1");

    public static readonly IContactLookup Lookup = new Everybody();

    public static ContactCard Contact(string firstName = "Ada", string lastName = "Example", Guid? organisationId = null, string? position = "Head of Design") => new(
        Guid.NewGuid(), firstName, lastName, $"{firstName}@example.org".ToLowerInvariant(), null, position, organisationId ?? Makers, "Example Makers Ltd",
        "GB", "en", "Europe/London");

    private sealed class Everybody : IContactLookup
    {
        private readonly Dictionary<Guid, ContactCard> known = [];

        public Task<IReadOnlyDictionary<Guid, ContactCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ContactCard>>(ids.Where(known.ContainsKey).ToDictionary(id => id, id => known[id]));

        public Task<IReadOnlyDictionary<string, ContactCard>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<string, ContactCard>>(new Dictionary<string, ContactCard>());
    }
}
