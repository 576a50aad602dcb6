using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;
using static System.Net.WebUtility;

namespace PartnerCrm.Host;

/// <summary>A sentence and the way back, for somebody who is turned away before a page could answer.</summary>
public static class RefusalPage
{
    public static Task WriteAsync(HttpContext context, string said)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<SignInResource>>();
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{HtmlEncode(texts["Refused:Title"])} · PartnerCrm</title>
                <link rel="stylesheet" href="{context.Request.PathBase}/account.css">
                <link rel="icon" href="{context.Request.PathBase}/logo.svg" type="image/svg+xml">
            </head>
            <body>
                <div class="frame">
                    <main>
                        <h1>{HtmlEncode(texts["Refused:Title"])}</h1>
                        <p role="alert">{HtmlEncode(said)}</p>
                        <a class="button" href="{HtmlEncode(Here(context.Request))}">{HtmlEncode(texts["Refused:Again"])}</a>
                    </main>
                </div>
            </body>
            </html>
            """);
    }

    // The page itself, not what it was to do.
    private static string Here(HttpRequest request)
    {
        var query = request.Query.Where(p => p.Key != "handler").SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value ?? ""));
        return request.PathBase + request.Path + new QueryBuilder(query);
    }
}
