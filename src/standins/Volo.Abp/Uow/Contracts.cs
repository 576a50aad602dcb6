using System.Data;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Uow;

/// <summary>A database that takes part in a unit of work.</summary>
public interface IDatabaseApi;

/// <summary>A database whose changes are saved by the unit of work.</summary>
public interface ISupportsSavingChanges
{
    Task SaveChangesAsync(CancellationToken cancellationToken = default);
}

/// <summary>A database or transaction that can be rolled back.</summary>
public interface ISupportsRollback
{
    Task RollbackAsync(CancellationToken cancellationToken = default);
}

/// <summary>A transaction that the unit of work commits or disposes.</summary>
public interface ITransactionApi : IDisposable
{
    Task CommitAsync(CancellationToken cancellationToken = default);
}

/// <summary>The databases of a unit of work, by key.</summary>
public interface IDatabaseApiContainer : IServiceProviderAccessor
{
    IDatabaseApi? FindDatabaseApi(string key);
    void AddDatabaseApi(string key, IDatabaseApi api);
    IDatabaseApi GetOrAddDatabaseApi(string key, Func<IDatabaseApi> factory);
}

/// <summary>The transactions of a unit of work, by key.</summary>
public interface ITransactionApiContainer
{
    ITransactionApi? FindTransactionApi(string key);
    void AddTransactionApi(string key, ITransactionApi api);
    ITransactionApi GetOrAddTransactionApi(string key, Func<ITransactionApi> factory);
}

/// <summary>How a unit of work was begun.</summary>
public interface IAbpUnitOfWorkOptions
{
    bool IsTransactional { get; }
    IsolationLevel? IsolationLevel { get; }

    /// <summary>Milliseconds.</summary>
    int? Timeout { get; }
}

/// <inheritdoc />
public class AbpUnitOfWorkOptions : IAbpUnitOfWorkOptions
{
    public AbpUnitOfWorkOptions()
    {
    }

    public AbpUnitOfWorkOptions(bool isTransactional = false, IsolationLevel? isolationLevel = null, int? timeout = null)
    {
        IsTransactional = isTransactional;
        IsolationLevel = isolationLevel;
        Timeout = timeout;
    }

    public bool IsTransactional { get; set; }
    public IsolationLevel? IsolationLevel { get; set; }
    public int? Timeout { get; set; }

    public AbpUnitOfWorkOptions Clone() => new(IsTransactional, IsolationLevel, Timeout);
}

/// <summary>Whether units of work have a transaction where nobody says so.</summary>
public enum UnitOfWorkTransactionBehavior
{
    Auto,
    Enabled,
    Disabled
}

/// <summary>Defaults of all units of work.</summary>
public class AbpUnitOfWorkDefaultOptions
{
    public UnitOfWorkTransactionBehavior TransactionBehavior { get; set; } = UnitOfWorkTransactionBehavior.Auto;
    public IsolationLevel? IsolationLevel { get; set; }
    public int? Timeout { get; set; }

    public bool CalculateIsTransactional(bool autoValue) => TransactionBehavior switch
    {
        UnitOfWorkTransactionBehavior.Enabled => true,
        UnitOfWorkTransactionBehavior.Disabled => false,
        _ => autoValue
    };

    internal AbpUnitOfWorkOptions Normalize(AbpUnitOfWorkOptions options)
    {
        options.IsolationLevel ??= IsolationLevel;
        options.Timeout ??= Timeout;
        return options;
    }
}

/// <summary>Changes that are saved, published and committed together.</summary>
public interface IUnitOfWork : IDatabaseApiContainer, ITransactionApiContainer, IDisposable
{
    Guid Id { get; }
    Dictionary<string, object> Items { get; }

    /// <summary>It ended without completing.</summary>
    event EventHandler<UnitOfWorkFailedEventArgs>? Failed;
    event EventHandler<UnitOfWorkEventArgs>? Disposed;
    IAbpUnitOfWorkOptions Options { get; }
    IUnitOfWork? Outer { get; }
    bool IsReserved { get; }
    bool IsDisposed { get; }
    bool IsCompleted { get; }
    string? ReservationName { get; }
    void SetOuter(IUnitOfWork? outer);
    void Initialize(AbpUnitOfWorkOptions options);
    void Reserve(string reservationName);
    Task SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Saves, publishes what was recorded until nothing is left, commits, then calls the handlers of <see cref="OnCompleted"/>.</summary>
    Task CompleteAsync(CancellationToken cancellationToken = default);
    Task RollbackAsync(CancellationToken cancellationToken = default);
    void OnCompleted(Func<Task> handler);
    void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null);
    void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null);
}

/// <summary>Begins units of work.</summary>
public interface IUnitOfWorkManager
{
    IUnitOfWork? Current { get; }
    IUnitOfWork Begin(AbpUnitOfWorkOptions options, bool requiresNew = false);

    /// <summary>A place for a unit of work that is begun later, by name, or never.</summary>
    IUnitOfWork Reserve(string reservationName, bool requiresNew = false);
    void BeginReserved(string reservationName, AbpUnitOfWorkOptions options);
    bool TryBeginReserved(string reservationName, AbpUnitOfWorkOptions options);
}

/// <summary>The unit of work of the current flow of execution.</summary>
public interface IUnitOfWorkAccessor
{
    IUnitOfWork? UnitOfWork { get; }
    void SetUnitOfWork(IUnitOfWork? unitOfWork);
}

/// <inheritdoc />
public interface IAmbientUnitOfWork : IUnitOfWorkAccessor
{
    /// <summary>The innermost one that is begun and not finished.</summary>
    IUnitOfWork? GetCurrentByChecking();
}

/// <summary>Publishes what a unit of work recorded.</summary>
public interface IUnitOfWorkEventPublisher
{
    Task PublishLocalEventsAsync(IEnumerable<UnitOfWorkEventRecord> localEvents);
    Task PublishDistributedEventsAsync(IEnumerable<UnitOfWorkEventRecord> distributedEvents);
}

/// <summary>Decides for the web request whether its unit of work has a transaction.</summary>
public interface IUnitOfWorkTransactionBehaviourProvider
{
    bool? IsTransactional { get; }
}

/// <summary>Every method of the class runs in a unit of work.</summary>
public interface IUnitOfWorkEnabled;

/// <summary>Has a unit of work manager.</summary>
public interface IUnitOfWorkManagerAccessor
{
    IUnitOfWorkManager UnitOfWorkManager { get; }
}
