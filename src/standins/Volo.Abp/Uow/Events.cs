namespace Volo.Abp.Uow;

/// <summary>An event that a unit of work publishes before it commits.</summary>
public class UnitOfWorkEventRecord(Type eventType, object eventData, long eventOrder, bool useOutbox = true)
{
    public object EventData { get; } = eventData;
    public Type EventType { get; } = eventType;
    public long EventOrder { get; protected set; } = eventOrder;
    public bool UseOutbox { get; } = useOutbox;
    public Dictionary<string, object> Properties { get; } = [];

    public void SetOrder(long order) => EventOrder = order;
}

/// <summary>Numbers events in the order they were raised.</summary>
public static class EventOrderGenerator
{
    private static long last;

    public static long GetNext() => Interlocked.Increment(ref last);
}

public class UnitOfWorkEventArgs(IUnitOfWork unitOfWork) : EventArgs
{
    public IUnitOfWork UnitOfWork { get; } = Check.NotNull(unitOfWork, nameof(unitOfWork));
}

public class UnitOfWorkFailedEventArgs(IUnitOfWork unitOfWork, Exception? exception, bool isRolledback) : UnitOfWorkEventArgs(unitOfWork)
{
    /// <summary>What <see cref="IUnitOfWork.CompleteAsync"/> threw, if it was called.</summary>
    public Exception? Exception { get; } = exception;
    public bool IsRolledback { get; } = isRolledback;
}
