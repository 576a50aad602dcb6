using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Uow;

namespace Volo.Abp.Domain.Repositories;

public static class RepositoryExtensions
{
    public static IDisposable DisableTracking(this IRepository repository) => Tracking(repository, false);

    public static IDisposable EnableTracking(this IRepository repository) => Tracking(repository, true);

    public static async Task EnsureExistsAsync<TEntity, TKey>(
        this IRepository<TEntity, TKey> repository, TKey id, CancellationToken cancellationToken = default) where TEntity : class, IEntity<TKey>
    {
        if (!await repository.AnyAsync(EntityHelper.CreateEqualityExpressionForId<TEntity, TKey>(id), cancellationToken))
            throw new EntityNotFoundException(typeof(TEntity), id);
    }

    public static async Task EnsureExistsAsync<TEntity>(
        this IRepository<TEntity> repository, Expression<Func<TEntity, bool>> expression, CancellationToken cancellationToken = default)
        where TEntity : class, IEntity
    {
        if (!await repository.AnyAsync(expression, cancellationToken)) throw new EntityNotFoundException(typeof(TEntity));
    }

    public static Task EnsureCollectionLoadedAsync<TEntity, TProperty>(
        this IBasicRepository<TEntity> repository, TEntity entity, Expression<Func<TEntity, IEnumerable<TProperty>>> propertyExpression,
        CancellationToken cancellationToken = default) where TEntity : class, IEntity where TProperty : class =>
        ProxyHelper.UnProxy(repository) is ISupportsExplicitLoading<TEntity> loading
            ? loading.EnsureCollectionLoadedAsync(entity, propertyExpression, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Removes the row even if the entity is one that is only marked as deleted.</summary>
    public static Task HardDeleteAsync<TEntity>(
        this IBasicRepository<TEntity> repository, TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
        where TEntity : class, IEntity, ISoftDelete => repository.HardDeleteAsync([entity], autoSave, cancellationToken);

    public static async Task HardDeleteAsync<TEntity>(
        this IBasicRepository<TEntity> repository, IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
        where TEntity : class, IEntity, ISoftDelete
    {
        if (ProxyHelper.UnProxy(repository) is not IUnitOfWorkManagerAccessor { UnitOfWorkManager: var manager })
            throw new AbpException($"The given repository (of type {repository.GetType().AssemblyQualifiedName}) should implement the {nameof(IUnitOfWorkManagerAccessor)} interface!");
        using var unitOfWork = manager.Begin();
        var marked = unitOfWork.GetOrAddItem(UnitOfWorkItemNames.HardDeletedEntities, _ => new HashSet<IEntity>());
        var list = entities.ToList();
        marked.UnionWith(list);
        await repository.DeleteManyAsync(list, autoSave, cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    public static async Task HardDeleteAsync<TEntity>(
        this IRepository<TEntity> repository, Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default)
        where TEntity : class, IEntity, ISoftDelete =>
        await repository.HardDeleteAsync(await repository.GetListAsync(predicate, cancellationToken: cancellationToken), autoSave, cancellationToken);

    private static IDisposable Tracking(IRepository repository, bool enabled) => ((IServiceProviderAccessor)ProxyHelper.UnProxy(repository))
        .ServiceProvider.GetRequiredService<IEntityChangeTrackingProvider>().Change(enabled);
}

public static class RepositoryAsyncExtensions
{
    public static async Task<bool> AnyAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.AnyAsync(await repository.GetQueryableAsync(), cancellationToken);

    public static async Task<bool> AnyAsync<T>(
        this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.AnyAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

    public static async Task<int> CountAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.CountAsync(await repository.GetQueryableAsync(), cancellationToken);

    public static async Task<int> CountAsync<T>(
        this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.CountAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

    public static async Task<long> LongCountAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.LongCountAsync(await repository.GetQueryableAsync(), cancellationToken);

    public static async Task<long> LongCountAsync<T>(
        this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.LongCountAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

    public static async Task<T> FirstAsync<T>(
        this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.FirstAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

    public static async Task<T?> FirstOrDefaultAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.FirstOrDefaultAsync(await repository.GetQueryableAsync(), cancellationToken);

    public static async Task<T?> FirstOrDefaultAsync<T>(
        this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.FirstOrDefaultAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

    public static async Task<T> SingleAsync<T>(
        this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.SingleAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

    public static async Task<T?> SingleOrDefaultAsync<T>(
        this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.SingleOrDefaultAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

    public static async Task<List<T>> ToListAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
        await repository.AsyncExecuter.ToListAsync(await repository.GetQueryableAsync(), cancellationToken);
}
