using System.Net;

namespace PartnerCrm.Host.Tests;

public class HttpTests(FixedApp fixture) : IClassFixture<FixedApp>
{
    [Fact]
    public async Task Without_a_token_nothing_is_read_and_the_public_pages_answer()
    {
        await using var host = await RunningHost.StartAsync();
        using var nobody = new HttpClient { BaseAddress = new Uri($"http://localhost:{host.Port}") };

        (await nobody.GetAsync("/api/crm/contacts")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await nobody.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await nobody.GetAsync("/openapi/v1.json")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await nobody.GetAsync("/o/no-such-token")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.GetAsync("/u/no-such-token")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "/api/crm/no-such-thing", HttpStatusCode.NotFound, "PartnerCrm:NoSuchAddress")]
    [InlineData("POST", "/api/no-such-thing", HttpStatusCode.NotFound, "PartnerCrm:NoSuchAddress")]
    [InlineData("DELETE", "/api/crm/contacts", HttpStatusCode.MethodNotAllowed, "PartnerCrm:WrongMethod")]
    [InlineData("POST", "/api/crm/imports", HttpStatusCode.UnsupportedMediaType, "PartnerCrm:WrongContentType")]
    public async Task What_the_API_has_not_is_refused_with_a_sentence_and_never_with_the_web_UI(string method, string path, HttpStatusCode status, string code)
    {
        using var caller = await fixture.App.SignInAsync(null);

        var answer = await caller.SendAsync(new HttpMethod(method), path, method == "POST" ? new { } : null);

        answer.ShouldBeRefused(status, code);
        answer.Json.GetProperty("error").Text("message").ShouldNotContain("Api:");
    }

    [Fact]
    public void A_client_of_the_API_can_not_be_called_like_a_person()
    {
        foreach (var format in (string[])["D", "N", "B", "P", "X"])
            Should.Throw<ArgumentException>(() => new ApiClient(Guid.NewGuid(), null, Guid.NewGuid().ToString(format), "A system", HostApp.Secret, TokenEndpoints.Scope));
    }
}
