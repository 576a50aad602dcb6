using Microsoft.AspNetCore.Http.Extensions;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>The same page in another language.</summary>
public static class LanguageLinks
{
    public static string To(HttpRequest request, string culture)
    {
        var others = request.Query.Where(p => p.Key is not ("culture" or "ui-culture" or "handler")).SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value ?? ""));
        return request.PathBase + request.Path + new QueryBuilder(others) { { "culture", culture } };
    }
}
