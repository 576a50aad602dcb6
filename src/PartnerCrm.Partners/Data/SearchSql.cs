using System.Globalization;
using System.Text;

namespace PartnerCrm.Partners;

/// <summary>The statements of one search, in SQL that differs between the databases only where the text index is asked. Values travel as parameters.</summary>
internal sealed class SearchSql(SearchTable table, ListQuery query, Guid? tenantId, bool isSqlite)
{
    public SearchTerms Terms { get; } = SearchTerms.Of(query.Filter);

    private string Direction => query.Order.IsDescending ? "DESC" : "ASC";

    public (string Text, object[] Values) Exists(Guid id)
    {
        var sql = new Statement();
        sql.Add($"""SELECT 1 AS "Value" FROM "{table.Rows}" r WHERE r."Id" = """).Value(id);
        Tenant(sql, "r");
        return sql.Done();
    }

    /// <summary>Whatever matches, in no order.</summary>
    public (string Text, object[] Values) Matches(int limit)
    {
        var sql = new Statement();
        sql.Add($"""SELECT r."Id", CAST(r."{query.Order.Column}" AS text) AS "Sort" FROM """);
        FromMatches(sql);
        Conditions(sql);
        return sql.Add($" LIMIT {limit}").Done();
    }

    public (string Text, object[] Values) Count(int limit)
    {
        var sql = new Statement();
        sql.Add("""SELECT COUNT(*) AS "Value" FROM (SELECT 1 FROM """);
        if (isSqlite && Terms.Anywhere.Count > 0 && Terms.AtTheBeginning.Count == 0 && query.Where is not { Count: > 0 })
        {
            // The index holds what isn't deleted, its numbers the tenant: no need to look at the rows.
            sql.Add($""" "{table.Texts}" t CROSS JOIN "{table.Numbers}" n ON n."Number" = t.rowid WHERE "{table.Texts}" MATCH """).Value(Terms.Match);
            Tenant(sql, "n");
        }
        else
        {
            FromMatches(sql);
            Conditions(sql);
        }
        return sql.Add($" LIMIT {limit}) AS found").Done();
    }

    /// <summary>The page itself, along the index that sorts.</summary>
    public (string Text, object[] Values) Walk()
    {
        var sql = new Statement();
        sql.Add($"""SELECT r."Id", CAST(r."{query.Order.Column}" AS text) AS "Sort" FROM "{table.Rows}" r WHERE r."IsDeleted" = FALSE""");
        Tenant(sql, "r");
        Conditions(sql);
        foreach (var term in Terms.Anywhere) sql.Add(" AND r.\"SearchText\" LIKE ").Value(SearchTerms.Like(term)).Add(" ESCAPE '\\'");
        if (query.After is { } after)
        {
            var beyond = query.Order.IsDescending ? "<" : ">";
            sql.Add($""" AND (r."{query.Order.Column}", r."Id") {beyond} (SELECT a."{query.Order.Column}", a."Id" FROM "{table.Rows}" a WHERE a."Id" = """).Value(after).Add(")");
        }
        // The tenant is the same for all; named, PostgreSQL sees the index's order also where it is NULL.
        return sql
            .Add($""" ORDER BY r."TenantId" {Direction}, r."{query.Order.Column}" {Direction}, r."Id" {Direction} LIMIT {query.MaxResultCount} OFFSET {query.SkipCount}""").Done();
    }

    private void FromMatches(Statement sql)
    {
        if (isSqlite && Terms.Anywhere.Count > 0)
        {
            // CROSS JOIN keeps SQLite to this order: index, number, row.
            sql
                .Add($""" "{table.Texts}" t CROSS JOIN "{table.Numbers}" n ON n."Number" = t.rowid""")
                .Add($""" CROSS JOIN "{table.Rows}" r ON r."Id" = n."{table.Key}" WHERE "{table.Texts}" MATCH """).Value(Terms.Match);
            Tenant(sql, "n");
            return;
        }
        sql.Add($""" "{table.Rows}" r WHERE r."IsDeleted" = FALSE""");
        Tenant(sql, "r");
        foreach (var term in Terms.Anywhere) sql.Add(" AND r.\"SearchText\" LIKE ").Value(SearchTerms.Like(term)).Add(" ESCAPE '\\'");
    }

    private void Tenant(Statement sql, string alias)
    {
        if (tenantId is { } id) sql.Add($" AND {alias}.\"TenantId\" = ").Value(id);
        else sql.Add($" AND {alias}.\"TenantId\" IS NULL");
    }

    private void Conditions(Statement sql)
    {
        foreach (var condition in query.Where ?? []) Condition(sql, condition);
        foreach (var term in Terms.AtTheBeginning)
            sql.Add(" AND r.\"SortName\" >= ").Value(term).Add(" AND r.\"SortName\" < ").Value(SearchTerms.Beyond(term));
    }

    private void Condition(Statement sql, ListCondition condition)
    {
        var column = $"r.\"{condition.Column}\"";
        switch (condition.Comparison)
        {
            case Comparison.Is: sql.Add($" AND {column} = ").Value(condition.Value!); break;
            case Comparison.IsKnown: sql.Add($" AND {column} IS NOT NULL"); break;
            case Comparison.IsUnknown: sql.Add($" AND {column} IS NULL"); break;
            case Comparison.IsSince: sql.Add($" AND {column} >= ").Value(condition.Value!); break;
            case Comparison.IsBeforeOrUnknown: sql.Add($" AND ({column} IS NULL OR {column} < ").Value(condition.Value!).Add(")"); break;
            case Comparison.IsAmong: Among(sql.Add($" AND {column} IN "), (IReadOnlyList<Guid>)condition.Value!); break;
            case Comparison.IsInTouch: sql.Add($" AND {column} IN "); InTouch(sql); break;
            case Comparison.IsNotInTouch: sql.Add($" AND {column} NOT IN "); InTouch(sql); break;
            case Comparison.HasOrigin:
                sql.Add(" AND r.\"Id\" IN (SELECT o.\"ContactId\" FROM \"CrmOrigins\" o WHERE o.\"Channel\" = ").Value(condition.Value!);
                Tenant(sql, "o");
                sql.Add(")");
                break;
            default: throw new ArgumentOutOfRangeException(nameof(condition));
        }
    }

    private static void Among(Statement sql, IReadOnlyList<Guid> ids)
    {
        for (var at = 0; at < ids.Count; at++) sql.Add(at == 0 ? "(" : ", ").Value(ids[at]);
        sql.Add(")");
    }

    private void InTouch(Statement sql)
    {
        sql.Add($"""(SELECT c."OrganisationId" FROM "CrmContacts" c WHERE {ContactMapping.InTouch} AND c."OrganisationId" IS NOT NULL""");
        Tenant(sql, "c");
        sql.Add(")");
    }

    private sealed class Statement
    {
        private readonly StringBuilder text = new();
        private readonly List<object> values = [];

        public Statement Add(string sql)
        {
            text.Append(sql);
            return this;
        }

        public Statement Value(object value)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{{values.Count}}}");
            values.Add(value);
            return this;
        }

        public (string Text, object[] Values) Done() => (text.ToString(), [.. values]);
    }
}
