using System.Collections.Concurrent;

namespace Volo.Abp.EntityFrameworkCore.Sqlite;

/// <summary>
/// The queue at a SQLite file's one writer: first come, first served, within this process. Without it writers poll, and one
/// that is unlucky polls until its timeout.
/// </summary>
internal sealed class WriteGate(string file)
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new(StringComparer.Ordinal);

    // Longer than any transaction should take; then the message below is worth more than further patience.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock door = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private bool taken;

    public static WriteGate Of(string file) => Gates.GetOrAdd(file, static f => new WriteGate(f));

    public string File { get; } = file;

    public async ValueTask<WriteTurn> EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (door)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!taken)
            {
                taken = true;
                return new WriteTurn(this);
            }

            waiting.Enqueue(turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {
            await turn.Task.WaitAsync(Patience, cancellationToken);
        }
        catch (Exception exception)
        {
            // If the turn came at this very moment, it goes to the next in the queue.
            if (!turn.TrySetCanceled(CancellationToken.None)) Leave();
            if (exception is TimeoutException)
                throw new TimeoutException($"Another unit of work has been writing to {File} for {Patience.TotalMinutes:0} minutes. Keep network calls and waiting out of transactions.", exception);
            throw;
        }

        return new WriteTurn(this);
    }

    internal void Leave()
    {
        lock (door)
        {
            while (waiting.TryDequeue(out var next))
                if (next.TrySetResult())
                    return;
            taken = false;
        }
    }
}

/// <summary>A turn at the gate; disposing it twice gives it back once.</summary>
internal sealed class WriteTurn(WriteGate gate) : IDisposable
{
    private int over;

    public bool IsOver => Volatile.Read(ref over) == 1;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref over, 1) == 0) gate.Leave();
    }
}
