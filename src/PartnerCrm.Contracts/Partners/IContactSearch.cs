namespace PartnerCrm.Contracts;

/// <summary>Whom does somebody mean who types this? Answered by Partners over its text index.</summary>
public interface IContactSearch
{
    /// <summary>The first contacts by name whose name, organisation or address has these words, or words that begin so.</summary>
    Task<IReadOnlyList<Guid>> FindAsync(string words, int max, CancellationToken cancellationToken = default);
}
