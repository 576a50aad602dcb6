using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>
/// Whether the client behind an access token is still let in, with the secret that it had the token for. An answer is kept for half a minute: that is how
/// long a token goes on after its client was switched off, or got a new secret because the old one had leaked.
/// </summary>
public sealed class LiveClients(IServiceScopeFactory scopes, IClock clock) : ISingletonDependency, IDisposable
{
    /// <summary>The claim that says with which secret the token was had.</summary>
    public const string Stamp = "client_stamp";

    private const int MostKept = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>True for tokens of people, whose sessions answer for them.</summary>
    public async Task<bool> IsAliveAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirst(Stamp)?.Value is not { } stamp || principal.FindFirst(AbpClaimTypes.ClientId)?.Value is not { } clientId) return true;
        if (!answers.TryGetValue(clientId, out (string? Stamp, DateTime At) kept) || clock.Now >= kept.At + KeptFor)
        {
            kept = (await ReadAsync(clientId), clock.Now);
            answers.Set(clientId, kept, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
        }

        return kept.Stamp == stamp;
    }

    public void Dispose() => answers.Dispose();

    // Null where nobody is let in.
    private async Task<string?> ReadAsync(string clientId)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
        // The client decides the tenant, not the other way round.
        using var everywhere = scope.ServiceProvider.GetRequiredService<IDataFilter>().Disable<IMultiTenant>();
        var client = await scope.ServiceProvider.GetRequiredService<IRepository<ApiClient, Guid>>().FindAsync(c => c.ClientId == clientId);
        return client is { IsActive: true } ? client.SecretStamp : null;
    }
}
