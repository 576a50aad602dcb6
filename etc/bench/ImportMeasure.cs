using System.Text.Json;

namespace PartnerCrm.Bench;

/// <summary>100,000 connections come in over HTTP and are matched against 100,000 contacts.</summary>
internal static class ImportMeasure
{
    private const int Rows = 100_000;

    public static async Task RunAsync(BenchDatabase database)
    {
        await People.AddContactsAsync(database, Rows);
        await using var host = await HostProcess.StartAsync(database);
        await host.SignInAsync();

        var file = People.Connections(Rows);
        JsonElement state = default;
        var work = await Work.MeasureAsync(database, async () =>
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "Connections.csv" }, { new StringContent("LinkedInArchive"), "source" } };
            using var answer = await host.Http.PostAsync("/api/crm/imports", form);
            var accepted = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            var id = accepted.GetProperty("id").GetString();
            do
            {
                await Task.Delay(100);
                state = await host.GetAsync($"/api/crm/imports/{id}");
            }
            while (state.GetProperty("status").GetString() is not ("Ready" or "Failed"));
        }, host.Id);

        Console.Error.WriteLine(state);
        if (state.GetProperty("status").GetString() != "Ready") throw new InvalidOperationException("The import failed.");
        Work.Say("import: connections to candidates a second, against 100,000 contacts", Rows / work.Seconds, "rows/s", "≥ 5,000 rows/s");
        Work.Say("import: most memory of the host", host.PeakMegabytes, "MB", "≤ 300 MB");
        work.SayCpu("import: CPU a row, host and database", Rows, "");
    }
}
