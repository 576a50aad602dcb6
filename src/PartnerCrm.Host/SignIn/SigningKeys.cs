using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>
/// The keys tokens are signed and checked with. A new one signs every 90 days, once every host has had the time to read it; the one before stays
/// published for as long as a token may live, and longer than any client caches the key set.
/// </summary>
public class SigningKeys(IServiceScopeFactory scopes, RootKey rootKey, IClock clock) : ISingletonDependency
{
    private const string Purpose = "token-signing-key";
    private static readonly TimeSpan SignsFor = TimeSpan.FromDays(90);
    private static readonly TimeSpan PublishedFor = SignsFor + TimeSpan.FromDays(2);
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile State? state;

    public async Task<SigningCredentials> CurrentAsync()
    {
        var (keys, everyHostHasRead) = ((await ReadAsync()).Keys, clock.Now - ReadAgainAfter);
        return new(keys.FirstOrDefault(k => k.CreatedAt <= everyHostHasRead, keys[^1]).Key, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<SecurityKey>> AllAsync() => [.. (await ReadAsync()).Keys.Select(k => k.Key)];

    /// <summary>What the last reading found: token validation can't wait for a database.</summary>
    public IEnumerable<SecurityKey> Known => state?.Keys.Select(k => k.Key) ?? [];

    private async Task<State> ReadAsync()
    {
        if (state is { } fresh && fresh.At + ReadAgainAfter > clock.Now) return fresh;
        await gate.WaitAsync();
        try
        {
            if (state is { } read && read.At + ReadAgainAfter > clock.Now) return read;
            return state = await LoadAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<State> LoadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var repository = scope.ServiceProvider.GetRequiredService<IRepository<SigningKey, Guid>>();
        var since = clock.Now - PublishedFor;
        var keys = await repository.GetListAsync(k => k.CreatedAt > since);
        if (keys.Count == 0 || keys.Max(k => k.CreatedAt) + SignsFor < clock.Now)
            keys.Add(await repository.InsertAsync(Create(scope.ServiceProvider.GetRequiredService<IGuidGenerator>())));
        await unitOfWork.CompleteAsync();
        return new State([.. keys.OrderByDescending(k => k.CreatedAt).Select(k => (Open(k), k.CreatedAt))], clock.Now);
    }

    private SigningKey Create(IGuidGenerator guids)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = guids.Create();
        return new SigningKey(id, id.ToString("N"), rootKey.Protect(key.ExportPkcs8PrivateKey(), Purpose), clock.Now);
    }

    private SecurityKey Open(SigningKey stored)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(rootKey.Unprotect(stored.SealedPrivateKey, Purpose), out _);
        return new ECDsaSecurityKey(key) { KeyId = stored.KeyId };
    }

    private sealed record State(IReadOnlyList<(SecurityKey Key, DateTime CreatedAt)> Keys, DateTime At);
}
