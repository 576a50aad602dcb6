namespace PartnerCrm.Host.Tests;

/// <summary>One host for each database, with its workers, for tests that stay out of each other's way. Ends with the tests of its class.</summary>
public sealed class SharedHosts : IAsyncDisposable
{
    private readonly Dictionary<Database, (HostApp App, Caller Caller)> hosts = [];

    /// <summary>Somebody who may do everything there.</summary>
    public async Task<Caller> OnAsync(Database database)
    {
        if (hosts.TryGetValue(database, out var host)) return host.Caller;
        var app = await HostApp.WithWorkersAsync(database);
        hosts[database] = (app, await app.SignInAsync(null));
        return hosts[database].Caller;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (app, caller) in hosts.Values)
        {
            caller.Dispose();
            await app.DisposeAsync();
        }
    }
}
