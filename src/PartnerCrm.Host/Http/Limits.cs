using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Localization;
using Volo.Abp.Security.Claims;

namespace PartnerCrm.Host;

/// <summary>
/// How much one caller may ask for in a minute (configuration section Limits), and how much it may send at once. Behind a proxy, set
/// ASPNETCORE_FORWARDEDHEADERS_ENABLED, or everybody is one caller.
/// </summary>
public static class Limits
{
    /// <summary>What any request may carry; the upload of files has a limit of its own.</summary>
    private const long LargestBody = 4 * 1024 * 1024;

    private const long LargestForm = 64 * 1024;
    private const int SecondsInAMinute = 60;
    private static readonly string[] FormPaths = ["/Account", "/connect", "/o", "/u"];

    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Limits");
        var perMinute = new Dictionary<Kind, int>
        {
            // A campus may share one address; an account of its own is guarded by its lock.
            [Kind.SignIn] = section.GetValue("SignInPerMinute", 60),
            [Kind.Token] = section.GetValue("TokenPerMinute", 300),
            [Kind.PublicPage] = section.GetValue("PublicPagesPerMinute", 60),
            [Kind.Call] = section.GetValue("CallsPerMinute", 6000),
            [Kind.AnonymousCall] = section.GetValue("AnonymousCallsPerMinute", 600),
        };
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = LargestBody);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) => new ValueTask(RefuseAsync(context.HttpContext, context.Lease));
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (Kind Kind, string Caller)>(http => KindOf(http.Request, http.User.Identity?.IsAuthenticated == true) is { } kind
                ? RateLimitPartition.GetTokenBucketLimiter((kind, Caller(http, kind)), _ => Bucket(perMinute[kind]))
                : RateLimitPartition.GetNoLimiter((Kind.Free, "")));
        });
    }

    /// <summary>Says no to what is too large before it is read. Goes after UseRouting: an upload says itself how large it may be.</summary>
    public static void UseSizeLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size) return next(context);
        if (IsUnder(context.Request, FormPaths)) size.MaxRequestBodySize = LargestForm;
        else if (context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own) size.MaxRequestBodySize = own.MaxRequestBodySize;
        if (context.Request.ContentLength is not { } length || size.MaxRequestBodySize is not { } most || length <= most) return next(context);
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<SignInResource>>();
        return SayAsync(context, StatusCodes.Status413PayloadTooLarge, "PartnerCrm:RequestTooLarge", "invalid_request", texts["TooLarge", most / 1024]);
    });

    private enum Kind
    {
        Free, SignIn, Token, PublicPage, Call, AnonymousCall,
    }

    private static Kind? KindOf(HttpRequest request, bool isKnown) =>
        IsUnder(request, "/Account") ? HttpMethods.IsPost(request.Method) ? Kind.SignIn : Kind.AnonymousCall
        : IsUnder(request, "/connect") ? Kind.Token
        : IsUnder(request, "/o", "/u") ? Kind.PublicPage
        : IsUnder(request, "/api") ? isKnown ? Kind.Call : Kind.AnonymousCall
        : null;

    private static string Caller(HttpContext http, Kind kind) => kind == Kind.Call
        ? $"{http.User.FindFirst(AbpClaimTypes.ClientId)?.Value} {http.User.FindFirst(AbpClaimTypes.UserId)?.Value}"
        : http.Connection.RemoteIpAddress?.ToString() ?? "";

    // A full minute's worth at once, then as it trickles in.
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / SecondsInAMinute),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, (double)SecondsInAMinute / perMinute)),
        QueueLimit = 0,
        AutoReplenishment = true,
    };

    private static async Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var said = context.RequestServices.GetRequiredService<IStringLocalizer<SignInResource>>()["TooMany", seconds].Value;
        await SayAsync(context, StatusCodes.Status429TooManyRequests, "PartnerCrm:TooManyRequests", "temporarily_unavailable", said);
    }

    // In the words of whoever asks: ABP's format, OAuth's, or a page.
    private static async Task SayAsync(HttpContext context, int status, string code, string error, string said)
    {
        context.Response.StatusCode = status;
        if (IsUnder(context.Request, "/api")) await context.RefuseAsync(status, code, said);
        else if (IsUnder(context.Request, "/connect") && !IsUnder(context.Request, "/connect/authorize", "/connect/endsession")) await context.Response.WriteAsJsonAsync(new { error, error_description = said });
        else await RefusalPage.WriteAsync(context, said);
    }

    private static bool IsUnder(HttpRequest request, params string[] paths) => paths.Any(p => request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));
}
