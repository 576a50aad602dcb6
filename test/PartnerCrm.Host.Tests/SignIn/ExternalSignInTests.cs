using System.Net;

namespace PartnerCrm.Host.Tests;

public sealed class ExternalSignInTests : IAsyncLifetime
{
    private LocalProvider provider = null!;
    private SignInHost host = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await LocalProvider.StartAsync();
        host = await SignInHost.StartAsync(
            ("SignIn:External:Authority", provider.Url), ("SignIn:External:ClientId", "partnercrm"), ("SignIn:External:ClientSecret", "a secret"),
            ("SignIn:External:DisplayName", "Example University"), ("SignIn:External:Groups:engagement", RolesSeed.Manager));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_with_a_verified_address_gets_into_their_account_with_the_roles_of_their_groups()
    {
        var name = await host.AddPersonAsync();
        (provider.Email, provider.Groups) = (name + "@example.org", ["engagement", "chess"]);
        using var browser = new Browser(host);

        var back = await VisitAsync(browser);
        var contacts = await browser.CallAsync((await browser.RedeemAsync(await browser.CodeAsync())).Access, "/api/crm/contacts");
        provider.Groups = [];
        provider.Email = "renamed@example.org";
        using var later = new Browser(host);
        var again = await VisitAsync(later);
        var contactsLater = await later.CallAsync((await later.RedeemAsync(await later.CodeAsync())).Access, "/api/crm/contacts");

        back.Location!.OriginalString.ShouldBe("/Account/Manage");
        contacts.ShouldBe(HttpStatusCode.OK);
        again.Location!.OriginalString.ShouldBe("/Account/Manage");
        contactsLater.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_address_that_nobody_verified_or_knows_opens_no_account()
    {
        var name = await host.AddPersonAsync();
        (provider.Subject, provider.Email, provider.IsEmailVerified) = ("u-2", name + "@example.org", false);
        using var browser = new Browser(host);

        (await VisitAsync(browser)).Html.ShouldContain("Example University");
        (provider.Email, provider.IsEmailVerified) = ("stranger@example.org", true);
        (await VisitAsync(browser)).Location.ShouldBeNull();
        (await browser.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_account_that_is_linked_is_not_taken_over_by_whoever_gets_its_address_next()
    {
        var name = await host.AddPersonAsync();
        (provider.Subject, provider.Email) = ("u-3", name + "@example.org");
        using var first = new Browser(host);
        await VisitAsync(first);
        provider.Subject = "u-4";
        using var second = new Browser(host);

        (await VisitAsync(second)).Location.ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_with_another_nonce_key_audience_or_state_is_refused()
    {
        provider.Email = await host.AddPersonAsync() + "@example.org";
        using var browser = new Browser(host);

        provider.SendsAnotherNonce = true;
        (await VisitAsync(browser)).Location.ShouldBeNull();
        (provider.SendsAnotherNonce, provider.SignsWithUnknownKey) = (false, true);
        (await VisitAsync(browser)).Location.ShouldBeNull();
        (provider.SignsWithUnknownKey, provider.Audience) = (false, "somebody-else");
        (await VisitAsync(browser)).Location.ShouldBeNull();
        provider.Audience = "partnercrm";
        using var stranger = new Browser(host);
        var answer = await AnswerAsync(browser);
        (await stranger.GetAsync(answer)).Location.ShouldBeNull();
        (await browser.GetAsync(answer)).Location!.OriginalString.ShouldBe("/Account/Manage");
        (await browser.GetAsync(answer)).Location.ShouldBeNull();
    }

    private static async Task<Seen> VisitAsync(Browser browser) => await browser.GetAsync(await AnswerAsync(browser));

    // To the provider, which sends back at once.
    private static async Task<string> AnswerAsync(Browser browser)
    {
        var away = await browser.PostAsync("/Account/Login?ReturnUrl=%2FAccount%2FManage", "/Account/External?returnUrl=%2FAccount%2FManage");
        var back = await browser.GetAsync(away.Location!.OriginalString);
        return back.Location!.PathAndQuery;
    }
}
