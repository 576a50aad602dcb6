using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PartnerCrm.Meetings;
using Volo.Abp;
using Volo.Abp.Localization;

namespace PartnerCrm.Host.Pages;

/// <summary>Where a contact chooses one of three times. No cookie and no sign-in: the token in the address is the key, so there is nothing to forge.</summary>
[IgnoreAntiforgeryToken]
public class OfferModel(OfferPagesAppService pages, IStringLocalizer<MeetingsResource> localizer) : PageModel
{
    public OfferPage? Offer { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>The contact's language, as in the mail that led here; else the browser's.</summary>
    public string Culture => Offer?.Language is { Length: > 1 } language ? language[..2] : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public string Say(string text, params object[] data)
    {
        using (CultureHelper.Use(CultureInfo.GetCultureInfo(Culture))) return localizer[text, data];
    }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        await ShowAsync(() => pages.GetAsync(token));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, int choice)
    {
        await ShowAsync(() => pages.ChooseAsync(token, choice));
        // A reload must not choose again.
        if (Problem == null) return RedirectToPage(new { token });
        // The time was lost while the page was open: what is left of the three stays to choose from.
        var (problem, status) = (Problem, Response.StatusCode);
        if (status == StatusCodes.Status409Conflict) await ShowAsync(() => pages.GetAsync(token));
        Problem = Offer?.State == OfferState.Chosen ? null : problem;
        Response.StatusCode = status;
        return Page();
    }

    private async Task ShowAsync(Func<Task<OfferPage>> ask)
    {
        try
        {
            Offer = await ask();
        }
        catch (BusinessException e) when (e.Code?.StartsWith("PartnerCrm.Meetings:", StringComparison.Ordinal) == true)
        {
            Problem = Say(e.Code);
            Response.StatusCode = e.Code == MeetingsErrors.OfferUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
        }
    }
}
