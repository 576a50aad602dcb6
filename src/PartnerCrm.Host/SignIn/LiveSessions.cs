using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Timing;

namespace PartnerCrm.Host;

/// <summary>
/// Whether the session behind a cookie or access token is still good: not ended, not idle too long, and the person still active with the same
/// password and second factor. A token of an ended session may go on elsewhere for half a minute.
/// </summary>
public sealed class LiveSessions : ISingletonDependency, IDisposable
{
    private const int MostKept = 50_000;
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);
    private readonly IClock clock;
    private readonly KeptAnswers<Guid, bool> answers;

    public LiveSessions(IServiceScopeFactory scopes, IClock clock) =>
        (this.clock, answers) = (clock, new KeptAnswers<Guid, bool>(scopes, clock, MostKept, ReadAsync));

    public Task<bool> IsAliveAsync(Guid sessionId) => answers.OfAsync(sessionId);

    public void Forget(Guid sessionId) => answers.Forget(sessionId);

    public void Dispose() => answers.Dispose();

    private async Task<bool> ReadAsync(IServiceProvider services, Guid sessionId)
    {
        var sessions = services.GetRequiredService<IRepository<UserSession, Guid>>();
        if (await sessions.FindAsync(sessionId) is not { } session || !session.IsAlive(clock.Now)) return false;
        var user = await services.GetRequiredService<IRepository<IdentityUser, Guid>>().FindAsync(session.UserId, includeDetails: false);
        if (user is not { IsActive: true } || user.SecurityStamp != session.SecurityStamp) return false;
        if (clock.Now >= session.LastSeenAt + SeenEvery)
        {
            session.Seen(clock.Now);
            await sessions.UpdateAsync(session);
        }

        return true;
    }
}
