using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Host;

/// <summary>
/// What browsers are told about every answer. The web UI gets the one policy its packages run under; the server's own pages need neither scripts
/// nor styles in line, so they get a narrower one.
/// </summary>
public class ResponseHeaders(UiClient ui, ExternalProvider external) : IMiddleware, ISingletonDependency
{
    private static readonly string[] Pages = ["/Account", "/connect", "/o", "/u"];

    // Browsers hold redirects after a form to form-action, too: the UI's own addresses, and the provider people are sent to.
    private readonly string forms = string.Join(' ', ui.Origins.Prepend("'self'").Concat(external.Origin is { } origin ? [origin] : []));

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isPage = Pages.Any(p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = isPage
            ? $"default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action {forms}; base-uri 'none'; frame-ancestors 'none'"
            : $"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' data:; img-src 'self' data:; font-src 'self' data:; "
                + $"object-src 'none'; form-action {forms}; base-uri 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Links with a key in them (offers, unsubscribing, new passwords) must not travel on.
        headers["Referrer-Policy"] = isPage ? "no-referrer" : "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
