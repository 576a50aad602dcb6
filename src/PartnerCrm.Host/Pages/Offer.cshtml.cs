using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PartnerCrm.Meetings;
using Volo.Abp;

namespace PartnerCrm.Host.Pages;

/// <summary>Where a contact chooses one of three times. No cookie and no sign-in: the token in the address is the key, so there is nothing to forge.</summary>
[IgnoreAntiforgeryToken]
public class OfferModel(OfferPagesAppService pages, IStringLocalizer<MeetingsResource> localizer) : PageModel
{
    public OfferPage? Offer { get; private set; }
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token) => await ShowAsync(() => pages.GetAsync(token));

    public async Task<IActionResult> OnPostAsync(string token, int choice)
    {
        var answer = await ShowAsync(() => pages.ChooseAsync(token, choice));
        // A reload must not choose again.
        return Problem == null ? RedirectToPage(new { token }) : answer;
    }

    private async Task<IActionResult> ShowAsync(Func<Task<OfferPage>> ask)
    {
        try
        {
            Offer = await ask();
        }
        catch (BusinessException e) when (e.Code?.StartsWith("PartnerCrm.Meetings:", StringComparison.Ordinal) == true)
        {
            Problem = localizer[e.Code];
            Response.StatusCode = e.Code == MeetingsErrors.OfferUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
        }

        return Page();
    }
}
