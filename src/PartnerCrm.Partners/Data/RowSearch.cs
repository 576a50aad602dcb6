using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Partners;

/// <summary>A table that can be searched, with its text index (see Data/Search.sqlite.sql).</summary>
public sealed record SearchTable(string Rows, string Numbers, string Texts, string Key)
{
    public static readonly SearchTable Contacts = new("CrmContacts", "CrmContactNumbers", "CrmContactTexts", "ContactId");
    public static readonly SearchTable Organisations = new("CrmOrganisations", "CrmOrganisationNumbers", "CrmOrganisationTexts", "OrganisationId");
}

/// <summary>Column is one of the application's whitelist, each with an index on tenant, deletion, column and id.</summary>
public sealed record ListOrder(string Column, bool IsDescending);

/// <summary>After is the last id of the page before: pages by key are as quick at the end of a list as at its beginning.</summary>
public sealed record ListQuery(string? Filter, ListOrder Order, int SkipCount, int MaxResultCount, Guid? After = null, IReadOnlyList<ListCondition>? Where = null);

internal enum Comparison
{
    Is, IsAmong, IsKnown, IsUnknown, IsSince, IsBeforeOrUnknown, HasOrigin, IsInTouch, IsNotInTouch,
}

/// <summary>Column is one of the application's, each with an index; Value travels as a parameter.</summary>
public sealed record ListCondition
{
    internal ListCondition(string column, Comparison comparison, object? value = null) => (Column, Comparison, Value) = (column, comparison, value);

    internal string Column { get; }
    internal Comparison Comparison { get; }
    internal object? Value { get; }
}

/// <summary>TotalCount is exact to 10,000; 10,001 means more.</summary>
public sealed record IdPage(long TotalCount, IReadOnlyList<Guid> Ids);

/// <summary>
/// Which rows, in which order? Few matches come from the text index and are sorted here. When there are many, the next page is near in the sorted
/// index, and walking it costs less than sorting them all.
/// </summary>
public class RowSearch(IDbContextProvider<IPartnersDbContext> contexts, ICurrentTenant tenant) : ITransientDependency
{
    private const int Few = 1_000;

    public virtual async Task<IdPage> FindAsync(SearchTable table, ListQuery query, CancellationToken cancellationToken = default)
    {
        var context = await contexts.GetDbContextAsync();
        var sql = new SearchSql(table, query, tenant.Id, context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal));
        if (query.After is { } after && (await Numbers(context, sql.Exists(after), cancellationToken)).Count == 0)
            throw new BusinessException(PartnersErrors.AfterUnknown).WithData("Id", after);

        if (sql.Terms.Anywhere.Count > 0)
        {
            var found = await Rows(context, sql.Matches(Few + 1), cancellationToken);
            if (found.Count <= Few) return Page(found, query);
        }
        var count = await Numbers(context, sql.Count(BoundedCount.Exact + 1), cancellationToken);
        var rows = await Rows(context, sql.Walk(), cancellationToken);
        return new IdPage(count[0], rows.ConvertAll(r => r.Id));
    }

    private static IdPage Page(List<FoundRow> found, ListQuery query)
    {
        var direction = query.Order.IsDescending ? -1 : 1;
        found.Sort((a, b) => direction * a.CompareTo(b));
        var first = query.After is { } after ? found.FindIndex(r => r.Id == after) + 1 : 0;
        return new IdPage(found.Count, found.Skip(first + query.SkipCount).Take(query.MaxResultCount).Select(r => r.Id).ToList());
    }

    private static Task<List<FoundRow>> Rows(IPartnersDbContext context, (string Text, object[] Values) sql, CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<FoundRow>(sql.Text, sql.Values).ToListAsync(cancellationToken);

    private static Task<List<long>> Numbers(IPartnersDbContext context, (string Text, object[] Values) sql, CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<long>(sql.Text, sql.Values).ToListAsync(cancellationToken);

    private sealed class FoundRow
    {
        public Guid Id { get; set; }
        public string Sort { get; set; } = "";

        public int CompareTo(FoundRow other)
        {
            var bySort = string.CompareOrdinal(Sort, other.Sort);
            return bySort != 0 ? bySort : string.CompareOrdinal(Id.ToString(), other.Id.ToString());
        }
    }
}
