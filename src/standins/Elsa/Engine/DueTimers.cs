using Microsoft.Extensions.Logging;

namespace Elsa.Engine;

/// <summary>
/// Fires timers that are due: they are rows, claimed across tenants with a lease, and each is consumed in the transaction of the burst it starts.
/// Whatever dies in between, a timer that was not consumed is due again when its lease ends.
/// </summary>
internal sealed class DueTimers(Bursts bursts, UnitOfWork unitOfWork, TimeProvider clock, ILogger<DueTimers> log)
{
    private const int Together = 20, AtOnce = 4, Attempts = 10;
    private static readonly TimeSpan lease = TimeSpan.FromSeconds(15);

    /// <summary>When the next timer was due, as the last pass found it. Most passes find nothing to do and write nothing.</summary>
    public long NextDue { get; private set; } = long.MaxValue;

    /// <summary>Claims up to <paramref name="max"/> timers, fires them, and says how many it claimed.</summary>
    public async Task<int> PassAsync(int max, CancellationToken ct)
    {
        List<DueTimer> due = [];
        await unitOfWork(null, async (_, db, token) =>
        {
            var (rows, now) = (new Rows(db), clock.GetUtcNow());
            NextDue = await rows.NextDueAsync(token) ?? long.MaxValue;
            if (NextDue <= now.ToUnixTimeMilliseconds()) due = await rows.ClaimAsync(now.ToUnixTimeMilliseconds(), (now + lease).ToUnixTimeMilliseconds(), max, token);
        }, ct);

        // Instances of one tenant share a commit. In order of their age, so that two groups never wait for each other's locks.
        var groups = due.GroupBy(timer => timer.TenantId).SelectMany(tenant => tenant.OrderBy(timer => timer.InstanceKey).ThenBy(timer => timer.Sequence).Chunk(Together));
        await Parallel.ForEachAsync(groups, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (group, token) => await FireAsync(group, token));
        return due.Count;
    }

    private async Task FireAsync(DueTimer[] timers, CancellationToken ct)
    {
        try
        {
            await unitOfWork(timers[0].TenantId, async (scope, db, token) =>
            {
                foreach (var timer in timers.DistinctBy(timer => timer.InstanceKey)) await bursts.FireAsync(timer, scope, db, token);
            }, ct);
        }
        catch (Exception) when (timers.Length > 1 && !ct.IsCancellationRequested)
        {
            // One of them spoils it for the others: each by itself.
            foreach (var timer in timers) await FireAsync([timer], ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(exception, "Timer {Sequence} of workflow instance {Instance} could not be fired (attempt {Attempt})", timers[0].Sequence, timers[0].InstanceId, timers[0].Attempts + 1);
            await PostponeAsync(timers[0], exception, ct);
        }
    }

    /// <summary>What can't be read waits for a build that can; what can't be committed is tried again, later each time, and in the end written down as the instance's fault.</summary>
    private async Task PostponeAsync(DueTimer timer, Exception why, CancellationToken ct)
    {
        var attempts = Math.Min(timer.Attempts + 1, Attempts);
        try
        {
            if (attempts == Attempts && why is not StateRefused) await bursts.FaultAsync(timer.InstanceId, timer.TenantId, why, ct);
            else await unitOfWork(null, (_, db, token) => new Rows(db).PostponeAsync(timer, (clock.GetUtcNow() + attempts * lease).ToUnixTimeMilliseconds(), attempts, token), ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.LogError(exception, "Workflow instance {Instance} could not be put off; its timer is due again when its lease ends", timer.InstanceId);
        }
    }
}
