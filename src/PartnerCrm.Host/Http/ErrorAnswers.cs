using Microsoft.Extensions.Localization;

namespace PartnerCrm.Host;

/// <summary>Errors said by the host itself, in ABP's format (RemoteServiceErrorResponse).</summary>
public static class ErrorAnswers
{
    private static readonly Dictionary<int, (string Code, string Text)> Said = new()
    {
        [StatusCodes.Status404NotFound] = ("PartnerCrm:NoSuchAddress", "Api:NoSuchAddress"),
        [StatusCodes.Status405MethodNotAllowed] = ("PartnerCrm:WrongMethod", "Api:WrongMethod"),
        [StatusCodes.Status415UnsupportedMediaType] = ("PartnerCrm:WrongContentType", "Api:WrongContentType"),
    };

    /// <summary>The API never refuses without a word: what routing turns away gets a sentence, too.</summary>
    public static void UseErrorAnswers(this IApplicationBuilder app) => app.UseStatusCodePages(pages =>
    {
        var http = pages.HttpContext;
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !Said.TryGetValue(http.Response.StatusCode, out var said)) return Task.CompletedTask;
        return http.RefuseAsync(http.Response.StatusCode, said.Code, http.RequestServices.GetRequiredService<IStringLocalizer<SignInResource>>()[said.Text]);
    });

    public static async Task RefuseAsync(this HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["_AbpErrorFormat"] = "true";
        await context.Response.WriteAsJsonAsync(new { error = new { code, message } });
    }
}
