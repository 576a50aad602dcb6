using System.Diagnostics;
using PartnerCrm.Bench;

// PartnerCrm.Bench                      every measure on both databases, as a Markdown table
// PartnerCrm.Bench MEASURE DATABASE     one, as lines "what<TAB>value<TAB>target"; DATABASE is sqlite or postgres
var measures = new Dictionary<string, Func<BenchDatabase, Task>>
{
    ["engine"] = EngineMeasure.RunAsync,
    ["timers"] = TimersMeasure.RunAsync,
    ["escalations"] = EscalationsMeasure.RunAsync,
    ["import"] = ImportMeasure.RunAsync,
    ["search"] = SearchMeasure.RunAsync,
    ["start"] = StartMeasure.RunAsync,
    ["ui"] = UiMeasure.RunAsync,
};

if (args is [var name, var database])
{
    await using var target = await BenchDatabase.CreateAsync(database);
    await measures[name](target);
    return 0;
}

// Each measure in a process of its own: none warms up or fills the memory of the next.
var table = new Dictionary<string, Dictionary<string, string>>();
var targets = new Dictionary<string, string>();
foreach (var measure in args.Length > 0 ? args : [.. measures.Keys])
foreach (var kind in BenchDatabase.Kinds)
{
    Console.Error.WriteLine($"{measure} on {kind} …");
    using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [measure, kind]) { RedirectStandardOutput = true })!;
    var output = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    if (process.ExitCode != 0) return process.ExitCode;
    foreach (var cells in output.Split('\n').Select(l => l.Split('\t')).Where(c => c.Length == 3))
    {
        if (!table.TryGetValue(cells[0], out var row)) table[cells[0]] = row = [];
        row[kind] = cells[1];
        targets[cells[0]] = cells[2];
    }
}

Console.WriteLine("| measure | SQLite | PostgreSQL | target |");
Console.WriteLine("|---|---|---|---|");
foreach (var (what, row) in table) Console.WriteLine($"| {what} | {row.GetValueOrDefault("sqlite", "")} | {row.GetValueOrDefault("postgres", "")} | {targets[what]} |");
return 0;
