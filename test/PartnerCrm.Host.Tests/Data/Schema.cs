using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PartnerCrm.Host.Tests;

/// <summary>
/// What a database consists of, a line for each part, sorted: columns with type, nullability and default, keys, constraints, indexes, triggers.
/// The order of columns doesn't count: a later migration adds them at the end.
/// </summary>
public static class Schema
{
    private const string SqliteParts = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' NOT NULL', '') || ifnull(' DEFAULT ' || c.dflt_value, '') || iif(c.pk, ' KEY ' || c.pk, '') || iif(c.hidden, ' HIDDEN', '')
          FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'
        UNION ALL
        SELECT 'reference ' || m.name || '.' || f."from" || ' -> ' || f."table" || '.' || ifnull(f."to", '') || ' ' || f.on_delete || ' ' || f.seq
          FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL
        SELECT 'index ' || m.name || ' (' || (SELECT group_concat(ifnull(c.name, 'expression') || iif(c.desc, ' DESC', '') || ' ' || c.coll, ', ') FROM (SELECT * FROM pragma_index_xinfo(i.name) WHERE key ORDER BY seqno) c) || ')'
               || iif(i."unique", ' UNIQUE', '') || iif(i.partial, ' PARTIAL', '')
          FROM sqlite_schema m JOIN pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin <> 'c'
        UNION ALL
        SELECT m.type || ' ' || m.sql FROM sqlite_schema m WHERE m.type <> 'table' AND m.sql IS NOT NULL
        UNION ALL
        SELECT 'table ' || m.sql FROM sqlite_schema m WHERE m.sql LIKE 'CREATE VIRTUAL TABLE%'
        UNION ALL
        SELECT 'table ' || l.name || iif(l.wr, ' WITHOUT ROWID', '') || iif(l.strict, ' STRICT', '') FROM pragma_table_list l WHERE l.schema = 'main'
        """;

    private const string PostgresParts = """
        SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
               || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') || CASE WHEN a.attidentity = '' THEN '' ELSE ' IDENTITY ' || a.attidentity::text END || CASE WHEN a.attgenerated = '' THEN '' ELSE ' GENERATED ' || a.attgenerated::text END
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL
        SELECT 'sequence ' || sequencename || ' ' || data_type FROM pg_sequences WHERE schemaname = 'public'
        UNION ALL
        SELECT 'extension ' || extname FROM pg_extension
        """;

    /// <summary>Everything but the runner's own table.</summary>
    public static async Task<List<string>> ReadAsync(DatabaseOptions database)
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = connection is SqliteConnection ? SqliteParts : PostgresParts;
        var parts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) parts.Add(OneLine(reader.GetString(0)));
        parts.RemoveAll(part => part.Contains("CrmMigrations", StringComparison.Ordinal));
        parts.Sort(StringComparer.Ordinal);
        return parts;
    }

    public static async Task ExecuteAsync(DatabaseOptions database, string sql)
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static DbConnection Connect(DatabaseOptions database) =>
        database.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);

    // How a statement is broken into lines says nothing about what it makes.
    private static string OneLine(string sql)
    {
        var line = new StringBuilder(sql.Length);
        foreach (var c in sql)
        {
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.Replace("( ", "(").Replace(" )", ")").ToString().TrimEnd();
    }
}
