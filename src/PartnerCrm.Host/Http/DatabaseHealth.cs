using Microsoft.Extensions.Diagnostics.HealthChecks;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Healthy when the database answers.</summary>
public class DatabaseHealth(IUnitOfWorkManager unitsOfWork, IDbContextProvider<PartnerCrmDbContext> provider) : IHealthCheck, ITransientDependency
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: false);
        var database = (await provider.GetDbContextAsync()).Database;
        return await database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
