using System.Net;

namespace PartnerCrm.Host.Tests;

public class LimitsTests
{
    [Fact]
    public async Task Too_many_attempts_are_told_when_to_come_back()
    {
        await using var host = await SignInHost.StartAsync(("Limits:SignInPerMinute", "3"), ("Limits:TokenPerMinute", "3"), ("Limits:CallsPerMinute", "3"));
        using var browser = new Browser(host);
        await browser.SignInAsync("admin");
        var token = (await browser.RedeemAsync(await browser.CodeAsync())).Access;

        Seen last = null!;
        for (var attempt = 0; attempt < 4; attempt++) last = await browser.PostAsync("/Account/Login", ("UserName", "nobody"), ("Password", "x"));
        var refused = HttpStatusCode.OK;
        for (var attempt = 0; attempt < 4; attempt++) refused = await browser.CallAsync(token);
        for (var attempt = 0; attempt < 3; attempt++) await browser.GetAsync("/connect/authorize");

        last.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        int.Parse(last.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        last.Html.ShouldContain("<h1>One moment</h1>");
        refused.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.GetAsync("/connect/authorize")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_and_a_form_may_not_be_huge()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = new Browser(host);

        var page = await browser.GetAsync("/Account/Login");
        var api = await browser.GetAsync("/api/crm/contacts");
        var huge = await browser.PostAsItIsAsync("/connect/token", ("grant_type", new string('x', 100_000)));

        page.Header("Content-Security-Policy")!.ShouldContain("default-src 'none'");
        page.Header("Content-Security-Policy")!.ShouldNotContain("unsafe-inline");
        api.Header("Content-Security-Policy")!.ShouldContain("script-src 'self'");
        foreach (var seen in new[] { page, api })
        {
            seen.Header("Content-Security-Policy")!.ShouldContain("frame-ancestors 'none'");
            seen.Header("X-Content-Type-Options").ShouldBe("nosniff");
            seen.Header("Referrer-Policy").ShouldNotBeNull();
            seen.Header("Permissions-Policy").ShouldNotBeNull();
            seen.Header("Strict-Transport-Security").ShouldBeNull();
        }

        huge.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }
}
