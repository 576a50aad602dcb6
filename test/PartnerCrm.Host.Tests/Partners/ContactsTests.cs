using System.Net;

namespace PartnerCrm.Host.Tests;

public class ContactsTests(SharedHosts hosts) : IClassFixture<SharedHosts>
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task Any_part_of_name_organisation_or_address_finds_a_contact_without_case_and_accents(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        var id = await AddAsync(host, $"Jürgen{word}", "Müßig", organisation: $"Größe {word} Ltd", email: $"j.{word}@example.org");

        foreach (var filter in (string[])[$"jurgen{word}", $"RGEN{word}", $"mussig {word}", $"{word} müß", $"grosse {word}", $"J.{word}@EXAMPLE", $"mu {word}"])
            (await IdsAsync(host, $"filter={Uri.EscapeDataString(filter)}")).ShouldBe([id], filter);
        foreach (var filter in (string[])[$"{word}%", $"x{word}", $"\"{word}", $"{word} OR x", $"zz {word}"])
            (await IdsAsync(host, $"filter={Uri.EscapeDataString(filter)}")).ShouldBeEmpty(filter);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task Pages_by_key_and_by_offset_show_everybody_once_in_order(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        var ids = new List<string>();
        foreach (var first in (string[])["Cora", "ada", "Élan", "Ben", "Dev"]) ids.Add(await AddAsync(host, first, word, organisation: $"{word} {first} Ltd"));
        string[] byName = [ids[1], ids[3], ids[0], ids[4], ids[2]];

        (await IdsAsync(host, $"filter={word}")).ShouldBe(byName);
        (await IdsAsync(host, $"filter={word}&sorting=name desc")).ShouldBe(byName.Reverse());
        (await IdsAsync(host, $"filter={word}&sorting=organisation&skipCount=1&maxResultCount=2")).ShouldBe([byName[1], byName[2]]);
        (await IdsAsync(host, $"filter={word}&sorting=creationTime&after={ids[2]}")).ShouldBe([ids[3], ids[4]]);
        (await IdsAsync(host, $"filter={word}&after={byName[2]}&maxResultCount=1")).ShouldBe([byName[3]]);
        (await host.GetAsync($"contacts?filter={word}&maxResultCount=1")).GetProperty("totalCount").GetInt32().ShouldBe(5);

        var everybody = (await host.GetAsync("contacts?maxResultCount=1000")).Items().Select(i => i.Text("id")).ToList();
        var walked = new List<string>();
        for (var page = await IdsAsync(host, "maxResultCount=2"); page.Count > 0; page = await IdsAsync(host, $"maxResultCount=2&after={walked[^1]}")) walked.AddRange(page);
        walked.ShouldBe(everybody);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task The_list_is_narrowed_by_how_we_met_and_how_it_stands(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        var owner = (await host.GetAsync("colleagues")).FirstId()!;
        var ada = await AddAsync(host, "Ada", word, email: $"{word}@example.org");
        var ben = (await host.PostAsync("contacts", new { firstName = "Ben", lastName = word, originChannel = "Event", originWhere = "Fair" })).ShouldSucceed("Ben").Text("id");
        var cora = await AddAsync(host, "Cora", word);
        foreach (var contact in (string[])[ada, ben])
        {
            var relationship = (await host.PostAsync("relationships", new { contactId = contact, ownerId = owner })).ShouldSucceed("A relationship").Text("id");
            if (contact == ben) (await host.PostAsync($"relationships/{relationship}/rest", new { until = DateTime.UtcNow.AddDays(30), reason = "Busy" })).ShouldSucceed("Rest");
            else (await host.PostAsync($"relationships/{relationship}/touchpoints", new { channel = "Phone", direction = "FromUs", kind = "Call" })).ShouldSucceed("A call");
        }

        (await IdsAsync(host, $"filter={word}&origin=Event")).ShouldBe([ben]);
        (await IdsAsync(host, $"filter={word}&stage=Social")).ShouldBe([ada]);
        (await IdsAsync(host, $"filter={word}&stage=Resting")).ShouldBe([ben]);
        (await IdsAsync(host, $"filter={word}&stage=None")).ShouldBe([cora]);
        (await IdsAsync(host, $"filter={word}&ownerId={owner}")).ShouldBe([ada, ben]);
        (await IdsAsync(host, $"filter={word}&hasEmail=true")).ShouldBe([ada]);
        (await IdsAsync(host, $"filter={word}&hasEmail=false&ownerId={owner}")).ShouldBe([ben]);
        (await IdsAsync(host, $"filter={word}&touchedSince={DateTime.UtcNow.AddDays(-1):O}")).ShouldBe([ada]);
        (await IdsAsync(host, $"filter={word}&untouchedSince={DateTime.UtcNow.AddDays(-1):O}")).ShouldBe([ben, cora]);
        (await IdsAsync(host, $"ownerId={owner}&stage=Social&hasEmail=true&maxResultCount=1000")).ShouldContain(ada);
        (await host.GetAsync($"contacts?filter={word}&stage=None")).Number("totalCount").ShouldBe(1);
        (await host.AskAsync("contacts?stage=Married")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var file = (await host.AskAsync($"contacts/file?filter={word}&stage=Resting")).Content;
        file.ShouldContain("Ben");
        file.ShouldNotContain("Ada");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task A_deleted_contact_is_found_no_more_and_its_profile_is_free(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        var profile = $"https://www.linkedin.com/in/{word}";
        var id = await AddAsync(host, "Ada", word, profile: profile);
        (await host.PostAsync("contacts", new { firstName = "Ben", lastName = word, profileUrl = profile + "/de?x=1" })).Code.ShouldBe("PartnerCrm.Partners:ProfileKnown");

        (await host.DeleteAsync($"contacts/{id}", "*")).IsSuccess.ShouldBeTrue();

        (await IdsAsync(host, $"filter={word}")).ShouldBeEmpty();
        (await host.PostAsync("contacts", new { firstName = "Ben", lastName = word, profileUrl = profile })).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task An_organisations_new_name_is_found_at_its_contacts(Database database)
    {
        var host = await hosts.OnAsync(database);
        var (word, other) = (Word(), Word());
        var id = await AddAsync(host, "Ada", "Sample", organisation: $"{word} Ltd");
        var organisation = (await host.GetAsync($"contacts/{id}")).Text("organisationId");
        var colleague = (await host.GetAsync("colleagues?maxResultCount=10")).Items().First().Text("id");

        var renamed = await host.PutAsync($"organisations/{organisation}", new { name = $"{other} GmbH", country = "de", domains = new[] { "example.org" }, owners = new[] { new { purpose = "placements", userId = colleague } } }, "*");

        renamed.ShouldSucceed("Renaming").Text("subscriberType").ShouldBe("Corporate");
        (await IdsAsync(host, $"filter={word}")).ShouldBeEmpty();
        (await IdsAsync(host, $"filter={other}")).ShouldBe([id]);
        (await host.GetAsync($"organisations?filter={other}")).Items().Single().Text("name").ShouldBe($"{other} GmbH");
        (await host.GetAsync($"organisations/{organisation}/owners")).Items().Single().Text("purpose").ShouldBe("placements");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task What_cannot_be_is_refused_with_its_reason(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        var id = await AddAsync(host, "Ada", word, email: $"{word}@example.org");

        (await host.PostAsync("contacts", new { firstName = "Ben", email = $"{word}@EXAMPLE.org" })).ShouldBeRefused(HttpStatusCode.Conflict, "PartnerCrm.Partners:EmailKnown");
        (await host.PostAsync("contacts", new { firstName = "Ben", email = "ben at example" })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm.Partners:EmailUnreadable");
        (await host.PostAsync("contacts", new { firstName = " " })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm.Partners:NameMissing");
        (await host.PostAsync("contacts", new { firstName = new string('x', 101) })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await host.AskAsync("contacts?sorting=Email")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm.Partners:SortingUnknown");
        (await host.AskAsync($"contacts?after={Guid.NewGuid()}")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm.Partners:AfterUnknown");
        (await host.AskAsync($"contacts/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var stamp = (await host.GetAsync($"contacts/{id}")).Text("concurrencyStamp");
        (await host.PutAsync($"contacts/{id}", new { firstName = "Ada", lastName = word })).ShouldBeRefused(HttpStatusCode.PreconditionRequired, "PartnerCrm:VersionMissing");
        (await host.PutAsync($"contacts/{id}", new { firstName = "Ada", lastName = word }, $"\"{stamp}\"")).ShouldSucceed("The first change").Text("concurrencyStamp").ShouldNotBe(stamp);
        (await host.PutAsync($"contacts/{id}", new { firstName = "Eve", lastName = word }, $"\"{stamp}\"")).ShouldBeRefused(HttpStatusCode.PreconditionFailed, "PartnerCrm:VersionStale");
    }

    private static string Word() => "q" + Guid.NewGuid().ToString("N")[..8];

    private static async Task<string> AddAsync(Caller host, string first, string last, string? organisation = null, string? email = null, string? profile = null) =>
        (await host.PostAsync("contacts", new { firstName = first, lastName = last, organisationName = organisation, email, profileUrl = profile })).ShouldSucceed(first).Text("id");

    private static async Task<List<string>> IdsAsync(Caller host, string query) =>
        (await host.GetAsync($"contacts?{query}")).Items().Select(i => i.Text("id")).ToList();
}
