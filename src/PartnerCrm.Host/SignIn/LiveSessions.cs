using Microsoft.Extensions.Caching.Memory;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>
/// Whether the session behind a cookie or access token is still good: not ended, not idle too long, and the person still active with the same
/// password and second factor. An answer is kept for half a minute: that is how long a token of an ended session may go on elsewhere.
/// </summary>
public sealed class LiveSessions(IServiceScopeFactory scopes, IClock clock) : ISingletonDependency, IDisposable
{
    private const int MostKept = 50_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public async Task<bool> IsAliveAsync(Guid sessionId)
    {
        if (answers.TryGetValue(sessionId, out (bool IsAlive, DateTime At) kept) && clock.Now < kept.At + KeptFor) return kept.IsAlive;
        var isAlive = await ReadAsync(sessionId);
        answers.Set(sessionId, (isAlive, clock.Now), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
        return isAlive;
    }

    public void Forget(Guid sessionId) => answers.Remove(sessionId);

    public void Dispose() => answers.Dispose();

    private async Task<bool> ReadAsync(Guid sessionId)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
        // The session decides the tenant, not the other way round.
        using var everywhere = scope.ServiceProvider.GetRequiredService<IDataFilter>().Disable<IMultiTenant>();
        var sessions = scope.ServiceProvider.GetRequiredService<IRepository<UserSession, Guid>>();
        if (await sessions.FindAsync(sessionId) is not { } session || !session.IsAlive(clock.Now)) return false;
        var user = await scope.ServiceProvider.GetRequiredService<IRepository<IdentityUser, Guid>>().FindAsync(session.UserId, includeDetails: false);
        if (user is not { IsActive: true } || user.SecurityStamp != session.SecurityStamp) return false;
        if (clock.Now >= session.LastSeenAt + SeenEvery)
        {
            session.Seen(clock.Now);
            await sessions.UpdateAsync(session);
        }

        await unitOfWork.CompleteAsync();
        return true;
    }
}
