using Npgsql;

namespace Volo.Abp.EntityFrameworkCore.Bulk;

/// <summary>COPY … FROM STDIN (FORMAT BINARY): one stream, in the transaction of the connection.</summary>
internal static class PostgreSqlCopy
{
    public static async Task InsertAsync(NpgsqlConnection connection, BulkTable table, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        var target = table.Schema is null ? Quoted(table.Name) : $"{Quoted(table.Schema)}.{Quoted(table.Name)}";
        var columns = string.Join(", ", table.Columns.Select(c => Quoted(c.Name)));
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {target} ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in table.Columns)
            {
                if (column.ValueOf(row) is { } value) await writer.WriteAsync(value, column.Mapping.StoreTypeNameBase, cancellationToken);
                else await writer.WriteNullAsync(cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
