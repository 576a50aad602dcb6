using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>To the university's provider (POST, from the sign-in page) and back from it (GET, with its code).</summary>
public class ExternalModel(ExternalProvider provider, ExternalSignIn external, ExternalAccounts accounts, IdentityUserManager users, SignInManager<IdentityUser> signIn, ICurrentTenant tenant, ILogger<ExternalModel> logger) : PageModel
{
    private const string Cookie = "PartnerCrm.Visit";

    // No transaction is held while the network is asked.
    [UnitOfWork(IsDisabled = true)]
    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        if (!provider.IsFor(tenant)) return NotFound();
        try
        {
            var (url, kept) = await external.StartAsync(Url.IsLocalUrl(returnUrl) ? returnUrl : null, HttpContext.RequestAborted);
            Response.Cookies.Append(Cookie, kept, CookieOptions());
            return Redirect(url);
        }
        catch (Exception e) when (IsTheirs(e))
        {
            logger.LogError(e, "The external provider can't be reached.");
            return Page();
        }
    }

    public async Task<IActionResult> OnGetAsync(string? state, string? code)
    {
        if (!provider.IsFor(tenant)) return NotFound();
        Response.Headers.CacheControl = "no-cache, no-store";
        var kept = Request.Cookies[Cookie];
        Response.Cookies.Delete(Cookie, CookieOptions());
        if (external.Recognise(kept, state) is not { } visit || code == null) return Page();
        try
        {
            if (await external.FinishAsync(visit, code, HttpContext.RequestAborted) is not { } person || await accounts.FindAsync(person) is not { } id) return Page();
            // The provider asked for the second factor, if it wants one; our lock is about our passwords. Deactivated stays deactivated.
            await signIn.SignInAsync((await users.FindByIdAsync(id.ToString()))!, isPersistent: false, ExternalProvider.Scheme);
            return LocalRedirect(Url.IsLocalUrl(visit.ReturnUrl) ? visit.ReturnUrl! : Url.Content("~/"));
        }
        catch (Exception e) when (IsTheirs(e))
        {
            logger.LogError(e, "The external provider can't be reached.");
            return Page();
        }
    }

    // Not reached, not in time, or an answer that isn't what was agreed.
    private bool IsTheirs(Exception e) => e is InvalidOperationException or HttpRequestException or IOException or JsonException
        || (e is OperationCanceledException && !HttpContext.RequestAborted.IsCancellationRequested);

    private CookieOptions CookieOptions() =>
        new() { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, Path = ExternalProvider.CallbackPath, IsEssential = true, MaxAge = TimeSpan.FromMinutes(15) };
}
