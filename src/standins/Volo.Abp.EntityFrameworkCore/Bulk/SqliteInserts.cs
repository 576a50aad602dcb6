using System.Text;
using Microsoft.Data.Sqlite;

namespace Volo.Abp.EntityFrameworkCore.Bulk;

/// <summary>Prepared INSERTs of many rows each. SQLite works on the calling thread: there is nothing to await.</summary>
internal static class SqliteInserts
{
    // SQLite finds each parameter by walking through the names of all.
    private const int ParametersAtOnce = 100;

    public static Task InsertAsync(
        SqliteConnection connection, SqliteTransaction transaction, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        var rowsAtOnce = Math.Max(1, ParametersAtOnce / table.Columns.Length);
        SqliteCommand? command = null;
        try
        {
            foreach (var chunk in rows.Chunk(rowsAtOnce))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (command is null || command.Parameters.Count != chunk.Length * table.Columns.Length)
                {
                    command?.Dispose();
                    command = Prepare(connection, transaction, table, chunk.Length);
                }

                var parameter = 0;
                foreach (var row in chunk)
                    foreach (var column in table.Columns)
                        command.Parameters[parameter++].Value = column.ValueOf(row) ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
        }
        finally
        {
            command?.Dispose();
        }

        return Task.CompletedTask;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, BulkTable table, int rows)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var sql = new StringBuilder($"INSERT INTO {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(c => Quoted(c.Name)))}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var i = 0; i < table.Columns.Length; i++)
            {
                var name = $"$p{row * table.Columns.Length + i}";
                sql.Append(i == 0 ? "" : ", ").Append(name);
                command.Parameters.Add(table.Columns[i].Mapping.CreateParameter(command, name, null, nullable: true));
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        command.Prepare();
        return command;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
