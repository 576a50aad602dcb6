using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Volo.Abp.Identity;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>Switches the second factor on (a code proves the app has the key), makes new recovery codes and switches it off (the password proves it is the person).</summary>
[Authorize]
public class AuthenticatorModel(IdentityUserManager users, SignInManager<IdentityUser> signIn, IStringLocalizer<SignInResource> texts) : PageModel
{
    private const int RecoveryCodes = 10;

    public bool IsOn { get; private set; }
    public string? Key { get; private set; }
    public string? QrPath { get; private set; }
    public int QrSize { get; private set; }

    /// <summary>Shown once, right after they are made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await users.GetUserAsync(User) is { } person ? await ShowAsync(person) : Challenge();

    public async Task<IActionResult> OnPostKeyAsync()
    {
        if (await users.GetUserAsync(User) is not { } person) return Challenge();
        if (person.TwoFactorEnabled) return RedirectToPage();
        (await users.ResetAuthenticatorKeyAsync(person)).CheckErrors();
        await signIn.RefreshSignInAsync(person);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOnAsync(string? code)
    {
        if (await users.GetUserAsync(User) is not { } person) return Challenge();
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (!await users.VerifyTwoFactorTokenAsync(person, users.Options.Tokens.AuthenticatorTokenProvider, digits))
            return await ShowAsync(person, texts["Second:WrongCode"]);
        (await users.SetTwoFactorEnabledAsync(person, true)).CheckErrors();
        return await NewCodesAsync(person);
    }

    public async Task<IActionResult> OnPostCodesAsync(string? password)
    {
        if (await users.GetUserAsync(User) is not { TwoFactorEnabled: true } person) return RedirectToPage();
        return await DoubtAsync(person, password) is { } problem ? await ShowAsync(person, problem) : await NewCodesAsync(person);
    }

    public async Task<IActionResult> OnPostOffAsync(string? password)
    {
        if (await users.GetUserAsync(User) is not { } person) return Challenge();
        if (await DoubtAsync(person, password) is { } problem) return await ShowAsync(person, problem);
        (await users.SetTwoFactorEnabledAsync(person, false)).CheckErrors();
        (await users.ResetAuthenticatorKeyAsync(person)).CheckErrors();
        await signIn.RefreshSignInAsync(person);
        return RedirectToPage("Manage");
    }

    /// <summary>Why this may not be the person; null when the password says it is.</summary>
    private async Task<string?> DoubtAsync(IdentityUser person, string? password)
    {
        if (await users.IsLockedOutAsync(person)) return texts["Code:Locked", (int)users.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes];
        if (await users.CheckPasswordAsync(person, password ?? "")) return null;
        await users.AccessFailedAsync(person);
        return texts["Password:Wrong"];
    }

    private async Task<IActionResult> NewCodesAsync(IdentityUser person)
    {
        Codes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes))!];
        await signIn.RefreshSignInAsync(person);
        return await ShowAsync(person);
    }

    private async Task<IActionResult> ShowAsync(IdentityUser person, string? problem = null)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Problem = problem;
        IsOn = person.TwoFactorEnabled;
        if (!IsOn && await users.GetAuthenticatorKeyAsync(person) is { } key)
        {
            // As in the key URI format that authenticator apps agree on.
            (QrPath, QrSize) = QrCodes.Path($"otpauth://totp/PartnerCrm:{Uri.EscapeDataString(person.UserName)}?secret={key}&issuer=PartnerCrm&digits=6");
            Key = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(c => new string(c)));
        }

        return Page();
    }
}
