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
    public async Task A_provider_vouches_for_the_people_of_its_own_house_only()
    {
        await using var theirs = await SignInHost.StartAsync(
            ("SignIn:External:Authority", provider.Url), ("SignIn:External:ClientId", "partnercrm"), ("SignIn:External:ClientSecret", "a secret"),
            ("SignIn:External:DisplayName", "Example University"), ("SignIn:External:Tenant", "example"));
        using var stranger = new Browser(theirs);
        using var guest = new Browser(host);

        // The host's own people don't belong to that house, and nobody of another house to this one.
        (await stranger.GetAsync("/Account/Login")).Html.ShouldNotContain("Example University");
        (await stranger.PostAsync("/Account/Login", "/Account/External")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await guest.GetAsync("/Account/Login")).Html.ShouldContain("Example University");
    }

    [Fact]
    public async Task A_name_that_no_user_may_have_is_no_reason_to_stay_outside()
    {
        await using var open = await SignInHost.StartAsync(
            ("SignIn:External:Authority", provider.Url), ("SignIn:External:ClientId", "partnercrm"), ("SignIn:External:ClientSecret", "a secret"), ("SignIn:External:CreateUsers", "true"));
        (provider.Subject, provider.Email) = ("u-5", "o'madeup@example.org");
        using var browser = new Browser(open);

        (await VisitAsync(browser)).Location!.OriginalString.ShouldBe("/Account/Manage");
    }

    [Fact]
    public async Task A_provider_that_answers_with_a_page_instead_of_a_token_is_said_to_be_out_of_order()
    {
        provider.AnswersWithAPage = true;
        using var browser = new Browser(host);

        var seen = await VisitAsync(browser);

        (seen.Status, seen.Location).ShouldBe((HttpStatusCode.OK, null));
        seen.Html.ShouldContain("Example University");
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
