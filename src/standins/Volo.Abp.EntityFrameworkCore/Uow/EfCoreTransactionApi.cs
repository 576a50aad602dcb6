using Microsoft.EntityFrameworkCore.Storage;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Threading;

namespace Volo.Abp.Uow.EntityFrameworkCore;

/// <summary>A unit of work's transaction, shared by every context that attends it.</summary>
public class EfCoreTransactionApi(
    IDbContextTransaction dbContextTransaction, IEfCoreDbContext starterDbContext, ICancellationTokenProvider cancellationTokenProvider)
    : ITransactionApi, ISupportsRollback
{
    public IDbContextTransaction DbContextTransaction { get; } = dbContextTransaction;
    public IEfCoreDbContext StarterDbContext { get; } = starterDbContext;
    public List<IEfCoreDbContext> AttendedDbContexts { get; } = [];
    protected ICancellationTokenProvider CancellationTokenProvider { get; } = cancellationTokenProvider;

    /// <summary>The turn at SQLite's one writer; given back with the transaction.</summary>
    internal WriteTurn? WriteTurn { get; init; }

    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await DbContextTransaction.CommitAsync(CancellationTokenProvider.FallbackToProvider(cancellationToken));
        WriteTurn?.Dispose();
    }

    public async Task RollbackAsync(CancellationToken cancellationToken)
    {
        await DbContextTransaction.RollbackAsync(CancellationTokenProvider.FallbackToProvider(cancellationToken));
        WriteTurn?.Dispose();
    }

    public void Dispose()
    {
        try
        {
            DbContextTransaction.Dispose();
        }
        finally
        {
            WriteTurn?.Dispose();
        }
    }
}
