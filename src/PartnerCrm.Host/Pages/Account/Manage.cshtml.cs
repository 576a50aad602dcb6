using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Volo.Abp.Identity;
using Volo.Abp.SettingManagement;
using Volo.Abp.Timing;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>My account: who I am, my password, the second factor, where I am signed in.</summary>
[Authorize]
public class ManageModel(
    IdentityUserManager users, SignInManager<IdentityUser> signIn, Sessions sessions, ISettingManager settings, UiClient ui, IStringLocalizer<SignInResource> texts) : PageModel
{
    public IdentityUser Person { get; private set; } = null!;
    public bool HasPassword => Person.PasswordHash != null;
    public IReadOnlyList<UserSession> Sessions { get; private set; } = [];
    public Guid? Here => User.FindSession();
    public int CodesLeft { get; private set; }

    /// <summary>By its IANA name; empty: that of the device.</summary>
    public string TimeZone { get; private set; } = "";

    public static IEnumerable<string> TimeZones => TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id).Order(StringComparer.Ordinal);
    public string Rules => users.Options.Password.Sentence(texts);

    /// <summary>What was done, said after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>The screen of the UI that somebody came from, as long as they are here.</summary>
    [TempData]
    public string? Back { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        if (Uri.TryCreate(returnUrl, UriKind.Absolute, out var back) && ui.Origins.Contains(back.GetLeftPart(UriPartial.Authority))) Back = back.OriginalString;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostProfileAsync(string? name, string? surname, string? phone)
    {
        if (await FindAsync() is not { } person) return Challenge();
        person.Name = Fit(name, 64);
        person.Surname = Fit(surname, 64);
        if (Fit(phone, 16) != person.PhoneNumber) person.SetPhoneNumber(Fit(phone, 16), confirmed: false);
        (await users.UpdateAsync(person)).CheckErrors();
        await signIn.RefreshSignInAsync(person);
        return Say("Manage:Saved");
    }

    public async Task<IActionResult> OnPostTimeZoneAsync(string? zone)
    {
        if (await FindAsync() is not { } person) return Challenge();
        // What is empty is said, too: the office may have set another one for everybody.
        if (string.IsNullOrEmpty(zone) || TimeZones.Contains(zone)) await settings.SetForUserAsync(person.Id, TimingSettingNames.TimeZone, zone ?? "");
        return Say("Manage:Saved");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? password, string? repeated)
    {
        if (await FindAsync() is not { } person) return Challenge();
        if (password != repeated) return await ShowAsync(texts["Password:Different"]);
        // Guessing at an unattended desk is guessing all the same.
        if (await users.IsLockedOutAsync(person)) return await ShowAsync(texts["Code:Locked", (int)users.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes]);
        var result = await users.ChangePasswordAsync(person, current ?? "", password ?? "");
        if (!result.Succeeded)
        {
            if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch))) await users.AccessFailedAsync(person);
            return await ShowAsync(result.Problem(users.Options.Password, texts));
        }

        await signIn.RefreshSignInAsync(person);
        return Say("Manage:PasswordChanged");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        if (await FindAsync() is not { } person) return Challenge();
        await sessions.EndAsync(id, person.Id);
        return Say("Manage:SessionEnded");
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        if (await FindAsync() is not { } person) return Challenge();
        await sessions.EndOthersAsync(person.Id, Here);
        return Say("Manage:OthersEnded");
    }

    /// <summary>A moment on the clock of the person, as far as it is known here.</summary>
    public string At(DateTime utc) =>
        TimeZone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? $"{TimeZoneInfo.ConvertTimeFromUtc(utc, zone):g}" : $"{utc:g} UTC";

    private Task<IdentityUser?> FindAsync() => users.GetUserAsync(User);

    private RedirectToPageResult Say(string text)
    {
        Done = texts[text];
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(string? problem = null)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await FindAsync() is not { } person) return Challenge();
        Person = person;
        Problem = problem;
        TempData.Keep(nameof(Back));
        TimeZone = await settings.GetOrNullForUserAsync(TimingSettingNames.TimeZone, person.Id) ?? "";
        Sessions = await sessions.GetListAsync(person.Id);
        if (person.TwoFactorEnabled) CodesLeft = await users.CountRecoveryCodesAsync(person);
        return Page();
    }

    private static string? Fit(string? text, int length) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Truncate(length);
}
