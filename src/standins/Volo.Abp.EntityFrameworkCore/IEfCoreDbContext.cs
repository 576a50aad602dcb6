using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Internal;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore;

/// <summary>What a repository may ask of a context. Module contexts (<c>IXxxDbContext</c>) derive from it.</summary>
public interface IEfCoreDbContext : IDisposable, IInfrastructure<IServiceProvider>, IDbContextDependencies, IDbSetCache, IDbContextPoolable
{
    ChangeTracker ChangeTracker { get; }
    DatabaseFacade Database { get; }

    DbSet<T> Set<[DynamicallyAccessedMembers(IEntityTypeMembers)] T>() where T : class;

    int SaveChanges();
    int SaveChanges(bool acceptAllChangesOnSuccess);
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
    Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default);

    /// <summary>Saves without audit stamps, soft deletion or events.</summary>
    Task<int> SaveChangesOnDbContextAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default);

    EntityEntry<TEntity> Add<TEntity>(TEntity entity) where TEntity : class;
    EntityEntry Add(object entity);
    ValueTask<EntityEntry<TEntity>> AddAsync<TEntity>(TEntity entity, CancellationToken cancellationToken = default) where TEntity : class;
    ValueTask<EntityEntry> AddAsync(object entity, CancellationToken cancellationToken = default);
    void AddRange(IEnumerable<object> entities);
    void AddRange(params object[] entities);
    Task AddRangeAsync(IEnumerable<object> entities, CancellationToken cancellationToken = default);
    Task AddRangeAsync(params object[] entities);

    EntityEntry<TEntity> Attach<TEntity>(TEntity entity) where TEntity : class;
    EntityEntry Attach(object entity);
    void AttachRange(IEnumerable<object> entities);
    void AttachRange(params object[] entities);

    EntityEntry<TEntity> Entry<TEntity>(TEntity entity) where TEntity : class;
    EntityEntry Entry(object entity);

    object? Find([DynamicallyAccessedMembers(IEntityTypeMembers)] Type entityType, params object?[]? keyValues);
    TEntity? Find<[DynamicallyAccessedMembers(IEntityTypeMembers)] TEntity>(params object?[]? keyValues) where TEntity : class;
    ValueTask<object?> FindAsync([DynamicallyAccessedMembers(IEntityTypeMembers)] Type entityType, params object?[]? keyValues);
    ValueTask<object?> FindAsync([DynamicallyAccessedMembers(IEntityTypeMembers)] Type entityType, object?[]? keyValues, CancellationToken cancellationToken);
    ValueTask<TEntity?> FindAsync<[DynamicallyAccessedMembers(IEntityTypeMembers)] TEntity>(params object?[]? keyValues) where TEntity : class;
    ValueTask<TEntity?> FindAsync<[DynamicallyAccessedMembers(IEntityTypeMembers)] TEntity>(object?[]? keyValues, CancellationToken cancellationToken) where TEntity : class;

    EntityEntry<TEntity> Remove<TEntity>(TEntity entity) where TEntity : class;
    EntityEntry Remove(object entity);
    void RemoveRange(IEnumerable<object> entities);
    void RemoveRange(params object[] entities);

    EntityEntry<TEntity> Update<TEntity>(TEntity entity) where TEntity : class;
    EntityEntry Update(object entity);
    void UpdateRange(IEnumerable<object> entities);
    void UpdateRange(params object[] entities);

    // What EF asks of an entity type when an application is trimmed.
    internal const DynamicallyAccessedMemberTypes IEntityTypeMembers =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties
        | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields
        | DynamicallyAccessedMemberTypes.Interfaces;
}

public interface IAbpEfCoreDbContext : IEfCoreDbContext
{
    void Initialize(AbpEfCoreDbContextInitializationContext initializationContext);
}

public class AbpEfCoreDbContextInitializationContext(IUnitOfWork unitOfWork)
{
    public IUnitOfWork UnitOfWork { get; } = unitOfWork;
}

/// <summary>Gives the unit of work's context: one instance per unit of work, connection string and (replaced) context type.</summary>
public interface IDbContextProvider<TDbContext> where TDbContext : IEfCoreDbContext
{
    Task<TDbContext> GetDbContextAsync();
}

/// <summary>Says which context stands for another one, for the current side of multi-tenancy.</summary>
public interface IEfCoreDbContextTypeProvider
{
    Type GetDbContextType(Type dbContextType);
}
