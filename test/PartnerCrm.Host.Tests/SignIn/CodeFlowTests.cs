using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace PartnerCrm.Host.Tests;

public class CodeFlowTests(SignInHost host) : IClassFixture<SignInHost>
{
    [Fact]
    public async Task Whoever_signs_in_gets_a_code_and_for_it_tokens_that_carry_who_they_are()
    {
        using var browser = new Browser(host);
        var name = await host.AddPersonAsync(RolesSeed.Manager);

        var asked = await browser.GetAsync(browser.AuthorizePath());
        var after = await browser.SignInAsync(name, returnUrl: QueryHelpers.ParseQuery(asked.Location!.OriginalString.Split('?')[1])["ReturnUrl"].ToString());
        var back = await browser.GetAsync(after.Location!.OriginalString);
        var query = QueryHelpers.ParseQuery(back.Location!.Query);
        var tokens = await browser.RedeemAsync(query["code"].ToString());

        back.Location.GetLeftPart(UriPartial.Authority).ShouldBe(host.Url);
        query["state"].ToString().ShouldBe("s1");
        query["iss"].ToString().ShouldBe(host.Url + "/");
        tokens.Status.ShouldBe(HttpStatusCode.OK);
        var token = new JsonWebToken(tokens.Access);
        token.GetClaim("preferred_username").Value.ShouldBe(name);
        token.GetClaim("role").Value.ShouldBe(RolesSeed.Manager);
        tokens.Json.TryGetProperty("id_token", out _).ShouldBeFalse();
        (await browser.CallAsync(tokens.Access, "/api/crm/contacts")).ShouldBe(HttpStatusCode.OK);
        (await browser.CallAsync("not.a.token")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_id_token_is_given_when_openid_is_asked_for_with_the_nonce_in_it()
    {
        using var browser = await SignedInAsync();

        var tokens = await browser.RedeemAsync(await browser.CodeAsync(("scope", "openid PartnerCrm")));

        var idToken = new JsonWebToken(tokens.Json.Text("id_token"));
        idToken.GetClaim("nonce").Value.ShouldBe("n1");
        idToken.Audiences.ShouldBe([Browser.Client]);
        tokens.Json.TryGetProperty("refresh_token", out _).ShouldBeFalse();
        (await browser.CallAsync(tokens.Json.Text("id_token"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_code_needs_its_verifier()
    {
        using var browser = await SignedInAsync();
        using var thief = new Browser(host);
        var code = await browser.CodeAsync();

        (await thief.RedeemAsync(code)).Error.ShouldBe("invalid_grant");
        (await browser.RedeemAsync(code)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_works_once_and_a_second_use_ends_what_came_of_it()
    {
        using var browser = await SignedInAsync();
        var code = await browser.CodeAsync();
        var tokens = await browser.RedeemAsync(code);

        (await browser.RedeemAsync(code)).Error.ShouldBe("invalid_grant");
        (await browser.RenewAsync(tokens.Refresh)).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_code_is_good_for_a_minute()
    {
        using var browser = await SignedInAsync();
        var code = await browser.CodeAsync();

        host.Time.Pass(TimeSpan.FromSeconds(61));

        (await browser.RedeemAsync(code)).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task Two_tabs_may_spend_the_same_refresh_token_within_half_a_minute()
    {
        using var browser = await SignedInAsync();
        var first = await browser.RedeemAsync(await browser.CodeAsync());

        var tabs = await Task.WhenAll(browser.RenewAsync(first.Refresh), browser.RenewAsync(first.Refresh));
        host.Time.Pass(TimeSpan.FromSeconds(20));
        var late = await browser.RenewAsync(first.Refresh);

        tabs.Append(late).Select(t => t.Refresh).Distinct().ShouldHaveSingleItem();
        (await browser.RenewAsync(late.Refresh)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_again_later_was_copied_and_ends_the_line()
    {
        using var browser = await SignedInAsync();
        var first = await browser.RedeemAsync(await browser.CodeAsync());
        var second = await browser.RenewAsync(first.Refresh);

        host.Time.Pass(TimeSpan.FromSeconds(31));

        (await browser.RenewAsync(first.Refresh)).Error.ShouldBe("invalid_grant");
        (await browser.RenewAsync(second.Refresh)).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_revoked_refresh_token_is_worth_nothing_and_an_unknown_one_is_no_error()
    {
        using var browser = await SignedInAsync();
        var tokens = await browser.RedeemAsync(await browser.CodeAsync());

        (await browser.PostAsItIsAsync("/connect/revocation", ("client_id", Browser.Client), ("token", "whatever"))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.PostAsItIsAsync("/connect/revocation", ("client_id", Browser.Client), ("token", tokens.Refresh))).Status.ShouldBe(HttpStatusCode.OK);

        (await browser.RenewAsync(tokens.Refresh)).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task An_access_token_is_good_for_an_hour()
    {
        using var browser = await SignedInAsync();
        var tokens = await browser.RedeemAsync(await browser.CodeAsync());

        host.Time.Pass(TimeSpan.FromMinutes(62));

        (await browser.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.CallAsync((await browser.RenewAsync(tokens.Refresh)).Access)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example/")]
    [InlineData("redirect_uri", "http://localhost:4200/deeper")]
    [InlineData("redirect_uri", null)]
    [InlineData("client_id", "somebody")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_registered(string parameter, string? value)
    {
        using var browser = await SignedInAsync();

        var seen = await browser.GetAsync(browser.AuthorizePath((parameter, value)));

        seen.Status.ShouldBe(HttpStatusCode.BadRequest);
        seen.Location.ShouldBeNull();
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("scope", "PartnerCrm everything", "invalid_scope")]
    public async Task The_client_is_told_what_is_wrong_with_its_request(string parameter, string? value, string error)
    {
        using var browser = await SignedInAsync();

        var seen = await browser.GetAsync(browser.AuthorizePath((parameter, value)));

        QueryHelpers.ParseQuery(seen.Location!.Query)["error"].ToString().ShouldBe(error);
        QueryHelpers.ParseQuery(seen.Location.Query)["state"].ToString().ShouldBe("s1");
    }

    [Fact]
    public async Task Without_a_sign_in_a_silent_request_is_told_so_and_with_one_a_prompt_asks_again()
    {
        using var nobody = new Browser(host);
        using var browser = await SignedInAsync();

        (await nobody.GetAsync(nobody.AuthorizePath(("prompt", "none")))).Location!.Query.ShouldContain("login_required");
        (await browser.GetAsync(browser.AuthorizePath(("prompt", "login")))).Location!.OriginalString.ShouldStartWith("/Account/Login");
    }

    [Fact]
    public async Task Signing_out_ends_cookie_and_tokens_and_goes_back_only_to_our_own_address()
    {
        using var browser = await SignedInAsync();
        var tokens = await browser.RedeemAsync(await browser.CodeAsync());

        (await browser.GetAsync("/connect/endsession?post_logout_redirect_uri=https://elsewhere.example/")).Location!.OriginalString.ShouldBe("/Account/Logout");
        (await browser.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.OK);
        var signedOut = await browser.GetAsync($"/connect/endsession?state=x&post_logout_redirect_uri={Uri.EscapeDataString(host.Url)}");

        signedOut.Location!.OriginalString.ShouldStartWith(host.Url);
        (await browser.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.RenewAsync(tokens.Refresh)).Error.ShouldBe("invalid_grant");
        (await browser.GetAsync("/Account/Manage")).Location!.OriginalString.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task A_new_key_signs_once_everybody_has_had_the_time_to_read_it()
    {
        using var before = await SignedInAsync();
        var old = await KeyAsync(before);
        host.Time.Pass(TimeSpan.FromDays(91));
        using var first = await SignedInAsync();
        var published = (await KeysAsync(first)).Length;
        var still = await KeyAsync(first);
        host.Time.Pass(TimeSpan.FromMinutes(11));
        using var later = await SignedInAsync();
        var fresh = await KeyAsync(later);

        published.ShouldBe(2);
        still.ShouldBe(old);
        fresh.ShouldNotBe(old);
        (await KeysAsync(later)).ShouldBe([fresh, old]);
    }

    [Fact]
    public async Task Discovery_lists_what_there_is()
    {
        using var browser = new Browser(host);

        var document = JsonSerializer.Deserialize<JsonElement>((await browser.GetAsync("/.well-known/openid-configuration")).Html);

        document.Text("issuer").ShouldBe(host.Url + "/");
        foreach (var endpoint in new[] { "authorization_endpoint", "token_endpoint", "revocation_endpoint", "end_session_endpoint", "jwks_uri" })
            document.Text(endpoint).ShouldStartWith(host.Url + "/");
        document.Items("code_challenge_methods_supported").Select(m => m.GetString()).ShouldBe(["S256"]);
    }

    private static async Task<string> KeyAsync(Browser browser) => new JsonWebToken((await browser.RedeemAsync(await browser.CodeAsync())).Access).Kid;

    private static async Task<string?[]> KeysAsync(Browser browser) =>
        [.. JsonSerializer.Deserialize<JsonElement>((await browser.GetAsync("/.well-known/jwks")).Html).Items("keys").Select(k => k.Text("kid"))];

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(host);
        (await browser.SignInAsync(await host.AddPersonAsync())).Status.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }
}
