using Volo.Abp.DependencyInjection;
using Volo.Abp.Uow;

namespace PartnerCrm.Engagement;

/// <summary>
/// Wakes a worker of this process as soon as there is work, so that nobody waits for the next look. Only a help: a bell that isn't heard costs
/// half a second, since workers look by themselves.
/// </summary>
public abstract class Bell(IUnitOfWorkManager unitsOfWork) : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    /// <summary>Rings when the present transaction is done: before that there is nothing to see.</summary>
    public void RingWhenDone()
    {
        if (unitsOfWork.Current is not { } unitOfWork)
        {
            Ring();
            return;
        }
        // Many rows, one ring.
        if (!unitOfWork.Items.TryAdd(GetType().FullName!, this)) return;
        unitOfWork.OnCompleted(() =>
        {
            Ring();
            return Task.CompletedTask;
        });
    }

    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => rung.WaitAsync(longest, cancellationToken);

    public void Dispose()
    {
        rung.Dispose();
        GC.SuppressFinalize(this);
    }

    public void Ring()
    {
        try
        {
            if (rung.CurrentCount == 0) rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang at the same moment.
        }
    }
}

public class SignalBell(IUnitOfWorkManager unitsOfWork) : Bell(unitsOfWork), ISingletonDependency;

public class StartBell(IUnitOfWorkManager unitsOfWork) : Bell(unitsOfWork), ISingletonDependency;
