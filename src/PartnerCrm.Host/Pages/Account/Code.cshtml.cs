using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>The second step: six digits of the app, or one of the recovery codes. Wrong codes count towards the lock like wrong passwords.</summary>
public class CodeModel(SignInManager<IdentityUser> signIn, UserManager<IdentityUser> users, IStringLocalizer<SignInResource> texts) : PageModel
{
    private const int DigitsOfApp = 6;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool RememberMe { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return await signIn.GetTwoFactorAuthenticationUserAsync() == null ? Again() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user) return Again();
        var code = string.Concat((Code ?? "").Where(c => !char.IsWhiteSpace(c)));
        var isOfApp = code.Length == DigitsOfApp && code.All(char.IsAsciiDigit);
        var result = isOfApp ? await signIn.TwoFactorAuthenticatorSignInAsync(code, RememberMe, rememberClient: false) : await RecoverAsync(user, code);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Url.Content("~/"));
        Problem = result.IsLockedOut ? texts["Code:Locked", (int)signIn.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes] : texts["Code:Wrong"];
        return Page();
    }

    // The framework doesn't count wrong recovery codes; they are as worth guessing as any.
    private async Task<Microsoft.AspNetCore.Identity.SignInResult> RecoverAsync(IdentityUser user, string code)
    {
        if (await users.IsLockedOutAsync(user)) return Microsoft.AspNetCore.Identity.SignInResult.LockedOut;
        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant());
        if (!result.Succeeded) await users.AccessFailedAsync(user);
        return result;
    }

    private RedirectToPageResult Again() => RedirectToPage("Login", new { ReturnUrl });
}
