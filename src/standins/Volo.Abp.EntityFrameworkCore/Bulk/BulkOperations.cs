using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.Bulk;

/// <summary>
/// Inserts many rows in one stream (COPY) or few statements. Entities get their stamps and the events they raised
/// themselves are published, but they are not tracked afterwards and there is no EntityCreated event a row.
/// </summary>
internal sealed class BulkOperations(IUnitOfWorkManager unitOfWorkManager) : IEfCoreBulkOperationProvider
{
    /// <summary>Below this the change tracker is fast enough, and leaves the entities tracked.</summary>
    public const int Threshold = 100;

    public async Task InsertManyAsync<TDbContext, TEntity>(
        IEfCoreRepository<TEntity> repository, IEnumerable<TEntity> entities, bool autoSave, CancellationToken cancellationToken)
        where TDbContext : IEfCoreDbContext where TEntity : class, IEntity
    {
        var context = await repository.GetDbContextAsync();
        var rows = entities as IReadOnlyCollection<TEntity> ?? entities.ToList();
        var table = rows.Count < Threshold ? null : BulkTable.Of(context.Model.FindEntityType(typeof(TEntity)));
        if (table is null || rows.Any(table.HasParts))
        {
            context.AddRange(rows);
            if (autoSave) await context.SaveChangesAsync(cancellationToken);
            return;
        }

        // What was added earlier may be what these rows refer to.
        if (context.ChangeTracker.HasChanges()) await context.SaveChangesAsync(cancellationToken);
        (context as IAbpDbContext)?.PrepareForBulkInsert(rows);
        await WriteAsync(context, table, rows, cancellationToken);
    }

    public async Task UpdateManyAsync<TDbContext, TEntity>(
        IEfCoreRepository<TEntity> repository, IEnumerable<TEntity> entities, bool autoSave, CancellationToken cancellationToken)
        where TDbContext : IEfCoreDbContext where TEntity : class, IEntity
    {
        var context = await repository.GetDbContextAsync();
        foreach (var entity in entities)
            if (context.Entry(entity).State == EntityState.Detached)
                context.Update(entity);
        if (autoSave) await context.SaveChangesAsync(cancellationToken);
    }

    public async Task DeleteManyAsync<TDbContext, TEntity>(
        IEfCoreRepository<TEntity> repository, IEnumerable<TEntity> entities, bool autoSave, CancellationToken cancellationToken)
        where TDbContext : IEfCoreDbContext where TEntity : class, IEntity
    {
        var context = await repository.GetDbContextAsync();
        context.RemoveRange(entities);
        if (autoSave) await context.SaveChangesAsync(cancellationToken);
    }

    private async Task WriteAsync(DbContext context, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            switch (context.Database.GetDbConnection())
            {
                case NpgsqlConnection connection:
                    await PostgreSqlCopy.InsertAsync(connection, table, rows, cancellationToken);
                    break;
                case SqliteConnection connection when context.Database.CurrentTransaction is { } transaction:
                    await SqliteInserts.InsertAsync(connection, (SqliteTransaction)transaction.GetDbTransaction(), table, rows, cancellationToken);
                    break;
                case SqliteConnection connection:
                    using (await SqliteWriting.EnterAsync(context, unitOfWorkManager.Current, cancellationToken))
                    {
                        await using var transaction = connection.BeginTransaction();
                        await SqliteInserts.InsertAsync(connection, transaction, table, rows, cancellationToken);
                        await transaction.CommitAsync(cancellationToken);
                    }

                    break;
                case var other:
                    throw new NotSupportedException($"Bulk inserts know PostgreSQL and SQLite, not {other.GetType().Name}.");
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
