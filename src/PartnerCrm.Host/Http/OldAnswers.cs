using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Forgets answers that nobody may ask for again: there are people in them.</summary>
public class OldAnswers(IRepository<IdempotentRequest, Guid> requests, IUnitOfWorkManager unitsOfWork, IClock clock) : ITransientDependency
{
    public async Task PassAsync(CancellationToken cancellationToken = default)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: false);
        var before = clock.Now - IdempotentRequest.Kept;
        await requests.DeleteDirectAsync(r => r.At < before, cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
