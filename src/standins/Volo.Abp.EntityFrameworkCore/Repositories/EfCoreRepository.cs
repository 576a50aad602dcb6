using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Guids;

namespace Volo.Abp.Domain.Repositories.EntityFrameworkCore;

/// <summary>The repository of one entity type in one context; its public methods are virtual, so each has a unit of work.</summary>
public class EfCoreRepository<TDbContext, TEntity>(IDbContextProvider<TDbContext> dbContextProvider)
    : RepositoryBase<TEntity>, IEfCoreRepository<TEntity>, ITracksOrNot
    where TDbContext : IEfCoreDbContext
    where TEntity : class, IEntity
{
    public virtual IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetService<IGuidGenerator>(SimpleGuidGenerator.Instance);
    public IEfCoreBulkOperationProvider? BulkOperationProvider => LazyServiceProvider.LazyGetService<IEfCoreBulkOperationProvider>();

    protected virtual AbpEntityOptions<TEntity> AbpEntityOptions =>
        LazyServiceProvider.LazyGetRequiredService<IOptions<AbpEntityOptions>>().Value.GetOrNull<TEntity>() ?? AbpEntityOptions<TEntity>.Empty;

    void ITracksOrNot.StopTracking() => IsChangeTrackingEnabled = false;

    async Task<DbContext> IEfCoreRepository<TEntity>.GetDbContextAsync() => (DbContext)(object)await GetDbContextAsync();
    Task<DbSet<TEntity>> IEfCoreRepository<TEntity>.GetDbSetAsync() => GetDbSetAsync();

    protected virtual Task<TDbContext> GetDbContextAsync() => dbContextProvider.GetDbContextAsync();
    protected async Task<DbSet<TEntity>> GetDbSetAsync() => (await GetDbContextAsync()).Set<TEntity>();

    public override async Task<IQueryable<TEntity>> GetQueryableAsync() => TrackedOrNot((await GetDbSetAsync()).AsQueryable());

    public override async Task<IQueryable<TEntity>> WithDetailsAsync() =>
        AbpEntityOptions.DefaultWithDetailsFunc is { } include ? include(await GetQueryableAsync()) : await GetQueryableAsync();

    public override async Task<IQueryable<TEntity>> WithDetailsAsync(params Expression<Func<TEntity, object>>[] propertySelectors) =>
        (propertySelectors ?? []).Aggregate(await GetQueryableAsync(), (query, selector) => query.Include(selector));

    public override async Task<TEntity?> FindAsync(
        Expression<Func<TEntity, bool>> predicate, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (await DetailsOrNot(includeDetails)).Where(predicate).SingleOrDefaultAsync(GetCancellationToken(cancellationToken));

    public override async Task<List<TEntity>> GetListAsync(bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await DetailsOrNot(includeDetails)).ToListAsync(GetCancellationToken(cancellationToken));

    public override async Task<List<TEntity>> GetListAsync(
        Expression<Func<TEntity, bool>> predicate, bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await DetailsOrNot(includeDetails)).Where(predicate).ToListAsync(GetCancellationToken(cancellationToken));

    public override async Task<long> GetCountAsync(CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).LongCountAsync(GetCancellationToken(cancellationToken));

    public override async Task<TEntity> InsertAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        CheckAndSetId(entity);
        var context = await GetDbContextAsync();
        context.Add(entity);
        if (autoSave) await context.SaveChangesAsync(GetCancellationToken(cancellationToken));
        return entity;
    }

    public override async Task InsertManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var list = entities.ToArray();
        if (list.Length == 0) return;
        foreach (var entity in list) CheckAndSetId(entity);
        cancellationToken = GetCancellationToken(cancellationToken);
        if (BulkOperationProvider is { } bulk)
        {
            await bulk.InsertManyAsync<TDbContext, TEntity>(this, list, autoSave, cancellationToken);
            return;
        }

        var context = await GetDbContextAsync();
        context.AddRange(list.Cast<object>());
        if (autoSave) await context.SaveChangesAsync(cancellationToken);
    }

    public override async Task<TEntity> UpdateAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync();
        Update(context, entity);
        if (autoSave) await context.SaveChangesAsync(GetCancellationToken(cancellationToken));
        return entity;
    }

    public override async Task UpdateManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var list = entities.ToArray();
        if (list.Length == 0) return;
        var context = await GetDbContextAsync();
        foreach (var entity in list) Update(context, entity);
        if (autoSave) await context.SaveChangesAsync(GetCancellationToken(cancellationToken));
    }

    public override async Task DeleteAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync();
        context.Remove(entity);
        if (autoSave) await context.SaveChangesAsync(GetCancellationToken(cancellationToken));
    }

    public override async Task DeleteManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var list = entities.ToArray();
        if (list.Length == 0) return;
        var context = await GetDbContextAsync();
        context.RemoveRange(list.Cast<object>());
        if (autoSave) await context.SaveChangesAsync(GetCancellationToken(cancellationToken));
    }

    public override async Task DeleteAsync(Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var entities = await (await GetDbSetAsync()).Where(predicate).ToListAsync(GetCancellationToken(cancellationToken));
        await DeleteManyAsync(entities, autoSave, cancellationToken);
    }

    public override async Task DeleteDirectAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default) =>
        await (await GetDbSetAsync()).Where(predicate).ExecuteDeleteAsync(GetCancellationToken(cancellationToken));

    public virtual async Task EnsureCollectionLoadedAsync<TProperty>(
        TEntity entity, Expression<Func<TEntity, IEnumerable<TProperty>>> propertyExpression, CancellationToken cancellationToken = default)
        where TProperty : class =>
        await (await GetDbContextAsync()).Entry(entity).Collection(propertyExpression).LoadAsync(GetCancellationToken(cancellationToken));

    public virtual async Task EnsurePropertyLoadedAsync<TProperty>(
        TEntity entity, Expression<Func<TEntity, TProperty?>> propertyExpression, CancellationToken cancellationToken = default)
        where TProperty : class =>
        await (await GetDbContextAsync()).Entry(entity).Reference(propertyExpression).LoadAsync(GetCancellationToken(cancellationToken));

    protected override async Task SaveChangesAsync(CancellationToken cancellationToken) => await (await GetDbContextAsync()).SaveChangesAsync(cancellationToken);

    protected virtual void CheckAndSetId(TEntity entity)
    {
        if (entity is IEntity<Guid> withId) TrySetGuidId(withId);
    }

    protected virtual void TrySetGuidId(IEntity<Guid> entity)
    {
        if (entity.Id == Guid.Empty) EntityHelper.TrySetId(entity, GuidGenerator.Create, checkForDisableIdGenerationAttribute: true);
    }

    private protected Task<IQueryable<TEntity>> DetailsOrNot(bool includeDetails) => includeDetails ? WithDetailsAsync() : GetQueryableAsync();

    private IQueryable<TEntity> TrackedOrNot(IQueryable<TEntity> query) => ShouldTrackingEntityChange() ? query : query.AsNoTracking();

    // A tracked entity is updated by what changed in it; one from elsewhere is written whole.
    private static void Update(TDbContext context, TEntity entity)
    {
        if (context.Entry(entity).State == EntityState.Detached) context.Update(entity);
    }
}

public class EfCoreRepository<TDbContext, TEntity, TKey>(IDbContextProvider<TDbContext> dbContextProvider)
    : EfCoreRepository<TDbContext, TEntity>(dbContextProvider), IEfCoreRepository<TEntity, TKey>, ISupportsExplicitLoading<TEntity>
    where TDbContext : IEfCoreDbContext
    where TEntity : class, IEntity<TKey>
{
    public virtual async Task<TEntity> GetAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await FindAsync(id, includeDetails, GetCancellationToken(cancellationToken)) ?? throw new EntityNotFoundException(typeof(TEntity), id);

    public virtual async Task<TEntity?> FindAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default)
    {
        if (!includeDetails && ShouldTrackingEntityChange()) return await (await GetDbSetAsync()).FindAsync([id], GetCancellationToken(cancellationToken));
        return await (await DetailsOrNot(includeDetails)).FirstOrDefaultAsync(e => e.Id!.Equals(id), GetCancellationToken(cancellationToken));
    }

    public virtual async Task DeleteAsync(TKey id, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken: cancellationToken) is { } entity) await DeleteAsync(entity, autoSave, cancellationToken);
    }

    public virtual async Task DeleteManyAsync(IEnumerable<TKey> ids, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var list = ids.ToList();
        var entities = await (await GetDbSetAsync()).Where(e => list.Contains(e.Id)).ToListAsync(GetCancellationToken(cancellationToken));
        await DeleteManyAsync(entities, autoSave, cancellationToken);
    }
}
