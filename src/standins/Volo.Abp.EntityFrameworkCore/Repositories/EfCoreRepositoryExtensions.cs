using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.DynamicProxy;

namespace Volo.Abp.Domain.Repositories;

public static class EfCoreRepositoryExtensions
{
    public static Task<DbContext> GetDbContextAsync<TEntity>(this IReadOnlyBasicRepository<TEntity> repository) where TEntity : class, IEntity =>
        repository.ToEfCoreRepository().GetDbContextAsync();

    public static Task<DbSet<TEntity>> GetDbSetAsync<TEntity>(this IReadOnlyBasicRepository<TEntity> repository) where TEntity : class, IEntity =>
        repository.ToEfCoreRepository().GetDbSetAsync();

    public static IEfCoreRepository<TEntity> ToEfCoreRepository<TEntity>(this IReadOnlyBasicRepository<TEntity> repository) where TEntity : class, IEntity =>
        ProxyHelper.UnProxy(repository) as IEfCoreRepository<TEntity>
        ?? throw new ArgumentException($"The repository of {typeof(TEntity).FullName} is not one of EF Core.", nameof(repository));
}
