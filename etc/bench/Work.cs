using System.Diagnostics;
using System.Globalization;

namespace PartnerCrm.Bench;

/// <summary>Time and processor time that some work took: of a host's process and, on PostgreSQL, of the server's processes.</summary>
internal sealed record Work(double Seconds, double HostMilliseconds, double DatabaseMilliseconds)
{
    // USER_HZ is 100 on every Linux that .NET runs on.
    private const double MillisecondsPerTick = 10;

    public double CpuMilliseconds => HostMilliseconds + DatabaseMilliseconds;

    /// <summary>Both together, and of these the host's, for so many pieces of work.</summary>
    public void SayCpu(string what, int pieces, string target) => Say(what, string.Create(
        CultureInfo.InvariantCulture, $"{CpuMilliseconds / pieces:0.00} ms ({HostMilliseconds / pieces:0.00} host)"), target);

    public static async Task<Work> MeasureAsync(BenchDatabase database, Func<Task> work, int? hostProcess = null)
    {
        var host = hostProcess ?? Environment.ProcessId;
        var (hostBefore, databaseBefore) = (Ticks(host), DatabaseTicks(database));
        var clock = Stopwatch.StartNew();
        await work();
        var seconds = clock.Elapsed.TotalSeconds;
        return new Work(seconds, (Ticks(host) - hostBefore) * MillisecondsPerTick, (DatabaseTicks(database) - databaseBefore) * MillisecondsPerTick);
    }

    public static void Say(string what, string value, string target) => Console.WriteLine($"{what}\t{value}\t{target}");

    public static void Say(string what, double value, string unit, string target) =>
        Say(what, $"{value.ToString(value < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture)} {unit}".Trim(), target);

    private static long DatabaseTicks(BenchDatabase database) => database.Postmaster is { } postmaster
        ? Processes().Where(p => p.Id == postmaster || p.Parent == postmaster).Sum(p => p.Ticks + (p.Id == postmaster ? p.ChildrensTicks : 0))
        : 0;

    private static long Ticks(int process) => Read($"/proc/{process}")!.Ticks;

    private static IEnumerable<ProcessTimes> Processes() => Directory.GetDirectories("/proc")
        .Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])).Select(Read).OfType<ProcessTimes>();

    /// <summary>proc_pid_stat(5): after the name in brackets, field 2 is the parent, 12 and 13 its own times, 14 and 15 those of children that ended.</summary>
    private static ProcessTimes? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            long Number(int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);
            return new ProcessTimes(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), (int)Number(1), Number(11) + Number(12), Number(13) + Number(14));
        }
        catch (IOException)
        {
            return null; // it ended meanwhile
        }
    }

    private sealed record ProcessTimes(int Id, int Parent, long Ticks, long ChildrensTicks);
}
