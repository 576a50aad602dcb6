using System.Net;

namespace PartnerCrm.Host.Tests;

public class BadInputTests(SharedHosts hosts) : IClassFixture<SharedHosts>
{
    [Theory]
    [InlineData("-P3D")]
    [InlineData("PT0S")]
    [InlineData("three days")]
    [InlineData("")]
    public async Task A_playbook_whose_wait_is_none_is_refused(string wait)
    {
        var host = await hosts.OnAsync(Database.Sqlite);

        var answer = await host.PostAsync("playbooks", new { name = $"Waits {wait}", steps = new object[] { new { kind = "SocialTouch", text = "Hello" }, new { kind = "AwaitAnswer", wait }, new { kind = "Rest", days = 10 } } });

        answer.Status.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest);
        answer.Json.GetProperty("error").Text("message").ShouldNotBeNullOrWhiteSpace();
        (await host.GetAsync("playbooks?maxResultCount=100")).Items().ShouldNotContain(p => p.Text("name") == $"Waits {wait}");
    }

    [Fact]
    public async Task A_playbook_without_an_end_is_refused()
    {
        var host = await hosts.OnAsync(Database.Sqlite);

        var answer = await host.PostAsync("playbooks", new { name = "No end", steps = new object[] { new { kind = "SocialTouch", text = "Hello" }, new { kind = "AwaitAnswer", wait = "P3D" } } });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Content);
    }

    [Theory]
    [InlineData("de", "Das Feld FirstName fasst höchstens 100 Zeichen.", "Das Feld Country muss dem Muster")]
    [InlineData("en", "The field FirstName must be a string with a maximum length of 100.", "The field Country must match")]
    public async Task What_is_wrong_with_an_input_is_said_in_the_callers_language(string language, string tooLong, string noCountry)
    {
        var host = await hosts.OnAsync(Database.Sqlite);

        var answer = await host.SendAsync(HttpMethod.Post, "contacts", new { firstName = new string('x', 101), country = "Utopia" }, "Accept-Language", language);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        var sentences = answer.Json.GetProperty("error").GetProperty("validationErrors").EnumerateArray().Select(e => e.Text("message")).ToList();
        sentences.ShouldContain(tooLong);
        sentences.ShouldContain(s => s.StartsWith(noCountry));
    }

    [Theory]
    [InlineData("contacts", "{")]
    [InlineData("contacts", "[]")]
    [InlineData("contacts", "{\"firstName\":{\"a\":1}}")]
    [InlineData("contacts", "null")]
    [InlineData("contacts", "")]
    [InlineData("contacts", "{\"firstName\":\"A\\u0000da\",\"email\":\"a\\u0000@example.org\"}")]
    [InlineData("relationships", "{\"contactId\":\"not-a-guid\"}")]
    [InlineData("holds", "{\"scope\":\"Nobody\",\"reason\":\"x\"}")]
    [InlineData("sandbox/answers", "{\"mailId\":\"00000000-0000-0000-0000-000000000000\",\"kind\":\"Reply\"}")]
    public async Task A_body_that_is_not_what_it_should_be_is_refused_and_never_an_error_of_ours(string path, string body)
    {
        var host = await hosts.OnAsync(Database.Sqlite);

        var answer = await host.PostAsync(path, (Func<HttpContent>)(() => new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"))));

        ((int)answer.Status).ShouldBeInRange(400, 499, answer.Content);
        answer.Content.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("contacts?maxResultCount=1000000")]
    [InlineData("contacts?skipCount=-1")]
    [InlineData("contacts?sorting=1;drop table x")]
    [InlineData("relationships?stage=Nowhere")]
    [InlineData("contacts/not-a-guid")]
    [InlineData("mails?state=Nowhere")]
    [InlineData("contacts/00000000-0000-0000-0000-000000000000/clearance?channel=Smoke")]
    public async Task A_question_that_makes_no_sense_is_refused(string path)
    {
        var host = await hosts.OnAsync(Database.Sqlite);

        var answer = await host.AskAsync(path);

        ((int)answer.Status).ShouldBeInRange(400, 499, answer.Content);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.PostgreSql)]
    public async Task A_search_for_anything_is_answered(Database database)
    {
        var host = await hosts.OnAsync(database);
        foreach (var text in (string[])["%", "_", "'", "\"", "a\0b", "\\", "*", "NEAR(", "-", "\U0001F600", new string('x', 300)])
        {
            foreach (var list in (string[])["contacts", "organisations"])
                ((int)(await host.AskAsync($"{list}?filter={Uri.EscapeDataString(text)}")).Status).ShouldBeLessThan(500, $"{list} {text}");
        }
    }
}
