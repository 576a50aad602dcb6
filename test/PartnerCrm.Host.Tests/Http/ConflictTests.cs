using System.Net;

namespace PartnerCrm.Host.Tests;

public class ConflictTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task Changes_that_meet_at_the_same_moment_are_all_made_and_nobody_is_told_to_ask_again(Database database)
    {
        await using var app = await HostApp.WithFixedClockAsync(database);
        using var caller = await app.SignInAsync(null);
        var contact = (await caller.PostAsync("contacts", new { firstName = "Ada", lastName = "Example", email = "ada@example.org", country = "GB" })).ShouldSucceed("A contact");
        var owner = (await caller.GetAsync("colleagues")).FirstId()!;
        var relationship = (await caller.PostAsync("relationships", new { contactId = contact.Text("id"), ownerId = owner })).ShouldSucceed("A relationship").Text("id");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(each =>
            caller.PostAsync($"relationships/{relationship}/touchpoints", new { channel = "Phone", direction = "FromUs", kind = "Call", summary = $"Call {each}" })));

        answers.Select(a => a.Status).ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.Created, string.Join('\n', answers.Select(a => a.Content)));
        (await caller.GetAsync($"relationships/{relationship}/touchpoints")).Items().Count().ShouldBe(4);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task What_there_may_be_one_of_is_made_once_however_many_ask_at_the_same_moment(Database database)
    {
        await using var app = await HostApp.WithFixedClockAsync(database);
        using var caller = await app.SignInAsync(null);
        (string Route, object Body)[] things =
        [
            ("organisations", new { name = "Example Ltd" }),
            ("contacts", new { firstName = "Ada", lastName = "Example", email = "ada@example.org", organisationName = "Sample Limited" }),
            ("playbooks", new { name = "Ours", steps = new[] { new { kind = "Rest", days = 30 } } }),
        ];

        foreach (var (route, body) in things)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => caller.PostAsync(route, body)));

            answers.Count(a => a.Status is HttpStatusCode.OK or HttpStatusCode.Created).ShouldBe(1, string.Join('\n', answers.Select(a => a.Content)));
            answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(5);
        }
        var named = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            caller.PostAsync("contacts", new { firstName = "Ben", lastName = $"Number {i}", organisationName = "Specimen GmbH" })));
        named.ShouldAllBe(a => a.Status == HttpStatusCode.OK || a.Status == HttpStatusCode.Created);
        (await caller.GetAsync("organisations?filter=Specimen")).Items().ShouldHaveSingleItem();
    }
}
