using Volo.Abp.Linq;

namespace PartnerCrm.Contracts;

/// <summary>How many there are, as far as it is worth counting: beyond that it would take longer than reading the page.</summary>
public static class BoundedCount
{
    /// <summary>Counted exactly up to this; one more means "more".</summary>
    public const int Exact = 10_000;

    public static Task<int> CountBoundedAsync<T>(this IAsyncQueryableExecuter queries, IQueryable<T> found, CancellationToken cancellationToken = default) =>
        queries.CountAsync(found.Take(Exact + 1), cancellationToken);
}
