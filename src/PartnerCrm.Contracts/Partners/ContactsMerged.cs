namespace PartnerCrm.Contracts;

/// <summary>
/// Two contacts turned out to be one person. Every module moves what it holds of <paramref name="MergedId"/> to <paramref name="Contact"/>, who is known like
/// this from now on, in the same transaction; the other is no contact any more.
/// </summary>
public record ContactsMerged(Guid MergedId, string MergedName, ContactCard Contact, DateTime At);

/// <summary>Each of two merged contacts had a relationship: what was in the one that ended is the other's now.</summary>
public record RelationshipsMerged(Guid EndedId, Guid RelationshipId, Guid ContactId, DateTime At);

/// <summary>Answered by Engagement.</summary>
public interface IMergeCheck
{
    /// <summary>Why two contacts can't be made one now, as a sentence in the reader's language that says what to do; null when they can.</summary>
    Task<string?> WhyNotAsync(Guid oneId, Guid otherId, CancellationToken cancellationToken = default);
}
