using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.Identity;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>A new password, by the link of a mail or because an administrator gave the first one.</summary>
public class ResetPasswordModel(IdentityUserManager users, IOptions<IdentityOptions> options, IStringLocalizer<SignInResource> texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid UserId { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true, Name = "first")]
    public bool IsFirst { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    public string Rules => options.Value.Password.Sentence(texts);
    public bool IsDone { get; private set; }
    public string? Problem { get; private set; }

    public void OnGet() => Response.Headers.CacheControl = "no-cache, no-store";

    public async Task OnPostAsync()
    {
        if (Password != Repeated)
        {
            Problem = texts["Password:Different"];
            return;
        }

        if (await users.FindByIdAsync(UserId.ToString()) is not { IsActive: true } user)
        {
            Problem = texts["Reset:Expired"];
            return;
        }

        var result = await users.ResetPasswordAsync(user, Token ?? "", Password ?? "");
        if (!result.Succeeded)
        {
            Problem = result.Problem(options.Value.Password, texts);
            return;
        }

        // Whoever holds the link is let back in: a lock was for whoever guessed. All sessions end with the old password.
        user.SetShouldChangePasswordOnNextLogin(false);
        await users.ResetAccessFailedCountAsync(user);
        await users.SetLockoutEndDateAsync(user, null);
        (await users.UpdateAsync(user)).CheckErrors();
        IsDone = true;
    }
}
