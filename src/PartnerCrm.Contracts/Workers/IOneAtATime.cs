namespace PartnerCrm.Contracts;

/// <summary>Whoever is about to make something of which there may be one waits for whoever is making it just now, and then finds it.</summary>
public interface IOneAtATime
{
    /// <summary>In this tenant nobody else enters under this name until the transaction ends.</summary>
    Task EnterAsync(string name, CancellationToken cancellationToken = default);
}
