using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Forgets answers that nobody may ask for again: there are people in them.</summary>
public class OldAnswers(IRepository<IdempotentRequest, Guid> requests, IAsyncQueryableExecuter executer, IUnitOfWorkManager unitsOfWork, IClock clock) : ITransientDependency
{
    private const int AtOnce = 200;

    public async Task<int> PassAsync(CancellationToken cancellationToken = default)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: false);
        var before = clock.Now - IdempotentRequest.Kept;
        var query = (await requests.GetQueryableAsync()).Where(r => r.At < before).OrderBy(r => r.At).Select(r => r.Id).Take(AtOnce);
        for (var forgotten = 0; ;)
        {
            var old = await executer.ToListAsync(query, cancellationToken);
            await requests.DeleteDirectAsync(r => old.Contains(r.Id), cancellationToken);
            forgotten += old.Count;
            if (old.Count < AtOnce) return forgotten;
        }
    }
}
