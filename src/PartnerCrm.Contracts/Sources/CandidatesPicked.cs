namespace PartnerCrm.Contracts;

/// <summary>One candidate the manager picked. <see cref="ContactId"/> is the contact they were confirmed to be, or null for somebody new.</summary>
public record PickedCandidate(
    Guid CandidateId,
    Guid? ContactId,
    PersonSketch Person,
    string? Phone,
    string? Country,
    IReadOnlyList<OriginFact> Origins);

/// <summary>The manager picked people from an import. Partners makes them contacts; nothing else follows from an import.</summary>
public record CandidatesPicked(Guid ImportId, IReadOnlyList<PickedCandidate> Candidates, Guid OwnerId, Guid PlaybookId, string Source, DateTime At);
