using Volo.Abp.EntityFrameworkCore;

namespace Volo.Abp.Uow.EntityFrameworkCore;

/// <summary>A unit of work's context of one type on one connection string.</summary>
public class EfCoreDatabaseApi(IEfCoreDbContext dbContext) : IDatabaseApi, ISupportsSavingChanges
{
    public IEfCoreDbContext DbContext { get; } = dbContext;

    public Task SaveChangesAsync(CancellationToken cancellationToken = default) => DbContext.SaveChangesAsync(cancellationToken);
}
