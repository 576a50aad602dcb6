namespace PartnerCrm.Host.Tests;

/// <summary>One host for the tests of a class, with a clock that stands still.</summary>
public sealed class FixedApp : IAsyncLifetime
{
    public HostApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await HostApp.WithFixedClockAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
