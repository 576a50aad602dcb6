using Microsoft.AspNetCore.Mvc.RazorPages;
using PartnerCrm.Engagement;

namespace PartnerCrm.Host.Pages;

/// <summary>What this is; in practice mode also where its made-up people stand. Outside practice mode nothing of anybody is shown.</summary>
public class AboutModel(LiveBoard live, IConfiguration configuration) : PageModel
{
    private const string RenewEverySeconds = "5";

    public IReadOnlyList<BoardColumn>? Board { get; private set; }

    public async Task OnGetAsync()
    {
        if (!configuration.IsDemo()) return;
        Board = await live.GetAsync(HttpContext.RequestAborted);
        Response.Headers["Refresh"] = RenewEverySeconds;
    }
}
