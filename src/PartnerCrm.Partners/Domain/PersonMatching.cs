using PartnerCrm.Contracts;

namespace PartnerCrm.Partners;

/// <summary>A contact as matching sees it.</summary>
public record KnownPerson(
    Guid Id, string FirstName, string LastName, string NameKey, string? EmailKey, string? ProfileSlug, Guid? OrganisationId, string? OrganisationName)
{
    public string DisplayName => $"{FirstName} {LastName}".Trim();
}

/// <summary>
/// Who is this? Decided over the contacts that share a profile, an address or a name with somebody in the question. Pure: the same people give the same
/// answer in the same order.
/// </summary>
public sealed class PersonMatching
{
    private const int MaxSuggestions = 3;

    private readonly ILookup<string, KnownPerson> bySlug;
    private readonly ILookup<string, KnownPerson> byEmail;
    private readonly ILookup<string, KnownPerson> byName;

    public PersonMatching(IEnumerable<KnownPerson> known)
    {
        // Somebody who was merged is known under several addresses and profiles.
        var people = known.DistinctBy(p => (p.Id, p.EmailKey, p.ProfileSlug)).ToList();
        bySlug = people.Where(p => p.ProfileSlug is not null).ToLookup(p => p.ProfileSlug!);
        byEmail = people.Where(p => p.EmailKey is not null).ToLookup(p => p.EmailKey!);
        byName = people.Where(p => p.NameKey.Length > 0).ToLookup(p => p.NameKey);
    }

    public PersonMatch Match(PersonSketch sketch)
    {
        var nameKey = PersonName.KeyOf(sketch.FirstName, sketch.LastName);
        var organisationKey = OrganisationName.KeyOf(sketch.OrganisationName);
        var found = new Dictionary<Guid, MatchSuggestion>();

        if (sketch.ProfileSlug is { Length: > 0 } slug)
            foreach (var person in bySlug[slug.ToLowerInvariant()]) Add(found, person, MatchCertainty.Certain, MatchReasons.SameProfile);
        if (EmailAddress.TryParse(sketch.Email, out var email)) AddByEmail(found, email, nameKey);
        foreach (var person in byName[nameKey])
        {
            var isSameOrganisation = organisationKey.Length > 0 && OrganisationName.KeyOf(person.OrganisationName) == organisationKey;
            if (isSameOrganisation) Add(found, person, MatchCertainty.Likely, MatchReasons.SameNameAt(person.OrganisationName!));
            else Add(found, person, MatchCertainty.Possible, MatchReasons.SameName);
        }
        return Answer(sketch.Key, found.Values);
    }

    // Several people may share a desk's address, and one that several contacts have can't tell them apart: then the name decides.
    private void AddByEmail(Dictionary<Guid, MatchSuggestion> found, EmailAddress email, string nameKey)
    {
        var people = byEmail[email.Key].DistinctBy(p => p.Id).ToList();
        var hasNameTwin = people.Count(p => p.NameKey == nameKey) == 1;
        foreach (var person in people)
        {
            var isThem = person.NameKey == nameKey ? hasNameTwin : people.Count == 1 && !email.IsRole;
            Add(found, person, isThem ? MatchCertainty.Certain : MatchCertainty.Likely, MatchReasons.SameEmail);
        }
    }

    private static void Add(Dictionary<Guid, MatchSuggestion> found, KnownPerson person, MatchCertainty certainty, string reason)
    {
        if (found.TryGetValue(person.Id, out var before) && before.Certainty >= certainty) return;
        found[person.Id] = new MatchSuggestion(person.Id, person.DisplayName, person.OrganisationName, certainty, reason);
    }

    // The profile outranks the address. Whoever else is certain too becomes a suggestion: two contacts may be one person.
    private static PersonMatch Answer(int key, IEnumerable<MatchSuggestion> found)
    {
        var best = found
            .OrderByDescending(s => s.Certainty).ThenBy(s => s.Reason == MatchReasons.SameProfile ? 0 : s.Reason == MatchReasons.SameEmail ? 1 : 2)
            .ThenBy(s => FoldedText.Of(s.DisplayName), StringComparer.Ordinal).ThenBy(s => s.ContactId)
            .Take(MaxSuggestions).ToList();
        for (var i = 1; i < best.Count; i++)
            if (best[i].Certainty == MatchCertainty.Certain) best[i] = best[i] with { Certainty = MatchCertainty.Likely };
        return best.Count == 0
            ? new PersonMatch(key, MatchCertainty.None, null, [])
            : new PersonMatch(key, best[0].Certainty, best[0].Certainty == MatchCertainty.Certain ? best[0].ContactId : null, best);
    }
}

/// <summary>Why two may be one, in plain words.</summary>
public static class MatchReasons
{
    public const string SameProfile = "same LinkedIn profile";
    public const string SameEmail = "same e-mail address";
    public const string SameName = "same name";

    public static string SameNameAt(string organisation) => $"same name at {organisation}";
}
