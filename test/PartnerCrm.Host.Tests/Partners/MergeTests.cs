using System.Net;

namespace PartnerCrm.Host.Tests;

public class MergeTests(SharedHosts hosts) : IClassFixture<SharedHosts>
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task All_that_hangs_on_either_is_one_persons(Database database)
    {
        var host = await hosts.OnAsync(database);
        var owner = (await host.GetAsync("colleagues")).FirstId()!;
        var (kept, other) = (await AddAsync(host), await AddAsync(host));
        var ended = (await host.PostAsync("relationships", new { contactId = other, ownerId = owner })).ShouldSucceed("The other's relationship").Text("id");
        (await host.PostAsync($"relationships/{ended}/touchpoints", new { channel = "Email", direction = "FromThem", kind = "PersonalReply", summary = "Tell me more" })).ShouldSucceed("A reply");
        var offer = (await host.PostAsync("offers", new { contactId = other, ownerId = owner })).ShouldSucceed("An offer").Text("id");
        var stays = (await host.PostAsync("relationships", new { contactId = kept, ownerId = owner })).ShouldSucceed("A relationship").Text("id");
        (await host.PostAsync("holds", new { scope = "Contact", targetId = other, reason = "A complaint is looked into" })).ShouldSucceed("A hold");

        (await MergeAsync(host, kept, other, "Email")).ShouldSucceed("Merging").Text("id").ShouldBe(kept);

        var page = await host.GetAsync($"contacts/{other}/overview");
        page.GetProperty("contact").Text("id").ShouldBe(kept);
        page.GetProperty("relationship").Text("id").ShouldBe(stays);
        page.GetProperty("relationship").GetProperty("they").GetInt32().ShouldBe(4);
        page.GetProperty("merged").EnumerateArray().Single().Text("mergedId").ShouldBe(other);
        page.GetProperty("mayI").EnumerateArray().Select(m => m.Text("verdict")).ShouldAllBe(v => v == "Blocked");
        (await host.GetAsync($"contacts/{kept}/timeline")).Items().Select(t => t.Text("sentence")).ShouldContain(s => s.Contains("Tell me more"));
        (await host.GetAsync($"offers?contactId={kept}")).Items().Single().Text("id").ShouldBe(offer);
        (await host.GetAsync($"offers?contactId={kept}")).Items().Single().Text("relationshipId").ShouldBe(stays);
        (await host.GetAsync($"mails?contactId={kept}")).Items().Select(m => m.Text("template")).ShouldContain("meeting-offer");
        (await host.AskAsync($"relationships/{ended}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.AskAsync($"contacts/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task What_they_said_under_either_name_holds_under_all_they_are_known_by(Database database)
    {
        var host = await hosts.OnAsync(database);
        var (kept, other) = (await AddAsync(host), await AddAsync(host));
        (await host.PostAsync("suppressions", new { contactId = other, words = "Please never write to me again" })).ShouldSucceed("An objection");

        var now = (await MergeAsync(host, kept, other)).ShouldSucceed("Merging");

        (await host.GetAsync($"contacts/{kept}/clearance?channel=Email")).Text("verdict").ShouldBe("Blocked");
        (await host.DeleteAsync($"contacts/{kept}", "*")).IsSuccess.ShouldBeTrue();
        var again = (await host.PostAsync("contacts", new { firstName = "Ada", email = now.Text("email"), country = "GB" })).ShouldSucceed("The same address").Text("id");
        (await host.GetAsync($"contacts/{again}/clearance?channel=Email")).Text("verdict").ShouldBe("Blocked");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task Two_plans_at_once_are_refused_with_what_to_do(Database database)
    {
        var host = await hosts.OnAsync(database);
        var owner = (await host.GetAsync("colleagues")).FirstId()!;
        var playbook = (await host.GetAsync("playbooks")).FirstId()!;
        string[] people = [await AddAsync(host), await AddAsync(host)];
        foreach (var contact in people)
        {
            var relationship = (await host.PostAsync("relationships", new { contactId = contact, ownerId = owner })).ShouldSucceed("A relationship").Text("id");
            (await host.PostAsync($"relationships/{relationship}/escalation/start", new { playbookId = playbook })).ShouldSucceed("A plan");
        }

        var refused = await MergeAsync(host, people[0], people[1]);

        refused.ShouldBeRefused(HttpStatusCode.Conflict, "PartnerCrm.Partners:MergeRefused");
        refused.Content.ShouldContain("Stop one of the two on its page");
        (await host.GetAsync($"contacts/{people[1]}")).Text("id").ShouldBe(people[1]);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task A_plan_that_goes_on_stands_under_the_hold_of_whoever_stays(Database database)
    {
        var host = await hosts.OnAsync(database);
        var owner = (await host.GetAsync("colleagues")).FirstId()!;
        var (kept, other) = (await AddAsync(host), await AddAsync(host));
        var relationship = (await host.PostAsync("relationships", new { contactId = other, ownerId = owner })).ShouldSucceed("A relationship").Text("id");
        (await host.PostAsync($"relationships/{relationship}/escalation/start", new { playbookId = (await host.GetAsync("playbooks")).FirstId() })).ShouldSucceed("A plan");
        await host.UntilAsync($"relationships/{relationship}/escalation", e => e.Text("state") == "Running");
        var hold = (await host.PostAsync("holds", new { scope = "Contact", targetId = kept, reason = "A complaint is looked into" })).ShouldSucceed("A hold").Text("id");

        (await MergeAsync(host, kept, other)).ShouldSucceed("Merging");

        (await host.GetAsync($"relationships/{relationship}/escalation")).Text("state").ShouldBe("Paused");
        (await host.PostAsync($"holds/{hold}/lift", new { })).ShouldSucceed("Lifting it");
        await host.UntilAsync($"relationships/{relationship}/escalation", e => e.Text("state") == "Running");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task Whoever_was_changed_after_they_were_looked_at_is_looked_at_again_first(Database database)
    {
        var host = await hosts.OnAsync(database);
        var (kept, other) = (await AddAsync(host), await AddAsync(host));
        var seen = await SeenAsync(host, kept, other);
        (await host.PutAsync($"contacts/{other}", new { firstName = "Adam", lastName = "Other", country = "GB" }, "*")).ShouldSucceed("A change");

        (await host.PostAsync($"contacts/{kept}/merge", seen)).ShouldBeRefused(HttpStatusCode.Conflict, "PartnerCrm.Partners:MergeStale");

        (await host.GetAsync($"contacts/{other}")).Text("firstName").ShouldBe("Adam");
        (await MergeAsync(host, kept, other)).ShouldSucceed("Merging, seen again");
    }

    private static async Task<Answer> MergeAsync(Caller host, string kept, string other, params string[] fromOther) =>
        await host.PostAsync($"contacts/{kept}/merge", await SeenAsync(host, kept, other, fromOther));

    private static async Task<object> SeenAsync(Caller host, string kept, string other, params string[] fromOther)
    {
        var seen = await host.GetAsync($"contacts/{kept}/merge-preview?otherId={other}");
        return new { otherId = other, keptStamp = StampOf("kept"), otherStamp = StampOf("other"), fromOther };

        string StampOf(string side) => seen.GetProperty(side).GetProperty("contact").Text("concurrencyStamp");
    }

    private static async Task<string> AddAsync(Caller host) => (await host.PostAsync("contacts", new
    {
        firstName = "Ada", lastName = "Twice", email = $"ada.{Guid.NewGuid():N}@example.org", organisationName = $"Works {Guid.NewGuid():N} Ltd", country = "GB", timeZone = "Europe/London",
    })).ShouldSucceed("A contact").Text("id");
}
