using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PartnerCrm.Host.Tests;

public partial class AccountPagesTests(SignInHost host) : IClassFixture<SignInHost>
{
    [Fact]
    public async Task Wrong_password_unknown_name_and_locked_account_are_answered_alike()
    {
        using var browser = new Browser(host);
        var name = await host.AddPersonAsync();

        var unknown = Problem(await browser.SignInAsync("nobody-at-all"));
        var wrong = Problem(await browser.SignInAsync(name, "wrong"));
        for (var attempt = 0; attempt < 5; attempt++) await browser.SignInAsync(name, "wrong");
        var locked = Problem(await browser.SignInAsync(name));

        unknown.ShouldNotBeEmpty();
        wrong.ShouldBe(unknown);
        locked.ShouldBe(unknown);
    }

    [Fact]
    public async Task One_signs_in_by_e_mail_address_too()
    {
        using var browser = new Browser(host);

        (await browser.SignInAsync(await host.AddPersonAsync() + "@example.org")).Location!.OriginalString.ShouldBe("/Account/Manage");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task After_the_sign_in_nobody_is_sent_elsewhere(string returnUrl)
    {
        using var browser = new Browser(host);

        (await browser.SignInAsync(await host.AddPersonAsync(), returnUrl: returnUrl)).Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var browser = new Browser(host);

        (await browser.PostAsItIsAsync("/Account/Login", ("UserName", "admin"), ("Password", SignInHost.Password))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_cookie_opens_no_api_and_the_token_no_page()
    {
        using var browser = await SignedInAsync(await host.AddPersonAsync());
        var tokens = await browser.RedeemAsync(await browser.CodeAsync());
        using var other = new Browser(host);

        (await browser.GetAsync("/api/crm/colleagues")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await other.CallAsync(tokens.Access, "/Account/Manage")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_pages_speak_german_where_the_browser_or_the_address_says_so()
    {
        using var browser = new Browser(host);

        (await browser.GetAsync("/Account/Login?culture=de&ui-culture=de")).Html.ShouldContain("Anmelden");
        (await browser.GetAsync("/Account/Login")).Html.ShouldContain("Passwort");
    }

    [Fact]
    public async Task The_link_of_a_mail_lets_one_choose_a_new_password_once_and_ends_all_sessions()
    {
        using var browser = await SignedInAsync(await host.AddPersonAsync());
        var name = await host.AddPersonAsync();
        using var elsewhere = await SignedInAsync(name);
        using var forgetful = new Browser(host);

        var known = await forgetful.PostAsync("/Account/ForgotPassword", ("Email", name + "@example.org"));
        var unknown = await forgetful.PostAsync("/Account/ForgotPassword", ("Email", "nobody@example.org"));
        var link = await LinkToAsync(name);
        var weak = await forgetful.PostAsync(link, ("Password", "weak"), ("Repeated", "weak"));
        await forgetful.PostAsync(link, ("Password", "New-password-7!"), ("Repeated", "New-password-7!"));
        var again = await forgetful.PostAsync(link, ("Password", "New-password-8!"), ("Repeated", "New-password-8!"));

        Body(known).ShouldBe(Body(unknown));
        Problem(weak).ShouldContain("10");
        Problem(again).ShouldContain("expired");
        (await elsewhere.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await forgetful.SignInAsync(name, "New-password-7!")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions_and_not_this_one()
    {
        var name = await host.AddPersonAsync();
        using var here = await SignedInAsync(name);
        using var there = await SignedInAsync(name);
        var tokens = await there.RedeemAsync(await there.CodeAsync());

        await here.PostAsync("/Account/Manage?handler=Password", ("current", SignInHost.Password), ("password", "New-password-7!"), ("repeated", "New-password-7!"));

        (await here.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await there.RenewAsync(tokens.Refresh)).Error.ShouldBe("invalid_grant");
        (await there.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_password_that_somebody_else_sets_ends_all_sessions_at_once()
    {
        var name = await host.AddPersonAsync();
        using var browser = await SignedInAsync(name);
        var tokens = await browser.RedeemAsync(await browser.CodeAsync());
        (await browser.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.OK);

        await host.DoAsync(async users =>
        {
            var user = (await users.FindByNameAsync(name))!;
            (await users.RemovePasswordAsync(user)).Succeeded.ShouldBeTrue();
            (await users.AddPasswordAsync(user, "New-password-7!")).Succeeded.ShouldBeTrue();
        });

        (await browser.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.RenewAsync(tokens.Refresh)).Error.ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task One_ends_a_session_elsewhere_but_nobody_elses()
    {
        var name = await host.AddPersonAsync();
        using var here = await SignedInAsync(name);
        using var there = await SignedInAsync(name);
        using var stranger = await SignedInAsync(await host.AddPersonAsync());
        var tokens = await there.RedeemAsync(await there.CodeAsync());
        var id = EndButton().Match((await here.GetAsync("/Account/Manage")).Html).Groups[1].Value;

        await stranger.PostAsync($"/Account/Manage?handler=End&id={id}");
        (await there.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.OK);
        await here.PostAsync($"/Account/Manage?handler=End&id={id}");

        (await there.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await there.RenewAsync(tokens.Refresh)).Error.ShouldBe("invalid_grant");
        (await there.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_nobody_uses_for_half_a_day_is_over()
    {
        using var browser = await SignedInAsync(await host.AddPersonAsync());

        host.Time.Pass(TimeSpan.FromHours(13));

        (await browser.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_is_deactivated_is_out_within_half_a_minute()
    {
        var name = await host.AddPersonAsync();
        using var browser = await SignedInAsync(name);
        var tokens = await browser.RedeemAsync(await browser.CodeAsync());

        await host.DoAsync(async users =>
        {
            var user = (await users.FindByNameAsync(name))!;
            user.SetIsActive(false);
            await users.UpdateAsync(user);
        });
        host.Time.Pass(TimeSpan.FromSeconds(31));

        (await browser.CallAsync(tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.RenewAsync(tokens.Refresh)).Error.ShouldBe("invalid_grant");
        Problem(await browser.SignInAsync(name)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_first_password_must_be_changed_before_anything_else()
    {
        var name = await host.AddPersonAsync();
        await host.DoAsync(async users =>
        {
            var user = (await users.FindByNameAsync(name))!;
            user.SetShouldChangePasswordOnNextLogin(true);
            await users.UpdateAsync(user);
        });
        using var browser = new Browser(host);

        var next = (await browser.SignInAsync(name)).Location!.OriginalString;
        await browser.PostAsync(next, ("Password", "New-password-7!"), ("Repeated", "New-password-7!"));

        next.ShouldStartWith("/Account/ResetPassword");
        (await browser.SignInAsync(name, "New-password-7!")).Location!.OriginalString.ShouldBe("/Account/Manage");
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing()
    {
        var name = await host.AddPersonAsync();
        using var browser = await SignedInAsync(name);
        await browser.PostAsync("/Account/Authenticator?handler=Key");
        var key = Key().Match((await browser.GetAsync("/Account/Authenticator")).Html).Groups[1].Value;
        var on = await browser.PostAsync("/Account/Authenticator?handler=On", ("code", Code(key)));
        var recovery = RecoveryCode().Match(on.Html).Groups[1].Value;
        using var again = new Browser(host);

        var step = await again.SignInAsync(name);
        var path = step.Location!.OriginalString;
        (await again.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.Redirect);
        Problem(await again.PostAsync(path, ("Code", "000000"))).ShouldNotBeEmpty();
        (await again.PostAsync(path, ("Code", Code(key)))).Location!.OriginalString.ShouldBe("/Account/Manage");
        (await again.GetAsync("/Account/Manage")).Status.ShouldBe(HttpStatusCode.OK);

        using var withoutPhone = new Browser(host);
        (await withoutPhone.PostAsync((await withoutPhone.SignInAsync(name)).Location!.OriginalString, ("Code", recovery))).Status.ShouldBe(HttpStatusCode.Redirect);
        using var twice = new Browser(host);
        Problem(await twice.PostAsync((await twice.SignInAsync(name)).Location!.OriginalString, ("Code", recovery))).ShouldNotBeEmpty();

        Problem(await again.PostAsync("/Account/Authenticator?handler=Codes", ("password", "wrong"))).ShouldNotBeEmpty();
        var anew = RecoveryCode().Match((await again.PostAsync("/Account/Authenticator?handler=Codes", ("password", SignInHost.Password))).Html).Groups[1].Value;
        anew.ShouldNotBeEmpty();
        anew.ShouldNotBe(recovery);
    }

    private async Task<Browser> SignedInAsync(string name)
    {
        var browser = new Browser(host);
        (await browser.SignInAsync(name)).Status.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    // Sent after the page answered.
    private async Task<string> LinkToAsync(string name)
    {
        var folder = Path.Combine(host.DataFolder, AccountMails.PracticeFolder);
        for (var attempt = 0; attempt < 100; attempt++, await Task.Delay(50))
        {
            var mail = (Directory.Exists(folder) ? Directory.GetFiles(folder) : []).Select(ReadOrNothing).FirstOrDefault(m => m.Contains(name + "@", StringComparison.Ordinal));
            if (mail != null) return MailedLink().Match(mail).Value;
        }

        throw new TimeoutException("No mail came.");
    }

    private static string ReadOrNothing(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    // RFC 6238
    private static string Code(string key)
    {
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant().Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticator apps compute.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Problem(Seen page) => Alert().Match(page.Html).Groups[1].Value;

    private static string Body(Seen page) => MainPart().Match(page.Html).Value;

    [GeneratedRegex("role=\"alert\">([^<]+)<")]
    private static partial Regex Alert();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("id=([0-9a-f-]{36})&amp;handler=End\"")]
    private static partial Regex EndButton();

    [GeneratedRegex("class=\"secret\">([^<]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<li>([A-Z0-9-]+)</li>")]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("/Account/ResetPassword\\S+")]
    private static partial Regex MailedLink();
}
