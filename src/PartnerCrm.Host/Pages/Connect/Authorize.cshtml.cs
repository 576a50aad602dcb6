using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace PartnerCrm.Host.Pages.Connect;

/// <summary>
/// Sends the browser back to the client with a code, after a sign-in where there was none. There is nothing to consent to: the only client is our
/// own UI. A page is shown only to those who can't be sent anywhere.
/// </summary>
public class AuthorizeModel(UiClient client, AuthorizationGrants grants, IConfiguration configuration) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (AuthorizeRequest.Read(Request.Query, client) is not { } asked)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (asked.Error is { } error) return Back(asked, ("error", error.Error), ("error_description", error.Description));
        if (asked.Prompt == "login") return SignInFirst();
        if (User.FindSession() is { } session && await grants.AuthorizeAsync(session, asked) is { } code) return Back(asked, ("code", code));
        return asked.Prompt == "none" ? Back(asked, ("error", "login_required")) : SignInFirst();
    }

    // Asked for once: back here, the sign-in has happened.
    private RedirectToPageResult SignInFirst()
    {
        var query = Request.Query.Where(p => p.Key != "prompt").SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value));
        return RedirectToPage("/Account/Login", new
        {
            ReturnUrl = QueryHelpers.AddQueryString(Request.Path, query),
            culture = Request.Query["culture"].FirstOrDefault(),
            again = Request.Query["prompt"] == "login" ? true : (bool?)null,
        });
    }

    private RedirectResult Back(AuthorizeRequest asked, params (string Name, string? Value)[] answer)
    {
        var parameters = answer.Append(("state", asked.State)).Append(("iss", TokenEndpoints.Issuer(configuration)));
        return Redirect(QueryHelpers.AddQueryString(asked.RedirectUri, parameters.Select(p => KeyValuePair.Create(p.Item1, p.Item2))));
    }
}
