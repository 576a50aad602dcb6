using PartnerCrm.Contracts;

namespace PartnerCrm.Sources;

/// <summary>One person as several files name them. The file picked from comes first; the others fill in.</summary>
internal sealed class PickGroup(Candidate first, IReadOnlyList<Candidate> like, Guid? confirmedContactId)
{
    public Candidate First { get; } = first;
    public IReadOnlyList<Candidate> Candidates { get; } = [first, .. like];
    public IEnumerable<string> Addresses => Candidates.SelectMany(c => (string?[])[c.EmailKey, c.ProfileSlug]).OfType<string>();

    public PickedCandidate ToPick(int key, IReadOnlyDictionary<Guid, Import> imports) => new(
        First.Id,
        confirmedContactId ?? Candidates.Select(c => c.ContactId).FirstOrDefault(id => id is not null),
        new PersonSketch(
            key, First.FirstName, First.LastName, Known(c => c.Email), Known(c => c.ProfileSlug), Known(c => c.OrganisationName), Known(c => c.Position)),
        Known(c => c.Phone), Known(c => c.Country), Candidates.Select(c => OriginOf(c, imports[c.ImportId])).ToList());

    private string? Known(Func<Candidate, string?> detail) => Candidates.Select(detail).FirstOrDefault(d => d is not null);

    private static OriginFact OriginOf(Candidate candidate, Import import) => import.Source == ImportSource.LinkedInArchive
        ? new OriginFact(Channel.LinkedIn, candidate.ProfileSlug is { } slug ? PlainText.Cut(ProfileUrl.LinkedIn(slug).Value, 200) : null, candidate.ConnectedOn, import.CreatorId, null)
        : new OriginFact(Channel.Event, import.EventName ?? import.FileName, candidate.AttendedAt ?? import.EventDate, import.CreatorId, null);
}
