using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>
/// The sign-in. Whatever goes wrong, it says the same sentence in the same time, so that nobody learns here who has an account.
/// </summary>
public class LoginModel(
    IdentityUserManager users, SignInManager<IdentityUser> signIn, IPasswordHasher<IdentityUser> hasher, ICurrentTenant tenant, ITenantStore tenants, ITenantNormalizer names,
    IStringLocalizer<SignInResource> texts) : PageModel
{
    private static readonly IdentityUser Nobody = new(Guid.Empty, "nobody", "nobody@localhost");
    private static string? nobodysHash;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool RememberMe { get; set; }

    public string? TenantName => tenant.Name;
    public bool HasTenants { get; private set; }
    public string? Problem { get; private set; }
    public string? TenantProblem { get; private set; }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Url.Content("~/");

    public async Task<IActionResult> OnGetAsync(bool again = false)
    {
        RememberLanguage();
        if (User.Identity?.IsAuthenticated == true && !again) return LocalRedirect(Target);
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = string.IsNullOrWhiteSpace(UserName) ? null : await FindAsync(UserName.Trim());
        var result = user == null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.PasswordSignInAsync(user, Password ?? "", RememberMe, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Target);
        if (result.RequiresTwoFactor) return RedirectToPage("Code", new { ReturnUrl, RememberMe });
        if (result.IsNotAllowed && await MustChangeAsync(user!)) return RedirectToPage("ResetPassword", new { ReturnUrl, user = user!.Id, token = await users.GeneratePasswordResetTokenAsync(user), first = true });
        // No password was looked at: take the time it takes.
        if (user == null || result.IsLockedOut || result.IsNotAllowed) hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, "no password of anybody"), Password ?? "");
        Problem = texts["Login:Failed", (int)signIn.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes];
        await ShowAsync();
        return Page();
    }

    /// <summary>Which organisation: by its name, kept in a cookie as ABP's own pages do.</summary>
    public async Task<IActionResult> OnPostTenantAsync(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) Response.Cookies.Delete(TenantResolverConsts.DefaultTenantKey);
        else if (await tenants.FindAsync(names.NormalizeName(name.Trim())!) is { IsActive: true } found)
            Response.Cookies.Append(TenantResolverConsts.DefaultTenantKey, found.Id.ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true });
        else TenantProblem = texts["Login:TenantUnknown"];
        if (TenantProblem == null) return RedirectToPage(new { ReturnUrl });
        await ShowAsync();
        return Page();
    }

    private async Task<IdentityUser?> FindAsync(string name) => await users.FindByNameAsync(name) ?? (name.Contains('@') ? await users.FindByEmailAsync(name) : null);

    // An administrator gave a first password. It counts like any other: five wrong ones lock.
    private async Task<bool> MustChangeAsync(IdentityUser user)
    {
        if (!user.IsActive || !user.ShouldChangePasswordOnNextLogin || await users.IsLockedOutAsync(user)) return false;
        if (await users.CheckPasswordAsync(user, Password ?? "")) return true;
        await users.AccessFailedAsync(user);
        return false;
    }

    private async Task ShowAsync() => HasTenants = tenant.Id != null || (await tenants.GetListAsync()).Count > 0;

    // The UI names the language in the address; the pages after this one have it from the cookie.
    private void RememberLanguage()
    {
        if (Request.Query["culture"].Count == 0) return;
        var culture = new RequestCulture(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(culture),
            new CookieOptions { IsEssential = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
    }
}
