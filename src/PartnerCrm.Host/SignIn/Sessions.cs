using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Starts, lists and ends the sessions of people.</summary>
public class Sessions(
    IRepository<UserSession, Guid> sessions, LiveSessions live, IDataFilter filter, IAsyncQueryableExecuter executer, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    // Nobody reads a longer list.
    private const int Most = 50;

    [UnitOfWork]
    public virtual async Task<UserSession> StartAsync(Guid? tenantId, Guid userId, string securityStamp, Visitor visitor, bool isRemembered) =>
        await sessions.InsertAsync(new UserSession(guids.Create(), tenantId, userId, securityStamp, visitor, isRemembered, clock.Now), autoSave: true);

    [UnitOfWork]
    public virtual async Task<UserSession?> FindAliveAsync(Guid id)
    {
        using (filter.Disable<IMultiTenant>())
            return await sessions.FindAsync(id) is { } session && session.IsAlive(clock.Now) ? session : null;
    }

    /// <summary>The person's own that are still good, the latest first.</summary>
    [UnitOfWork]
    public virtual async Task<IReadOnlyList<UserSession>> GetListAsync(Guid userId)
    {
        var query = (await sessions.GetQueryableAsync()).Where(s => s.UserId == userId && s.EndedAt == null).OrderByDescending(s => s.LastSeenAt).Take(Most);
        return [.. (await executer.ToListAsync(query)).Where(s => s.IsAlive(clock.Now))];
    }

    [UnitOfWork]
    public virtual async Task GoOnAsync(Guid id, string securityStamp)
    {
        if (await FindAliveAsync(id) is not { } session || session.SecurityStamp == securityStamp) return;
        session.GoOnWith(securityStamp);
        await sessions.UpdateAsync(session, autoSave: true);
        live.Forget(id);
    }

    /// <summary>Ends a session of this person; somebody else's stays.</summary>
    [UnitOfWork]
    public virtual async Task EndAsync(Guid id, Guid userId)
    {
        using var everywhere = filter.Disable<IMultiTenant>();
        if (await sessions.FindAsync(s => s.Id == id && s.UserId == userId) is not { } session) return;
        await EndAsync(session);
    }

    [UnitOfWork]
    public virtual async Task EndOthersAsync(Guid userId, Guid? except)
    {
        foreach (var session in await sessions.GetListAsync(s => s.UserId == userId && s.EndedAt == null && s.Id != except)) await EndAsync(session);
    }

    /// <summary>Ends those of the person that began before this stamp.</summary>
    [UnitOfWork]
    public virtual async Task EndStaleAsync(Guid userId, string securityStamp)
    {
        using var everywhere = filter.Disable<IMultiTenant>();
        foreach (var session in await sessions.GetListAsync(s => s.UserId == userId && s.EndedAt == null && s.SecurityStamp != securityStamp)) await EndAsync(session);
    }

    private async Task EndAsync(UserSession session)
    {
        session.End(clock.Now);
        await sessions.UpdateAsync(session, autoSave: true);
        live.Forget(session.Id);
    }
}
