using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>Sends a link to choose a new password. The answer is the same for every address.</summary>
public class ForgotPasswordModel(IdentityUserManager users, AccountMails mails, ICurrentTenant tenant, IConfiguration configuration, IStringLocalizer<SignInResource> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public bool CanSend => mails.CanSend;
    public bool IsDone { get; private set; }
    public string? Problem { get; private set; }

    public void OnGet() => Response.Headers.CacheControl = "no-cache, no-store";

    public async Task OnPostAsync()
    {
        if (!MailAddress.TryCreate(Email?.Trim(), out var address))
        {
            Problem = texts["Forgot:NotAnAddress"];
            return;
        }

        IsDone = true;
        if (await users.FindByEmailAsync(address.Address) is not { IsActive: true } user) return;
        var link = QueryHelpers.AddQueryString(TokenEndpoints.Issuer(configuration) + "Account/ResetPassword", new Dictionary<string, string?>
        {
            ["user"] = user.Id.ToString(),
            ["token"] = await users.GeneratePasswordResetTokenAsync(user),
            [TenantResolverConsts.DefaultTenantKey] = tenant.Id?.ToString(),
            ["culture"] = System.Globalization.CultureInfo.CurrentUICulture.Name,
        });
        mails.Post(new AccountMail(user.Email, user.Name ?? user.UserName, texts["Forgot:MailSubject"], texts["Forgot:MailText", user.Name ?? user.UserName, link]));
    }
}
