using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>Asks before it signs out, since anybody can make a link to here.</summary>
public class LogoutModel(SignInManager<IdentityUser> signIn) : PageModel
{
    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public void OnGet() => Response.Headers.CacheControl = "no-cache, no-store";

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return RedirectToPage();
    }
}
