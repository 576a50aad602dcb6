using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Sources;

/// <summary>Lines of the list of candidates: a page at a time, with what other files and colleagues say, and the reasons in sentences.</summary>
public class CandidateRows(Namesakes namesakes, IColleagueLookup colleagues, IStringLocalizer<SourcesResource> texts) : ITransientDependency
{
    private const int MaxSuggestions = 3;

    public virtual async Task<IReadOnlyList<CandidateRow>> OfAsync(Import import, IReadOnlyList<Candidate> page, CancellationToken cancellationToken = default)
    {
        var others = await namesakes.FindAsync(import.Id, page, withNames: true, cancellationToken);
        var owners = await colleagues.GetAsync([.. page.Select(c => c.OwnerId).OfType<Guid>().Distinct()], cancellationToken);
        var byKey = others.SelectMany(n => Keys(n.ProfileSlug, n.EmailKey, n.NameKey).Select(k => (Key: k, Namesake: n))).ToLookup(p => p.Key, p => p.Namesake);
        return page.Select(c => Row(import, c, Keys(c.ProfileSlug, c.EmailKey, c.NameKey).SelectMany(k => byKey[k]).DistinctBy(n => n.CandidateId).ToList(),
            c.OwnerId is { } owner ? owners.GetValueOrDefault(owner)?.DisplayName : null)).ToList();
    }

    private CandidateRow Row(Import import, Candidate c, List<Namesake> others, string? ownerName)
    {
        var same = others.Where(n => SamePerson.Between(c, n) == MatchCertainty.Certain).OrderBy(n => n.CandidateId)
            .Select(n => new ElsewhereDto(n.ImportId, n.CandidateId, n.Source, n.EventName, n.AttendedAt ?? n.ConnectedOn)).ToList();
        var suggestions = Suggestions(c, others);
        return new CandidateRow(
            c.Id, c.Row, c.FirstName, c.LastName, c.Email, c.ProfileSlug is { } slug ? ProfileUrl.LinkedIn(slug).Value : null, c.OrganisationName, c.Position, c.Country,
            c.ConnectedOn, c.AttendedAt, c.Minutes, c.EmailKey is not null, c.IsSuppressed, c.Certainty, c.ContactId, c.OwnerId, ownerName, suggestions, same, c.Worth,
            Reasons(import, c, ownerName, suggestions, same), c.PickedAt, c.Resolution, c.SameAsContactId, c.SameAsCandidateId);
    }

    private List<CandidateSuggestion> Suggestions(Candidate c, List<Namesake> others)
    {
        if (c.PickedAt is not null) return [];
        var contacts = c.SuggestedContacts().Where(s => s.ContactId != c.ContactId)
            .Select(s => new CandidateSuggestion(s.ContactId, null, s.DisplayName, s.OrganisationName, s.Certainty, s.Reason));
        var candidates = others.Where(n => n.PickedAt is null).Select(n => (Namesake: n, Certainty: SamePerson.Between(c, n)))
            .Where(n => n.Certainty is MatchCertainty.Likely or MatchCertainty.Possible)
            .Select(n => new CandidateSuggestion(
                null, n.Namesake.CandidateId, $"{n.Namesake.FirstName} {n.Namesake.LastName}".Trim(), n.Namesake.OrganisationName, n.Certainty, NamesakeReason(n.Namesake)));
        return contacts.Concat(candidates).OrderByDescending(s => s.Certainty).ThenBy(s => s.DisplayName, StringComparer.Ordinal)
            .ThenBy(s => s.ContactId ?? s.CandidateId).Take(MaxSuggestions).ToList();
    }

    private string NamesakeReason(Namesake other) => other.Source == ImportSource.LinkedInArchive
        ? texts["Reason:NameAmongConnections"]
        : texts["Reason:NameAmongAttendees", other.EventName ?? ""];

    private List<string> Reasons(Import import, Candidate c, string? ownerName, List<CandidateSuggestion> suggestions, List<ElsewhereDto> same)
    {
        var reasons = new List<string>();
        if (c.IsSuppressed) reasons.Add(texts["Reason:Suppressed"]);
        if (c.OwnerId is { } owner && owner != import.CreatorId) reasons.Add(texts["Reason:WithColleague", ownerName ?? "?"]);
        if (c.Minutes is { } minutes) reasons.Add(texts["Reason:AttendedMinutes", minutes]);
        else if (c.AttendedAt is not null) reasons.Add(texts["Reason:Attended"]);
        foreach (var other in same)
            reasons.Add(other.Source == ImportSource.LinkedInArchive ? texts["Reason:AlsoConnection"] : texts["Reason:AlsoAttended", other.EventName ?? ""]);
        if (c.ContactId is not null) reasons.Add(texts["Reason:Known"]);
        if (c.EmailKey is not null) reasons.Add(texts["Reason:HasEmail"]);
        foreach (var suggestion in suggestions) reasons.Add(texts["Reason:Perhaps", suggestion.DisplayName, suggestion.Reason]);
        return reasons;
    }

    private static IEnumerable<string> Keys(string? slug, string? emailKey, string nameKey)
    {
        if (slug is not null) yield return $"in:{slug}";
        if (emailKey is not null) yield return emailKey;
        if (nameKey.Length > 0) yield return $" {nameKey}";
    }
}
