using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Forgets sessions that are long over, and what was granted in them: who was where is nobody's business for ever.</summary>
public class OldSessions(
    IRepository<UserSession, Guid> sessions, IRepository<AuthorizationGrant, Guid> grants, IAsyncQueryableExecuter executer, IUnitOfWorkManager unitsOfWork, IDataFilter filter, IClock clock)
    : ITransientDependency
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task<int> PassAsync(CancellationToken cancellationToken = default)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: false);
        using var everywhere = filter.Disable<IMultiTenant>();
        var before = clock.Now - Kept;
        var query = (await sessions.GetQueryableAsync()).Where(s => s.LastSeenAt < before).OrderBy(s => s.LastSeenAt).Select(s => s.Id).Take(AtOnce);
        var old = await executer.ToListAsync(query, cancellationToken);
        if (old.Count == 0) return 0;
        await grants.DeleteDirectAsync(g => old.Contains(g.SessionId), cancellationToken);
        await sessions.DeleteDirectAsync(s => old.Contains(s.Id), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return old.Count;
    }
}
