using System.Security.Claims;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;

namespace PartnerCrm.Host;

/// <summary>Whether the client behind an access token is still let in, with the secret that it had the token for: half a minute later at most, it isn't.</summary>
public sealed class LiveClients(IServiceScopeFactory scopes, IClock clock) : ISingletonDependency, IDisposable
{
    /// <summary>The claim that says with which secret the token was had.</summary>
    public const string Stamp = "client_stamp";

    private const int MostKept = 10_000;
    private readonly KeptAnswers<string, string?> stamps = new(scopes, clock, MostKept, ReadAsync);

    /// <summary>True for tokens of people, whose sessions answer for them.</summary>
    public async Task<bool> IsAliveAsync(ClaimsPrincipal principal) =>
        principal.FindFirst(Stamp)?.Value is not { } stamp || principal.FindFirst(AbpClaimTypes.ClientId)?.Value is not { } clientId
        || await stamps.OfAsync(clientId) == stamp;

    public void Dispose() => stamps.Dispose();

    // Null where nobody is let in.
    private static async Task<string?> ReadAsync(IServiceProvider services, string clientId) =>
        await services.GetRequiredService<IRepository<ApiClient, Guid>>().FindAsync(c => c.ClientId == clientId) is { IsActive: true } client ? client.SecretStamp : null;
}
