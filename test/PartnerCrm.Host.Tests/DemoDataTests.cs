using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Engagement;
using PartnerCrm.Partners;
using PartnerCrm.Sources;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Host.Tests;

public class DemoDataTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task Everybody_practised_with_goes_without_a_trace_and_nobody_of_another_house(Database database)
    {
        await using var app = await HostApp.WithFixedClockAsync(database);
        var (north, south) = (await Office.OpenAsync(app), await Office.OpenAsync(app));
        foreach (var office in (Office[])[north, south])
        {
            var import = await office.UploadAsync();
            await Office.PassAsync<ImportReading>(app, w => w.PassAsync());
            await office.PickAsync(import);
            await MergeAsync(office);
        }

        while (await Office.PassAsync<StartQueueLook>(app, w => w.PassAsync()) > 0) { }
        while (await Office.PassAsync<SignalDispatcher>(app, w => w.PassAsync()) > 0) { }
        (await RowsOfEngineAsync(app)).ShouldAllBe(rows => rows > 0);
        var runs = (await RowsOfEngineAsync(app)).ConvertAll(rows => rows / 2);

        (await north.Caller.PostAsync("demo-data/remove", null)).ShouldSucceed("Removing");

        (await north.AllAsync<Escalation>()).ShouldBeEmpty();
        (await north.AllAsync<ContactMerge>()).ShouldBeEmpty();
        (await south.AllAsync<Escalation>()).Count.ShouldBe(1);
        (await south.AllAsync<ContactMerge>()).Count.ShouldBe(1);
        (await RowsOfEngineAsync(app)).ShouldBe(runs);

        (await south.Caller.PostAsync("demo-data/remove", null)).ShouldSucceed("Removing");
        (await RowsOfEngineAsync(app)).ShouldAllBe(rows => rows == 0);
    }

    private static async Task MergeAsync(Office office)
    {
        var ids = new List<string>();
        foreach (var name in (string[])["Cleo", "Cleopatra"])
            ids.Add((await office.Caller.PostAsync("contacts", new { firstName = name, lastName = "Madeup" })).ShouldSucceed(name).Text("id"));
        var seen = await office.Caller.GetAsync($"contacts/{ids[0]}/merge-preview?otherId={ids[1]}");
        (await office.Caller.PostAsync($"contacts/{ids[0]}/merge", new { otherId = ids[1], keptStamp = StampOf("kept"), otherStamp = StampOf("other"), fromOther = Array.Empty<string>() })).ShouldSucceed("Merging");

        string StampOf(string side) => seen.GetProperty(side).GetProperty("contact").Text("concurrencyStamp");
    }

    private static Task<List<long>> RowsOfEngineAsync(HostApp app) => app.DoAsync(null, async services =>
    {
        var db = await services.GetRequiredService<IDbContextProvider<PartnerCrmDbContext>>().GetDbContextAsync();
        var counted = new List<long>();
        foreach (var sql in (FormattableString[])[
            $"SELECT COUNT(*) AS \"Value\" FROM \"ElsaInstances\"", $"SELECT COUNT(*) AS \"Value\" FROM \"ElsaBookmarks\"", $"SELECT COUNT(*) AS \"Value\" FROM \"ElsaJournal\""])
            counted.Add((await db.Database.SqlQuery<long>(sql).ToListAsync())[0]);
        return counted;
    });
}
