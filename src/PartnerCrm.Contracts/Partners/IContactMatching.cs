namespace PartnerCrm.Contracts;

/// <summary>
/// A person as a source describes them. <paramref name="Key"/> is the asker's own, unique in one question.
/// <paramref name="ProfileSlug"/> is the part of a LinkedIn address after /in/, lower-cased.
/// </summary>
public record PersonSketch(
    int Key, string FirstName, string LastName, string? Email, string? ProfileSlug, string? OrganisationName, string? Position = null);

/// <summary>How sure a match is. Only Certain is acted on; Likely and Possible are suggestions that a person confirms.</summary>
public enum MatchCertainty
{
    None, Possible, Likely, Certain,
}

/// <summary>A contact that may be the person, and why: "same LinkedIn profile", "same name at Example Ltd".</summary>
public record MatchSuggestion(Guid ContactId, string DisplayName, string? OrganisationName, MatchCertainty Certainty, string Reason);

/// <summary>The answer for one sketch. <see cref="ContactId"/> is set only when certain; suggestions are best first, three at most.</summary>
public record PersonMatch(int Key, MatchCertainty Certainty, Guid? ContactId, IReadOnlyList<MatchSuggestion> Suggestions);

/// <summary>Who is this? Answered by Partners by profile slug, then e-mail, then normalised name with organisation; a batch costs a fixed number of queries.</summary>
public interface IContactMatching
{
    Task<IReadOnlyList<PersonMatch>> MatchAsync(IReadOnlyList<PersonSketch> people, CancellationToken cancellationToken = default);
}
