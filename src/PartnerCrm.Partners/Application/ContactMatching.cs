using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Partners;

/// <summary>Fetches whoever could be meant, and lets the rules decide.</summary>
public class ContactMatching(IKnownPeople knownPeople) : IContactMatching, ITransientDependency
{
    public virtual async Task<IReadOnlyList<PersonMatch>> MatchAsync(IReadOnlyList<PersonSketch> people, CancellationToken cancellationToken = default)
    {
        var known = await knownPeople.FindAsync(
            Distinct(people.Select(p => p.ProfileSlug?.ToLowerInvariant())),
            Distinct(people.Select(p => EmailAddress.Of(p.Email)?.Key)),
            Distinct(people.Select(p => PersonName.KeyOf(p.FirstName, p.LastName))),
            cancellationToken);
        var matching = new PersonMatching(known);
        return people.Select(matching.Match).ToList();
    }

    private static HashSet<string> Distinct(IEnumerable<string?> keys) => [.. keys.Where(k => !string.IsNullOrEmpty(k)).Select(k => k!)];
}
