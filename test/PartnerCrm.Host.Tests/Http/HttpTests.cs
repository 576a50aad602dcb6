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
}
