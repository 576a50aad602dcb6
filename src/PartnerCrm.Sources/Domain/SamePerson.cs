using PartnerCrm.Contracts;

namespace PartnerCrm.Sources;

/// <summary>A candidate of another import who may be the same person.</summary>
public record Namesake(
    Guid CandidateId, Guid ImportId, ImportSource Source, string? EventName, string FirstName, string LastName, string? OrganisationName, string NameKey,
    string? EmailKey, string? ProfileSlug, DateTime? ConnectedOn, DateTime? AttendedAt, DateTime? PickedAt);

/// <summary>Whether two candidates are one person, as far as files can tell. Pure.</summary>
public static class SamePerson
{
    public static MatchCertainty Between(string? slug, string? emailKey, string nameKey, string? organisationName, Namesake other)
    {
        if (slug is not null && slug == other.ProfileSlug) return MatchCertainty.Certain;
        if (emailKey is not null && emailKey == other.EmailKey && (EmailAddress.Of(emailKey) is { IsRole: false } || nameKey == other.NameKey)) return MatchCertainty.Certain;
        // Two profiles, or two addresses of one kind, are two people until somebody says otherwise.
        if (nameKey.Length == 0 || nameKey != other.NameKey || (slug is not null && other.ProfileSlug is not null)) return MatchCertainty.None;
        var organisation = OrganisationName.KeyOf(organisationName);
        return organisation.Length > 0 && organisation == OrganisationName.KeyOf(other.OrganisationName) ? MatchCertainty.Likely : MatchCertainty.Possible;
    }

    public static MatchCertainty Between(Candidate candidate, Namesake other) =>
        Between(candidate.ProfileSlug, candidate.EmailKey, candidate.NameKey, candidate.OrganisationName, other);
}
