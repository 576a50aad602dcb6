using System.Collections.Concurrent;
using Volo.Abp.Uow;

namespace Volo.Abp.AspNetCore.Caching;

/// <summary>
/// Keeps what was read until it changes. A change is told inside its transaction: until that commits, its own unit of work
/// reads the database, and others may keep the old value, which is then still true.
/// </summary>
internal sealed class ChangeAwareCache<TKey, TValue>(IUnitOfWorkManager units, TimeProvider time)
    where TKey : notnull
{
    // How long another process may go on with the old value.
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TKey, (TValue Value, long ReadAt)> kept = [];
    private readonly string changed = Guid.NewGuid().ToString();
    private long generation;

    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read)
    {
        var writing = units.Current?.Items.ContainsKey(changed) == true;
        if (!writing && kept.TryGetValue(key, out var entry) && time.GetElapsedTime(entry.ReadAt) < MaxAge) return entry.Value;

        var before = Interlocked.Read(ref generation);
        using var uow = units.Begin(requiresNew: false);
        var value = await read();
        await uow.CompleteAsync();

        // A change that was committed while we read may be missing from what we read.
        if (!writing && before == Interlocked.Read(ref generation)) kept[key] = (value, time.GetTimestamp());

        return value;
    }

    public void Changed()
    {
        if (units.Current is not { } uow)
        {
            Drop();
        }
        else if (uow.Items.TryAdd(changed, true))
        {
            uow.OnCompleted(() =>
            {
                Drop();
                return Task.CompletedTask;
            });
        }
    }

    private void Drop()
    {
        Interlocked.Increment(ref generation);
        kept.Clear();
    }
}
