namespace PartnerCrm.Contracts;

/// <summary>
/// Rows that fall due in a table with the columns Id, TenantId and LeaseUntil (a UTC time, null when nobody works on the row).
/// <paramref name="Where"/> says when a row is due, in SQL both databases read, over the alias <c>t</c>, with <c>@now</c> for the current time;
/// <paramref name="OrderBy"/> likewise.
/// </summary>
public record DueRows(string Table, string Where, string OrderBy, TimeSpan Lease);

/// <summary>
/// Background work over rows of every tenant, the same way for all workers: rows are claimed across tenants in one statement and leased,
/// then each is worked on in its tenant and in a transactional unit of work of its own. Work must change the row so that it is no longer due.
/// A row whose work fails is logged and comes again when its lease ends; the others go on.
/// </summary>
public interface IDueWork
{
    /// <summary>One pass over at most <paramref name="max"/> rows. Returns how many were worked on.</summary>
    Task<int> PassAsync(
        DueRows rows, int max, Func<IServiceProvider, Guid, CancellationToken, Task> work, CancellationToken cancellationToken = default);
}
