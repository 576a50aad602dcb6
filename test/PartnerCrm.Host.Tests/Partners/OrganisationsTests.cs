using System.Net;

namespace PartnerCrm.Host.Tests;

public class OrganisationsTests(SharedHosts hosts) : IClassFixture<SharedHosts>
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task The_list_is_narrowed_by_who_leads_where_it_is_what_it_is_and_whether_we_are_in_touch(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = "q" + Guid.NewGuid().ToString("N")[..8];
        var lead = (await host.GetAsync("colleagues")).FirstId()!;
        var makers = await AddAsync(host, new { name = $"{word} Makers Ltd", country = "gb", leadOwnerId = lead });
        var bakers = await AddAsync(host, new { name = $"{word} Bakers", country = "DE", subscriberType = "Individual" });
        var empty = await AddAsync(host, new { name = $"{word} Nobody", country = "GB" });
        await BeginAsync(host, bakers, lead, rests: false);
        await BeginAsync(host, makers, lead, rests: true);

        (await NamesAsync(host, $"filter={word}")).ShouldBe([$"{word} Bakers", $"{word} Makers Ltd", $"{word} Nobody"]);
        (await NamesAsync(host, $"filter={word}&leadOwnerId={lead}")).ShouldBe([$"{word} Makers Ltd"]);
        (await NamesAsync(host, $"filter={word}&hasLead=false&sorting=name desc")).ShouldBe([$"{word} Nobody", $"{word} Bakers"]);
        (await NamesAsync(host, $"filter={word}&country=gb")).ShouldBe([$"{word} Makers Ltd", $"{word} Nobody"]);
        (await NamesAsync(host, $"filter={word}&subscriberType=Individual")).ShouldBe([$"{word} Bakers"]);
        (await NamesAsync(host, $"filter={word}&isInTouch=true")).ShouldBe([$"{word} Bakers"]);
        (await NamesAsync(host, $"filter={word}&isInTouch=false&country=GB")).ShouldBe([$"{word} Makers Ltd", $"{word} Nobody"]);
        (await NamesAsync(host, $"ids={makers}&ids={empty}")).ShouldBe([$"{word} Makers Ltd", $"{word} Nobody"]);
        (await NamesAsync(host, "isInTouch=true&maxResultCount=1000")).ShouldContain($"{word} Bakers");
        (await host.GetAsync($"organisations?filter={word}&isInTouch=false&maxResultCount=1")).Number("totalCount").ShouldBe(2);
        (await host.GetAsync("organisations/countries")).Items().Select(c => c.GetString()).ShouldBe(["DE", "GB"]);
        (await host.AskAsync("organisations?country=Germany")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await host.AskAsync("organisations?" + string.Join('&', Enumerable.Range(0, 151).Select(_ => $"ids={Guid.NewGuid()}")))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var file = (await host.AskAsync($"organisations/file?ids={makers}")).Content;
        file.ShouldContain("Makers");
        file.ShouldNotContain("Bakers");
        (await host.AskAsync($"contacts/file?ids={Guid.NewGuid()}")).Content.Trim().Split('\n').Length.ShouldBe(1);
    }

    private static async Task BeginAsync(Caller host, string organisation, string owner, bool rests)
    {
        var contact = (await host.PostAsync("contacts", new { firstName = "Ada", organisationId = organisation })).ShouldSucceed("A contact").Text("id");
        var relationship = (await host.PostAsync("relationships", new { contactId = contact, ownerId = owner })).ShouldSucceed("A relationship").Text("id");
        if (rests) (await host.PostAsync($"relationships/{relationship}/rest", new { until = DateTime.UtcNow.AddDays(30), reason = "Busy" })).ShouldSucceed("Rest");
    }

    private static async Task<string> AddAsync(Caller host, object organisation) => (await host.PostAsync("organisations", organisation)).ShouldSucceed("An organisation").Text("id");

    private static async Task<List<string>> NamesAsync(Caller host, string query) =>
        (await host.GetAsync($"organisations?{query}")).Items().Select(i => i.Text("name")).ToList();
}
