using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Elsa.Engine;

/// <summary>
/// Statements that go to the database together, on the connection and in the transaction of an EF context: one round trip on PostgreSQL, one after the other on SQLite,
/// where there is no way to travel. Parameters are $1, $2, … in each statement.
/// </summary>
internal sealed class Script(DbContext context)
{
    private readonly DbConnection connection = context.Database.GetDbConnection();
    private readonly List<(string Sql, object?[] Values, int? Expected)> statements = [];

    public DbTransaction Transaction { get; } = context.Database.CurrentTransaction?.GetDbTransaction()
        ?? throw new InvalidOperationException("The unit of work has no transaction: workflows run in a transactional one only.");

    public bool IsPostgres { get; } = context.Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) == true;

    /// <param name="expected">How many rows it must touch; another number means that somebody else was there first.</param>
    public void Add(string sql, object?[] values, int? expected = null) => statements.Add((sql, values, expected));

    public async Task RunAsync(CancellationToken ct)
    {
        if (connection.CanCreateBatch) await RunBatchAsync(ct);
        else foreach (var (sql, values, expected) in statements)
        {
            await using var command = Command(sql, values);
            Check(await command.ExecuteNonQueryAsync(ct), expected);
        }
        statements.Clear();
    }

    public async Task<List<T>> QueryAsync<T>(string sql, object?[] values, Func<DbDataReader, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }

    private async Task RunBatchAsync(CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = Transaction;
        foreach (var (sql, values, _) in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var value in values)
            {
                var parameter = command.CreateParameter();
                parameter.Value = value ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(ct);
        for (var index = 0; index < statements.Count; index++) Check(batch.BatchCommands[index].RecordsAffected, statements[index].Expected);
    }

    private DbCommand Command(string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = command.CreateParameter();
            if (!IsPostgres) parameter.ParameterName = $"${index + 1}";
            parameter.Value = values[index] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static void Check(int touched, int? expected)
    {
        if (expected is not null && touched != expected) throw new DbUpdateConcurrencyException("The workflow instance was changed by somebody else at the same time.");
    }
}
