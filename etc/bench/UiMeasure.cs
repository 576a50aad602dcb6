using System.Diagnostics;

namespace PartnerCrm.Bench;

/// <summary>What somebody in front of the web UI waits for, among 100,000 contacts, in Chromium: see ui.mjs.</summary>
internal static class UiMeasure
{
    private const int Contacts = 100_000;

    public static async Task RunAsync(BenchDatabase database)
    {
        await People.AddContactsAsync(database, Contacts);
        await using var host = await HostProcess.StartAsync(database);
        using var node = Process.Start(new ProcessStartInfo("node", [Script, host.Http.BaseAddress!.ToString(), HostProcess.AdminPassword]) { RedirectStandardOutput = true })!;
        Console.Write(await node.StandardOutput.ReadToEndAsync());
        await node.WaitForExitAsync();
        if (node.ExitCode != 0) throw new InvalidOperationException("Chromium did not get to the end.");
    }

    private static string Script => Path.Combine(Environment.CurrentDirectory, "etc", "bench", "ui.mjs");
}
