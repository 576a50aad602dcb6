namespace PartnerCrm.Host.Tests;

/// <summary>Kills the host at random points of a story, while a request is on its way or while the work that it started goes on, and starts it again.</summary>
public class Crashes
{
    private const int LongestDelay = 1_200; // milliseconds: many requests take less, and the work that follows takes more
    private readonly RunningHost host;
    private readonly Random random;
    private readonly HashSet<int> at;
    private int requests;
    private Task last = Task.CompletedTask;

    /// <param name="seed">The same seed strikes after the same requests.</param>
    public Crashes(RunningHost host, int seed, int count)
    {
        this.host = host;
        host.IsPatient = true;
        random = new Random(seed);
        var all = Enumerable.Range(0, Story.Requests).ToArray();
        random.Shuffle(all);
        at = [.. all.Take(count)];
    }

    public int Count { get; private set; }

    /// <summary>A request is about to be sent.</summary>
    public void Requested()
    {
        if (at.Contains(requests++)) last = StrikeAsync(last, random.Next(LongestDelay));
    }

    public Task AreOverAsync() => last;

    private async Task StrikeAsync(Task before, int delay)
    {
        await before;
        await Task.Delay(delay);
        await host.KillAsync();
        Count++;
        await host.RestartAsync();
    }
}
