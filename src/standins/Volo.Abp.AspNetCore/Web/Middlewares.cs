using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Uow;
using Volo.Abp.AspNetCore.WebClientInfo;
using Volo.Abp.Auditing;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.Tracing
{
    internal sealed class CorrelationIdMiddleware(RequestDelegate next, IOptions<AbpCorrelationIdOptions> options, ICorrelationIdProvider provider)
    {
        // As long as the columns that keep it.
        private const int MaxLength = 64;

        public async Task InvokeAsync(HttpContext context)
        {
            var header = options.Value.HttpHeaderName;
            var sent = context.Request.Headers[header].ToString();
            var id = IsUsable(sent) ? sent : Guid.NewGuid().ToString("N");
            if (options.Value.SetResponseHeader)
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[header] = id;
                    return Task.CompletedTask;
                });
            }

            using (provider.Change(id))
            {
                await next(context);
            }
        }

        // It is written to logs and rows: nothing but letters, digits and the usual separators.
        private static bool IsUsable(string id) =>
            id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '|');
    }
}

namespace Volo.Abp.AspNetCore.Security
{
    /// <summary>Headers of <c>UseAbpSecurityHeaders</c>.</summary>
    public class AbpSecurityHeadersOptions
    {
        public bool UseContentSecurityPolicyHeader { get; set; }

        /// <summary>The policy; a cautious one when empty.</summary>
        public string? ContentSecurityPolicyValue { get; set; }

        /// <summary>More headers, each unless the response has it already.</summary>
        public Dictionary<string, string> Headers { get; } = [];
    }

    internal sealed class SecurityHeadersMiddleware(RequestDelegate next, IOptions<AbpSecurityHeadersOptions> options)
    {
        private const string DefaultPolicy = "object-src 'none'; form-action 'self'; frame-ancestors 'none'";

        public Task InvokeAsync(HttpContext context)
        {
            var headers = context.Response.Headers;
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("X-Frame-Options", "SAMEORIGIN");
            headers.TryAdd("X-XSS-Protection", "1; mode=block");
            if (options.Value.UseContentSecurityPolicyHeader)
            {
                headers.TryAdd("Content-Security-Policy", options.Value.ContentSecurityPolicyValue.IsNullOrEmpty() ? DefaultPolicy : options.Value.ContentSecurityPolicyValue);
            }

            foreach (var (name, value) in options.Value.Headers) headers.TryAdd(name, value);

            return next(context);
        }
    }
}

namespace Volo.Abp.AspNetCore.Uow
{
    /// <summary>Requests that run without a unit of work.</summary>
    public class AbpAspNetCoreUnitOfWorkOptions
    {
        public List<string> IgnoredUrls { get; } = [];
    }

    internal sealed class UnitOfWorkMiddleware(RequestDelegate next, IUnitOfWorkManager manager, IOptions<AbpAspNetCoreUnitOfWorkOptions> options)
    {
        /// <summary>The request's unit of work; whoever takes it ends it.</summary>
        public static IUnitOfWork? Take(HttpContext context) =>
            context.Items.Remove(typeof(UnitOfWorkMiddleware), out var uow) ? (IUnitOfWork?)uow : null;

        public async Task InvokeAsync(HttpContext context)
        {
            var path = context.Request.Path.Value ?? "";
            if (options.Value.IgnoredUrls.Any(url => path.StartsWith(url, StringComparison.OrdinalIgnoreCase)))
            {
                await next(context);
                return;
            }

            using var uow = manager.Reserve(UnitOfWork.UnitOfWorkReservationName);
            context.Items[typeof(UnitOfWorkMiddleware)] = uow;
            await next(context);

            // Actions and pages end it themselves, before their result is written.
            if (context.Items.Remove(typeof(UnitOfWorkMiddleware))) await uow.CompleteAsync(context.RequestAborted);
        }
    }
}

namespace Volo.Abp.AspNetCore.Auditing
{
    /// <summary>Requests that are not recorded.</summary>
    public class AbpAspNetCoreAuditingOptions
    {
        public List<string> IgnoredUrls { get; } = [];
    }

    internal sealed class AuditingMiddleware(
        RequestDelegate next, IOptions<AbpAuditingOptions> auditing, IOptions<AbpAspNetCoreAuditingOptions> options)
    {
        public async Task InvokeAsync(HttpContext context, IAuditingManager manager, ICurrentUser currentUser, IWebClientInfoProvider client)
        {
            var path = context.Request.Path.Value ?? "";
            if (!auditing.Value.IsEnabled || options.Value.IgnoredUrls.Any(url => path.StartsWith(url, StringComparison.OrdinalIgnoreCase)))
            {
                await next(context);
                return;
            }

            using var scope = manager.BeginScope();
            var log = manager.Current!.Log;
            log.HttpMethod = context.Request.Method;
            log.ClientIpAddress = client.ClientIpAddress;
            log.BrowserInfo = client.BrowserInfo;

            // Without the query: it may hold names and tokens.
            log.Url = $"{context.Request.PathBase}{context.Request.Path}";
            try
            {
                await next(context);
            }
            catch (Exception exception)
            {
                log.Exceptions.AddIfNotContains(exception);
                throw;
            }
            finally
            {
                log.HttpStatusCode ??= context.Response.StatusCode;
                if (ShouldSave(context, log, currentUser)) await scope.SaveAsync();
            }
        }

        private bool ShouldSave(HttpContext context, AuditLogInfo log, ICurrentUser currentUser) =>
            (auditing.Value.AlwaysLogOnException && log.Exceptions.Count > 0)
            || ((auditing.Value.IsEnabledForAnonymousUsers || currentUser.IsAuthenticated)
                && (auditing.Value.IsEnabledForGetRequests || RequestTransactionBehaviour.IsWrite(context.Request)));
    }
}
