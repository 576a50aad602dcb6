using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Uow;

/// <inheritdoc cref="IUnitOfWork" />
public class UnitOfWork(IServiceProvider serviceProvider, IUnitOfWorkEventPublisher unitOfWorkEventPublisher, IOptions<AbpUnitOfWorkDefaultOptions> options)
    : IUnitOfWork, ITransientDependency
{
    /// <summary>Name under which the web request reserves its unit of work.</summary>
    public const string UnitOfWorkReservationName = "_AbpActionUnitOfWork";

    private readonly Dictionary<string, IDatabaseApi> databases = [];
    private readonly Dictionary<string, ITransactionApi> transactions = [];
    private readonly AbpUnitOfWorkDefaultOptions defaults = options.Value;
    private IAbpUnitOfWorkOptions? begunWith;
    private Exception? failure;
    private bool completing;
    private bool rolledBack;

    public event EventHandler<UnitOfWorkFailedEventArgs>? Failed;

    public event EventHandler<UnitOfWorkEventArgs>? Disposed;

    public Guid Id { get; } = Guid.NewGuid();
    public IAbpUnitOfWorkOptions Options => begunWith ?? throw new AbpException("The unit of work has not been begun.");
    public IUnitOfWork? Outer { get; private set; }
    public bool IsReserved { get; set; }
    public bool IsDisposed { get; private set; }
    public bool IsCompleted { get; private set; }
    public string? ReservationName { get; set; }
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public Dictionary<string, object> Items { get; } = [];
    protected List<Func<Task>> CompletedHandlers { get; } = [];
    protected List<UnitOfWorkEventRecord> LocalEvents { get; } = [];
    protected List<UnitOfWorkEventRecord> DistributedEvents { get; } = [];

    public virtual void Initialize(AbpUnitOfWorkOptions options)
    {
        Check.NotNull(options, nameof(options));
        if (begunWith != null) throw new AbpException("This unit of work has already been initialized.");
        begunWith = defaults.Normalize(options.Clone());
        IsReserved = false;
    }

    public virtual void Reserve(string reservationName)
    {
        ReservationName = Check.NotNullOrWhiteSpace(reservationName, nameof(reservationName));
        IsReserved = true;
    }

    public virtual void SetOuter(IUnitOfWork? outer) => Outer = outer;

    public virtual async Task SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        if (rolledBack) return;
        foreach (var database in databases.Values.ToArray())
            if (database is ISupportsSavingChanges savable) await savable.SaveChangesAsync(cancellationToken);
    }

    public virtual async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        if (rolledBack) return;
        if (IsCompleted || completing) throw new AbpException("Completion has already been requested for this unit of work.");
        try
        {
            completing = true;
            await SaveChangesAsync(cancellationToken);

            // A handler may change entities and so raise further events: they belong to the same transaction.
            while (LocalEvents.Count > 0 || DistributedEvents.Count > 0)
            {
                if (LocalEvents.Count > 0) await unitOfWorkEventPublisher.PublishLocalEventsAsync(Take(LocalEvents));
                if (DistributedEvents.Count > 0) await unitOfWorkEventPublisher.PublishDistributedEventsAsync(Take(DistributedEvents));
                await SaveChangesAsync(cancellationToken);
            }

            foreach (var transaction in transactions.Values.ToArray()) await transaction.CommitAsync(cancellationToken);
            IsCompleted = true;
            foreach (var handler in CompletedHandlers.ToArray()) await handler();
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
    }

    public virtual async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        if (rolledBack) return;
        rolledBack = true;
        foreach (var database in databases.Values.ToArray())
            if (database is ISupportsRollback reversible) await reversible.RollbackAsync(cancellationToken);
        foreach (var transaction in transactions.Values.ToArray())
            if (transaction is ISupportsRollback reversible) await reversible.RollbackAsync(cancellationToken);
    }

    public virtual IDatabaseApi? FindDatabaseApi(string key) => databases.GetOrDefault(key);

    public virtual void AddDatabaseApi(string key, IDatabaseApi api)
    {
        if (!databases.TryAdd(key, api)) throw new AbpException("This unit of work already contains a database API for the given key.");
    }

    public virtual IDatabaseApi GetOrAddDatabaseApi(string key, Func<IDatabaseApi> factory) => databases.GetOrAdd(key, factory);

    public virtual ITransactionApi? FindTransactionApi(string key) => transactions.GetOrDefault(key);

    public virtual void AddTransactionApi(string key, ITransactionApi api)
    {
        if (!transactions.TryAdd(key, api)) throw new AbpException("This unit of work already contains a transaction API for the given key.");
    }

    public virtual ITransactionApi GetOrAddTransactionApi(string key, Func<ITransactionApi> factory) => transactions.GetOrAdd(key, factory);

    public virtual void OnCompleted(Func<Task> handler) => CompletedHandlers.Add(handler);

    public virtual void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        AddOrReplaceEvent(LocalEvents, eventRecord, replacementSelector);

    public virtual void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        AddOrReplaceEvent(DistributedEvents, eventRecord, replacementSelector);

    public virtual void AddOrReplaceEvent(
        List<UnitOfWorkEventRecord> eventRecords, UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null)
    {
        var index = replacementSelector == null ? -1 : eventRecords.FindIndex(replacementSelector);
        if (index < 0)
        {
            eventRecords.Add(eventRecord);
            return;
        }

        // The replaced event's place in the order is kept: what came after it still comes after it.
        eventRecord.SetOrder(eventRecords[index].EventOrder);
        eventRecords[index] = eventRecord;
    }

    public virtual void Dispose()
    {
        if (IsDisposed) return;
        IsDisposed = true;
        foreach (var transaction in transactions.Values)
        {
            // A broken connection must not keep the other transactions open.
            try
            {
                transaction.Dispose();
            }
            catch (Exception e)
            {
                failure ??= e;
            }
        }

        if (!IsCompleted || failure != null) Failed?.Invoke(this, new UnitOfWorkFailedEventArgs(this, failure, rolledBack));
        Disposed?.Invoke(this, new UnitOfWorkEventArgs(this));
        GC.SuppressFinalize(this);
    }

    public override string ToString() => $"[UnitOfWork {Id}]";

    private static UnitOfWorkEventRecord[] Take(List<UnitOfWorkEventRecord> records)
    {
        var taken = records.OrderBy(r => r.EventOrder).ToArray();
        records.Clear();
        return taken;
    }
}

/// <summary>Begun inside another: does nothing of its own, everything belongs to the parent.</summary>
internal sealed class ChildUnitOfWork(IUnitOfWork parent) : IUnitOfWork
{
    public event EventHandler<UnitOfWorkFailedEventArgs>? Failed
    {
        add => parent.Failed += value;
        remove => parent.Failed -= value;
    }

    public event EventHandler<UnitOfWorkEventArgs>? Disposed
    {
        add => parent.Disposed += value;
        remove => parent.Disposed -= value;
    }

    public Guid Id => parent.Id;
    public Dictionary<string, object> Items => parent.Items;
    public IAbpUnitOfWorkOptions Options => parent.Options;
    public IUnitOfWork? Outer => parent.Outer;
    public bool IsReserved => parent.IsReserved;
    public bool IsDisposed => parent.IsDisposed;
    public bool IsCompleted => parent.IsCompleted;
    public string? ReservationName => parent.ReservationName;
    public IServiceProvider ServiceProvider => parent.ServiceProvider;

    public void SetOuter(IUnitOfWork? outer) => parent.SetOuter(outer);

    public void Initialize(AbpUnitOfWorkOptions options) => parent.Initialize(options);

    public void Reserve(string reservationName) => parent.Reserve(reservationName);

    public Task SaveChangesAsync(CancellationToken cancellationToken = default) => parent.SaveChangesAsync(cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task RollbackAsync(CancellationToken cancellationToken = default) => parent.RollbackAsync(cancellationToken);

    public void OnCompleted(Func<Task> handler) => parent.OnCompleted(handler);

    public void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        parent.AddOrReplaceLocalEvent(eventRecord, replacementSelector);

    public void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        parent.AddOrReplaceDistributedEvent(eventRecord, replacementSelector);

    public IDatabaseApi? FindDatabaseApi(string key) => parent.FindDatabaseApi(key);

    public void AddDatabaseApi(string key, IDatabaseApi api) => parent.AddDatabaseApi(key, api);

    public IDatabaseApi GetOrAddDatabaseApi(string key, Func<IDatabaseApi> factory) => parent.GetOrAddDatabaseApi(key, factory);

    public ITransactionApi? FindTransactionApi(string key) => parent.FindTransactionApi(key);

    public void AddTransactionApi(string key, ITransactionApi api) => parent.AddTransactionApi(key, api);

    public ITransactionApi GetOrAddTransactionApi(string key, Func<ITransactionApi> factory) => parent.GetOrAddTransactionApi(key, factory);

    public void Dispose()
    {
    }
}
