using System.Data;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Uow;

[ExposeServices(typeof(IAmbientUnitOfWork), typeof(IUnitOfWorkAccessor))]
internal sealed class AmbientUnitOfWork : IAmbientUnitOfWork, ISingletonDependency
{
    private readonly AsyncLocal<IUnitOfWork?> current = new();

    public IUnitOfWork? UnitOfWork => current.Value;

    public void SetUnitOfWork(IUnitOfWork? unitOfWork) => current.Value = unitOfWork;

    public IUnitOfWork? GetCurrentByChecking()
    {
        var found = UnitOfWork;
        while (found != null && (found.IsReserved || found.IsDisposed || found.IsCompleted)) found = found.Outer;
        return found;
    }
}

internal sealed class NullUnitOfWorkTransactionBehaviourProvider : IUnitOfWorkTransactionBehaviourProvider, ISingletonDependency
{
    public bool? IsTransactional => null;
}

internal sealed class UnitOfWorkManager(IAmbientUnitOfWork ambient, IServiceScopeFactory scopes) : IUnitOfWorkManager, ISingletonDependency
{
    public IUnitOfWork? Current => ambient.GetCurrentByChecking();

    public IUnitOfWork Begin(AbpUnitOfWorkOptions options, bool requiresNew = false)
    {
        Check.NotNull(options, nameof(options));
        if (!requiresNew && Current is { } current) return new ChildUnitOfWork(current);
        var unitOfWork = CreateNew();
        unitOfWork.Initialize(options);
        return unitOfWork;
    }

    public IUnitOfWork Reserve(string reservationName, bool requiresNew = false)
    {
        if (!requiresNew && ambient.UnitOfWork is { } reserved && reserved.IsReservedFor(reservationName)) return new ChildUnitOfWork(reserved);
        var unitOfWork = CreateNew();
        unitOfWork.Reserve(reservationName);
        return unitOfWork;
    }

    public void BeginReserved(string reservationName, AbpUnitOfWorkOptions options)
    {
        if (!TryBeginReserved(reservationName, options))
            throw new AbpException($"Could not find a reserved unit of work with reservation name: {reservationName}");
    }

    public bool TryBeginReserved(string reservationName, AbpUnitOfWorkOptions options)
    {
        // What happens inside a unit of work that is running belongs to it, not to one that waits outside.
        if (Current != null) return false;
        var found = ambient.UnitOfWork;
        while (found != null && !found.IsReservedFor(reservationName)) found = found.Outer;
        found?.Initialize(options);
        return found != null;
    }

    private IUnitOfWork CreateNew()
    {
        var scope = scopes.CreateScope();
        try
        {
            var outer = ambient.UnitOfWork;
            var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            unitOfWork.SetOuter(outer);
            ambient.SetUnitOfWork(unitOfWork);
            unitOfWork.Disposed += (_, _) =>
            {
                ambient.SetUnitOfWork(outer);
                scope.Dispose();
            };
            return unitOfWork;
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }
}

public static class UnitOfWorkManagerExtensions
{
    public static IUnitOfWork Begin(
        this IUnitOfWorkManager unitOfWorkManager, bool requiresNew = false, bool isTransactional = false, IsolationLevel? isolationLevel = null, int? timeout = null) =>
        unitOfWorkManager.Begin(new AbpUnitOfWorkOptions { IsTransactional = isTransactional, IsolationLevel = isolationLevel, Timeout = timeout }, requiresNew);
}

public static class UnitOfWorkExtensions
{
    public static bool IsReservedFor(this IUnitOfWork unitOfWork, string reservationName) =>
        unitOfWork.IsReserved && unitOfWork.ReservationName == reservationName;

    public static void AddItem<TValue>(this IUnitOfWork unitOfWork, string key, TValue value) where TValue : class => unitOfWork.Items[key] = value;

    public static TValue? GetItemOrDefault<TValue>(this IUnitOfWork unitOfWork, string key) where TValue : class =>
        unitOfWork.Items.GetOrDefault(key) as TValue;

    public static TValue GetOrAddItem<TValue>(this IUnitOfWork unitOfWork, string key, Func<string, TValue> factory) where TValue : class =>
        (TValue)unitOfWork.Items.GetOrAdd(key, () => factory(key));

    public static void RemoveItem(this IUnitOfWork unitOfWork, string key) => unitOfWork.Items.Remove(key);
}
