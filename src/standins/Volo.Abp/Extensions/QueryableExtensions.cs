using System.Linq.Expressions;
using Volo.Abp.Application.Dtos;

namespace System.Linq;

public static class AbpQueryableExtensions
{
    public static IQueryable<T> WhereIf<T>(this IQueryable<T> query, bool condition, Expression<Func<T, bool>> predicate) =>
        condition ? query.Where(predicate) : query;

    public static IQueryable<T> PageBy<T>(this IQueryable<T> query, int skipCount, int maxResultCount) => query.Skip(skipCount).Take(maxResultCount);
}

public static class AbpPagingQueryableExtensions
{
    public static IQueryable<T> PageBy<T>(this IQueryable<T> query, IPagedResultRequest pagedResultRequest) =>
        query.PageBy(pagedResultRequest.SkipCount, pagedResultRequest.MaxResultCount);
}
