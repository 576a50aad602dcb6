using System.Net;

namespace PartnerCrm.Host.Tests;

public class HttpTests
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

    [Fact]
    public async Task A_repeated_post_with_its_key_does_the_thing_once_and_another_request_with_that_key_is_refused()
    {
        await using var host = await RunningHost.StartAsync();
        var hold = new { scope = "Everything", reason = "exam board" };

        var first = await host.PostAsync("holds", hold, "key-1");
        var again = await host.PostAsync("holds", hold, "key-1");
        var other = await host.PostAsync("holds", hold with { reason = "something else" }, "key-1");

        first.ShouldSucceed("The first");
        again.Content.ShouldBe(first.Content);
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await host.GetAsync("holds")).GetProperty("totalCount").GetInt32().ShouldBe(1);
    }
}
