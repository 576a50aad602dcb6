using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host.Pages.Connect;

/// <summary>
/// OpenID Connect RP-Initiated Logout 1.0. With an address of our UI to go back to, the sign-out happens at once; anybody else's link only leads to
/// the page that asks.
/// </summary>
public class EndSessionModel(UiClient client, SignInManager<IdentityUser> signIn) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (Request.Query["post_logout_redirect_uri"] is not [{ } back] || !client.RedirectUris.Contains(back))
            return RedirectToPage("/Account/Logout");
        await signIn.SignOutAsync();
        return Redirect(Request.Query["state"] is [{ Length: > 0 } state] ? QueryHelpers.AddQueryString(back, "state", state) : back);
    }
}
