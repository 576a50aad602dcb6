using PartnerCrm.Contracts;

namespace PartnerCrm.Tests;

/// <summary>On SQLite transactions are one at a time anyway.</summary>
public class NobodyElse : IOneAtATime
{
    public Task EnterAsync(string name, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
