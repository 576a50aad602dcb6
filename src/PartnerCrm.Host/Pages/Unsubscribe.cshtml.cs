using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartnerCrm.Mail;
using Volo.Abp;

namespace PartnerCrm.Host.Pages;

/// <summary>
/// RFC 8058: mail programs POST here without cookies or sign-in, so there is no antiforgery token; a GET only shows the button, since mail
/// scanners follow links.
/// </summary>
[IgnoreAntiforgeryToken]
public class UnsubscribeModel(UnsubscribePages pages) : PageModel
{
    public UnsubscribePageDto? Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token) => await ShowAsync(token);

    public async Task<IActionResult> OnPostAsync(string token)
    {
        try
        {
            await pages.UnsubscribeAsync(token);
        }
        catch (BusinessException e) when (e.Code == MailErrors.UnknownLink)
        {
            // Said by the page below.
        }

        return await ShowAsync(token);
    }

    private async Task<IActionResult> ShowAsync(string token)
    {
        try
        {
            Known = await pages.GetAsync(token);
        }
        catch (BusinessException e) when (e.Code == MailErrors.UnknownLink)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }
}
