using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Authorization;
using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Http;
using Volo.Abp.Logging;

namespace Volo.Abp.AspNetCore.ExceptionHandling;

internal static class ErrorResponse
{
    // The caller has gone: nobody reads the answer, and nothing went wrong.
    private const int ClientClosedRequest = 499;

    /// <summary>Whether an error of this request is answered in the error format: API calls are, pages are not.</summary>
    public static bool IsWanted(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
            ? action.HasObjectResult() || AcceptsJson(context.Request)
            : AcceptsJson(context.Request);

    /// <summary>Sets status and headers for the exception and returns the body; null when there is nobody to read it.</summary>
    public static async Task<RemoteServiceErrorResponse?> PrepareAsync(HttpContext context, Exception exception)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest;
            return null;
        }

        var services = context.RequestServices;
        var error = services.GetRequiredService<IExceptionToErrorInfoConverter>().Convert(exception);
        var status = services.GetRequiredService<IHttpExceptionStatusCodeFinder>().GetStatusCode(context, exception);
        Log(services, exception, status);

        if (exception is AbpAuthorizationException && status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            await ChallengeOrForbidAsync(context);
            var texts = services.GetRequiredService<IStringLocalizer<AbpExceptionHandlingResource>>();
            error.Message = texts[$"DefaultErrorMessage{(int)status}"];
            error.Details ??= texts[$"DefaultErrorMessage{(int)status}Detail"];
        }

        context.Response.StatusCode = (int)status;
        context.Response.Headers[AbpHttpConsts.AbpErrorFormat] = "true";
        context.Response.Headers.CacheControl = "no-store";
        return new RemoteServiceErrorResponse(error);
    }

    public static async Task WriteAsync(HttpContext context, Exception exception)
    {
        if (await PrepareAsync(context, exception) is { } body)
        {
            var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
            await context.Response.WriteAsJsonAsync(body, json, CancellationToken.None);
        }
    }

    // The scheme says how to authenticate (WWW-Authenticate); where it would redirect to a page, only the status stays.
    private static async Task ChallengeOrForbidAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var provider = services.GetService<IAuthenticationSchemeProvider>();
        var authenticated = context.User.Identity?.IsAuthenticated == true;
        var scheme = services.GetRequiredService<IOptions<AbpAuthorizationExceptionHandlerOptions>>().Value.AuthenticationScheme;
        if (provider == null) return;

        scheme ??= (authenticated ? await provider.GetDefaultForbidSchemeAsync() : await provider.GetDefaultChallengeSchemeAsync())?.Name;
        if (scheme == null) return;

        await (authenticated ? context.ForbidAsync(scheme) : context.ChallengeAsync(scheme));
        context.Response.Headers.Remove("Location");
    }

    private static bool AcceptsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            || request.Headers.XRequestedWith == "XMLHttpRequest"
            || (!accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) && request.Path.StartsWithSegments("/api"));
    }

    private static void Log(IServiceProvider services, Exception exception, HttpStatusCode status)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Volo.Abp.AspNetCore.ExceptionHandling");
        var level = exception is IHasLogLevel has ? has.LogLevel
            : (int)status >= 500 ? LogLevel.Error : LogLevel.Information;
        if ((int)status >= 500)
        {
            logger.Log(level, exception, "A request failed: {Message}", exception.Message);
        }
        else
        {
            logger.Log(level, "A request was refused with {Status}: {Type}: {Message}", (int)status, exception.GetType().Name, exception.Message);
        }
    }
}

internal sealed class ExceptionHandlingMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && ErrorResponse.IsWanted(context))
        {
            context.Response.Headers.ContentLength = null;
            context.Response.Headers.ETag = default;
            await ErrorResponse.WriteAsync(context, exception);
        }
    }
}

/// <summary>What the authorization middleware refuses is answered like what a service refuses.</summary>
internal sealed class ErrorFormatAuthorizationResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler pages = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded || policy.AuthenticationSchemes.Count > 0 || !ErrorResponse.IsWanted(context)
            ? pages.HandleAsync(next, context, policy, authorizeResult)
            : ErrorResponse.WriteAsync(context, new AbpAuthorizationException("The endpoint's authorization policy was not met."));
}
