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
}
