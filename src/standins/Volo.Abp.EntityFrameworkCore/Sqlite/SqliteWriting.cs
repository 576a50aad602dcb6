using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.Sqlite;

/// <summary>Who has to queue before writing to SQLite. On any other database nobody does.</summary>
internal static class SqliteWriting
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string?> Files = new();

    public static async ValueTask<WriteTurn?> EnterForTransactionAsync(IEfCoreDbContext context, IUnitOfWork unitOfWork, CancellationToken cancellationToken)
    {
        if (FileOf(context.Database) is not { } file) return null;
        var turn = await EnterAsync(file, unitOfWork.Outer, cancellationToken);
        unitOfWork.Items[Key(file)] = turn!;
        return turn;
    }

    /// <summary>A save outside a transaction is a short transaction of its own.</summary>
    public static ValueTask<WriteTurn?> EnterForAutocommitAsync(DbContext context, IUnitOfWork? unitOfWork, CancellationToken cancellationToken) =>
        context.Database.CurrentTransaction is null && FileOf(context.Database) is { } file && context.ChangeTracker.HasChanges()
            ? EnterAsync(file, unitOfWork?.Outer, cancellationToken)
            : default;

    public static ValueTask<WriteTurn?> EnterAsync(DbContext context, IUnitOfWork? unitOfWork, CancellationToken cancellationToken) =>
        FileOf(context.Database) is { } file ? EnterAsync(file, unitOfWork?.Outer, cancellationToken) : default;

    private static async ValueTask<WriteTurn?> EnterAsync(string file, IUnitOfWork? outer, CancellationToken cancellationToken)
    {
        var gate = WriteGate.Of(file);
        for (; outer is not null; outer = outer.Outer)
            if (HeldBy(outer, gate))
                throw new AbpException(
                    $"A unit of work began with requiresNew writes to {Path.GetFileName(file)} while the unit of work around it still writes there. "
                    + "SQLite has one writer, so they would wait for each other forever. Join the outer one (requiresNew: false), or write in its OnCompleted.");
        return await gate.EnterAsync(cancellationToken);
    }

    private static bool HeldBy(IUnitOfWork unitOfWork, WriteGate gate) =>
        unitOfWork.Items.GetValueOrDefault(Key(gate.File)) is WriteTurn { IsOver: false };

    private static string Key(string file) => "Sqlite.WriteTurn:" + file;

    private static string? FileOf(DatabaseFacade database)
    {
        if (!database.IsSqlite()) return null;
        return Files.GetOrAdd(database.GetConnectionString() ?? "", static connectionString =>
        {
            var parts = new SqliteConnectionStringBuilder(connectionString);
            var inMemory = parts.Mode == SqliteOpenMode.Memory || parts.DataSource is "" or ":memory:";
            return inMemory ? null : Path.GetFullPath(parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? parts.DataSource[5..].Split('?')[0] : parts.DataSource);
        });
    }
}
