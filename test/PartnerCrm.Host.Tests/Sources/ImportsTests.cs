using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PartnerCrm.Host.Tests;

public class ImportsTests(SharedHosts hosts) : IClassFixture<SharedHosts>
{
    private const string Header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task A_file_becomes_candidates_with_what_is_known_and_the_picked_become_contacts(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        var known = (await host.PostAsync("contacts", new { firstName = "Ada", lastName = word, profileUrl = $"https://www.linkedin.com/in/ada-{word}" })).ShouldSucceed("Ada").Text("id");
        var import = await ReadyAsync(host, Header
            + $"Ada,{word},https://www.linkedin.com/in/Ada-{word}/,ada.{word}@example.org,Example {word} Ltd,Engineer,08 Feb 2026\n"
            + $"Ben,{word},https://www.linkedin.com/in/ben-{word},,Example {word} Ltd,=1+1,last winter\n"
            + $"Ben,{word},https://www.linkedin.com/in/BEN-{word},,Example {word} Ltd,=1+1,08 Feb 2026\n"
            + ",,,,,,07 Jun 2026\n");

        var counts = import.GetProperty("counts");
        (counts.Number("rows"), counts.Number("candidates"), counts.Number("known"), counts.Number("duplicates"), counts.Number("hidden"), counts.Number("problems")).ShouldBe((4, 2, 1, 1, 1, 1));
        import.Items("problems").Single().ShouldSatisfyAllConditions(p => p.GetProperty("row").GetInt32().ShouldBe(3), p => p.Text("sentence").ShouldContain("without the date"));
        var candidates = (await host.GetAsync($"imports/{import.Text("id")}/candidates")).Items().ToList();
        candidates.Select(c => c.Text("firstName")).ShouldBe(["Ada", "Ben"]);
        candidates[0].Text("contactId").ShouldBe(known);
        candidates.ShouldAllBe(c => c.TextOrNull("pickedAt") == null);

        var picks = new { candidateIds = candidates.Select(c => c.Text("id")), ownerId = await OwnerAsync(host), playbookId = await PlaybookAsync(host) };
        (await host.PostAsync($"imports/{import.Text("id")}/picks", picks)).ShouldSucceed("Picking").GetProperty("picked").GetInt32().ShouldBe(2);

        var ada = await host.GetAsync($"contacts/{known}");
        (ada.Text("email"), ada.Text("organisationName"), ada.Items("origins").Count()).ShouldBe(($"ada.{word}@example.org", $"Example {word} Ltd", 2));
        var ben = (await host.GetAsync($"contacts?filter=ben {word}")).Items().Single();
        ben.Text("position").ShouldBe("=1+1");
        (await host.GetAsync($"organisations?filter=example {word}")).GetProperty("totalCount").GetInt32().ShouldBe(1);
        (await host.GetAsync($"imports/{import.Text("id")}/candidates?isPicked=true")).Items().Select(c => c.TextOrNull("contactId")).ShouldBe([known, ben.Text("id")], ignoreOrder: true);
        (await host.PostAsync($"imports/{import.Text("id")}/picks", picks)).ShouldBeRefused(HttpStatusCode.Conflict, "PartnerCrm.Sources:CandidateAlreadyPicked");
        (await host.AskAsync($"imports/{import.Text("id")}/candidates/file")).Content.ShouldContain("'=1+1");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task One_person_in_two_files_is_picked_once_with_both_origins(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        await ReadyAsync(host, Header
            + $"Ada,{word},https://www.linkedin.com/in/ada-{word},ada.{word}@example.org,Example Ltd,Engineer,08 Feb 2026\n"
            + $"Cora,{word},https://www.linkedin.com/in/cora-{word},,Example Ltd,Director,08 Feb 2026\n");
        var seminar = await ReadyAsync(
            host,
            "Attendee Details\nAttended,User Name (Original Name),First Name,Last Name,Email,Join Time,Leave Time,Time in Session (minutes),Organization,Country/Region Name\n"
            + $"Yes,--,Ada,{word},ADA.{word}@example.org,08/30/2026 11:05:00 AM,08/30/2026 12:05:00 PM,60,Example Ltd,United Kingdom\n"
            + $"Yes,--,Cora,{word},cora.{word}@example.org,08/30/2026 11:05:00 AM,08/30/2026 11:15:00 AM,10,Example Limited,United Kingdom\n",
            "EventAttendees", "Seminar " + word);

        seminar.GetProperty("counts").Number("elsewhere").ShouldBe(1);
        var candidates = (await host.GetAsync($"imports/{seminar.Text("id")}/candidates")).Items().ToList();
        candidates[0].Items("elsewhere").ShouldHaveSingleItem();
        candidates[0].Items("reasons").Select(r => r.GetString()).ShouldContain("Is one of your LinkedIn connections.");
        var suggestion = candidates[1].Items("suggestions").ShouldHaveSingleItem();
        suggestion.Text("reason").ShouldBe("same name among your LinkedIn connections");

        (await host.PostAsync($"imports/{seminar.Text("id")}/picks", new
        {
            candidateIds = candidates.Select(c => c.Text("id")), ownerId = await OwnerAsync(host), playbookId = await PlaybookAsync(host),
            decisions = new[] { new { candidateId = candidates[1].Text("id"), sameAsCandidateId = suggestion.Text("candidateId") } },
        })).ShouldSucceed("Picking");

        foreach (var name in (string[])["ada", "cora"])
        {
            var contact = await host.GetAsync($"contacts/{(await host.GetAsync($"contacts?filter={name} {word}")).Items().Single().Text("id")}");
            contact.Items("profiles").Single().Text("slug").ShouldBe($"{name}-{word}");
            contact.Items("origins").Select(o => o.Text("channel")).ShouldBe(["LinkedIn", "Event"], ignoreOrder: true);
            contact.Text("country").ShouldBe("GB");
        }
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task Whom_somebody_has_to_decide_about_and_who_was_skipped_are_lists_of_their_own(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        await ReadyAsync(host, Header + $"Cora,{word},https://www.linkedin.com/in/cora-{word},,Example Ltd,Director,08 Feb 2026\n");
        var seminar = await ReadyAsync(
            host,
            "Attendee Details\nAttended,User Name (Original Name),First Name,Last Name,Email,Join Time,Leave Time,Time in Session (minutes),Organization,Country/Region Name\n"
            + $"Yes,--,Cora,{word},cora.{word}@example.org,08/30/2026 11:05:00 AM,08/30/2026 11:15:00 AM,10,Example Limited,United Kingdom\n"
            + $"Yes,--,Dora,{word},dora.{word}@example.org,08/30/2026 11:05:00 AM,08/30/2026 11:15:00 AM,10,Another Limited,United Kingdom\n",
            "EventAttendees", "Seminar " + word);
        var people = $"imports/{seminar.Text("id")}/candidates";
        async Task<string[]> NamesAsync(string which) => [.. (await host.GetAsync($"{people}?{which}")).Items().Select(c => c.Text("firstName")).Order()];

        var open = (await host.GetAsync($"{people}?isOpen=true&maxResultCount=1")).Items().Single();
        open.Text("firstName").ShouldBe("Cora");
        (await host.PostAsync($"{people}/{open.Text("id")}/resolve", new { answer = "Skip" })).ShouldSucceed("Skipping");

        (await NamesAsync("isOpen=true")).ShouldBeEmpty();
        (await NamesAsync("isSkipped=true")).ShouldBe(["Cora"]);
        (await NamesAsync("")).ShouldBe(["Dora"]);
        (await NamesAsync("includesSkipped=true")).ShouldBe(["Cora", "Dora"]);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task The_same_file_twice_is_one_import_and_a_wrong_file_none(Database database)
    {
        var host = await hosts.OnAsync(database);
        var file = Header + $"Ada,{Word()},,,,,08 Feb 2026";

        var first = await UploadAsync(host, file);
        var again = await UploadAsync(host, file);

        first.Status.ShouldBe(HttpStatusCode.Accepted);
        again.Json.Text("id").ShouldBe(first.Json.Text("id"));
        (await UploadAsync(host, "<html>Sign in</html>")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm.Sources:PageInsteadOfFile");
        (await UploadAsync(host, "a,b\n1,2\n")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm.Sources:HeaderNotFound");
        (await UploadAsync(host, "")).Status.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest);
        (await host.AskAsync($"imports/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.AskAsync($"imports/{first.Json.Text("id")}/candidates?sorting=email")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm.Sources:SortingUnknown");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task A_file_that_breaks_off_in_the_middle_leaves_nobody(Database database)
    {
        var host = await hosts.OnAsync(database);
        var word = Word();
        var text = new StringBuilder(Header);
        for (var i = 0; i < 2_500; i++) text.Append(CultureInfo.InvariantCulture, $"Ada{i},{word},,,,,08 Feb 2026\n");

        var id = (await UploadAsync(host, text.Append("\"Ben,x,,,,,08 Feb 2026\n").ToString())).ShouldSucceed("Uploading").Text("id");
        var import = await host.UntilAsync($"imports/{id}", i => i.Text("status") is "Ready" or "Failed");

        import.Text("status").ShouldBe("Failed");
        import.Text("failure").ShouldContain("2502");
        // They go in batches: a page and its count are of two moments until the last one has gone.
        await host.UntilAsync($"imports/{id}/candidates", c => c.GetProperty("totalCount").GetInt32() == 0 && !c.Items().Any());
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task Reading_goes_on_where_it_was_when_the_host_was_killed(Database database)
    {
        await using var host = await RunningHost.StartAsync(database);
        const int Rows = 20_000;
        var text = new StringBuilder(Header);
        for (var i = 0; i < Rows; i++) text.Append(CultureInfo.InvariantCulture, $"Ada,Sample{i},https://www.linkedin.com/in/ada-{i},,Example Ltd,Engineer,08 Feb 2026\n");
        var id = (await UploadAsync(host, text.ToString())).ShouldSucceed("Uploading").Text("id");

        await host.UntilAsync($"imports/{id}", i => i.GetProperty("counts").Number("rows") > 0);
        await host.KillAsync();
        await host.RestartAsync();
        var import = await host.UntilAsync($"imports/{id}", i => i.Text("status") == "Ready");

        import.GetProperty("counts").Number("candidates").ShouldBe(Rows);
        // Exact to 10,000; 10,001 says that there are more.
        (await host.GetAsync($"imports/{id}/candidates")).GetProperty("totalCount").GetInt32().ShouldBe(10_001);
        (await host.GetAsync($"imports/{id}/candidates?filter=sample19999")).Items().ShouldHaveSingleItem();
    }

    private static string Word() => "q" + Guid.NewGuid().ToString("N")[..8];

    private static async Task<JsonElement> ReadyAsync(Caller host, string text, string source = "LinkedInArchive", string? eventName = null)
    {
        var id = (await UploadAsync(host, text, source, eventName)).ShouldSucceed("Uploading").Text("id");
        return await host.UntilAsync($"imports/{id}", i => i.Text("status") == "Ready");
    }

    private static Task<Answer> UploadAsync(Caller host, string text, string source = "LinkedInArchive", string? eventName = null) =>
        Uploads.SendAsync(host, Encoding.UTF8.GetBytes(text), source, eventName: eventName);

    private static async Task<string> OwnerAsync(Caller host) => (await host.GetAsync("colleagues?maxResultCount=10")).Items().First().Text("id");

    private static async Task<string> PlaybookAsync(Caller host) => (await host.GetAsync("playbooks")).Items().First().Text("id");
}
