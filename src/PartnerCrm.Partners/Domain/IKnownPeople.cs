namespace PartnerCrm.Partners;

/// <summary>The contacts that share a profile, an address or a name with one of the given, in a fixed number of indexed queries.</summary>
public interface IKnownPeople
{
    Task<List<KnownPerson>> FindAsync(
        IReadOnlyCollection<string> slugs, IReadOnlyCollection<string> emailKeys, IReadOnlyCollection<string> nameKeys, CancellationToken cancellationToken = default);
}
