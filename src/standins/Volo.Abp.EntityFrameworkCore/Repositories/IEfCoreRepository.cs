using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;

namespace Volo.Abp.Domain.Repositories.EntityFrameworkCore;

/// <summary>A repository that shows its context.</summary>
public interface IEfCoreRepository<TEntity> : IRepository<TEntity> where TEntity : class, IEntity
{
    Task<DbContext> GetDbContextAsync();
    Task<DbSet<TEntity>> GetDbSetAsync();
}

public interface IEfCoreRepository<TEntity, TKey> : IEfCoreRepository<TEntity>, IRepository<TEntity, TKey> where TEntity : class, IEntity<TKey>;

/// <summary>Takes many entities to the database faster than the change tracker does.</summary>
public interface IEfCoreBulkOperationProvider
{
    Task InsertManyAsync<TDbContext, TEntity>(
        IEfCoreRepository<TEntity> repository, IEnumerable<TEntity> entities, bool autoSave, CancellationToken cancellationToken)
        where TDbContext : Volo.Abp.EntityFrameworkCore.IEfCoreDbContext where TEntity : class, IEntity;

    Task UpdateManyAsync<TDbContext, TEntity>(
        IEfCoreRepository<TEntity> repository, IEnumerable<TEntity> entities, bool autoSave, CancellationToken cancellationToken)
        where TDbContext : Volo.Abp.EntityFrameworkCore.IEfCoreDbContext where TEntity : class, IEntity;

    Task DeleteManyAsync<TDbContext, TEntity>(
        IEfCoreRepository<TEntity> repository, IEnumerable<TEntity> entities, bool autoSave, CancellationToken cancellationToken)
        where TDbContext : Volo.Abp.EntityFrameworkCore.IEfCoreDbContext where TEntity : class, IEntity;
}

internal interface ITracksOrNot
{
    void StopTracking();
}
