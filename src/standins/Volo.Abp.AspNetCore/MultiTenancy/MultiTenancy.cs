using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.MultiTenancy;
using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Http;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AspNetCore.MultiTenancy
{
    /// <summary>Which tenant a request is for: the caller's own if there is a caller, else what the request names.</summary>
    [DependsOn(typeof(AbpMultiTenancyModule), typeof(AbpAspNetCoreModule))]
    public class AbpAspNetCoreMultiTenancyModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) => Configure<AbpTenantResolveOptions>(options =>
        {
            // The caller's own tenant is resolved before these, and ends the search.
            options.TenantResolvers.Add(new QueryStringTenantResolveContributor());
            options.TenantResolvers.Add(new HeaderTenantResolveContributor());
            options.TenantResolvers.Add(new CookieTenantResolveContributor());
        });
    }

    /// <summary>How requests name tenants.</summary>
    public class AbpAspNetCoreMultiTenancyOptions
    {
        /// <summary>The name of the header, cookie and query parameter.</summary>
        public string TenantKey { get; set; } = TenantResolverConsts.DefaultTenantKey;
    }

    /// <summary>Finds the tenant in the HTTP request.</summary>
    public abstract class HttpTenantResolveContributorBase : TenantResolveContributorBase
    {
        public override async Task ResolveAsync(ITenantResolveContext context)
        {
            if (context.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http
                && await GetTenantIdOrNameFromHttpContextOrNullAsync(context, http) is { Length: > 0 } tenant)
            {
                context.TenantIdOrName = tenant;
            }
        }

        /// <summary>The tenant's id or name, null when the request names none here.</summary>
        protected abstract Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext);

        private protected static string Key(ITenantResolveContext context) =>
            context.ServiceProvider.GetRequiredService<IOptions<AbpAspNetCoreMultiTenancyOptions>>().Value.TenantKey;
    }

    /// <summary>The query parameter <c>__tenant</c>.</summary>
    public class QueryStringTenantResolveContributor : HttpTenantResolveContributorBase
    {
        public override string Name => "QueryString";

        protected override Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext) =>
            Task.FromResult(httpContext.Request.Query[Key(context)].FirstOrDefault());
    }

    /// <summary>The header <c>__tenant</c>.</summary>
    public class HeaderTenantResolveContributor : HttpTenantResolveContributorBase
    {
        public override string Name => "Header";

        protected override Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext) =>
            Task.FromResult(httpContext.Request.Headers[Key(context)].FirstOrDefault());
    }

    /// <summary>The cookie <c>__tenant</c>.</summary>
    public class CookieTenantResolveContributor : HttpTenantResolveContributorBase
    {
        public override string Name => "Cookie";

        protected override Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext) =>
            Task.FromResult(httpContext.Request.Cookies[Key(context)]);
    }

    internal sealed class TenantMiddleware(RequestDelegate next, IOptions<AbpAspNetCoreMultiTenancyOptions> options)
    {
        public async Task InvokeAsync(
            HttpContext context, ITenantConfigurationProvider provider, ICurrentTenant currentTenant, IStringLocalizer<AbpExceptionHandlingResource> texts)
        {
            TenantConfiguration? tenant;
            try
            {
                tenant = await provider.GetAsync(saveResolveResult: true);
            }
            catch (BusinessException)
            {
                var message = texts["TenantNotFoundErrorMessage"].Value;
                context.Response.Cookies.Delete(options.Value.TenantKey);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                context.Response.Headers[AbpHttpConsts.AbpErrorFormat] = "true";
                context.Response.Headers[AbpHttpConsts.AbpTenantResolveError] = Uri.EscapeDataString(message);
                await context.Response.WriteAsJsonAsync(new RemoteServiceErrorResponse(new RemoteServiceErrorInfo(message)));
                return;
            }

            if (tenant?.Id == currentTenant.Id)
            {
                await next(context);
                return;
            }

            using (currentTenant.Change(tenant?.Id, tenant?.Name))
            {
                await next(context);
            }
        }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    /// <summary>Tenants in the pipeline.</summary>
    public static class AbpAspNetCoreMultiTenancyApplicationBuilderExtensions
    {
        /// <summary>Runs the rest for the request's tenant. Goes after authentication, or every caller could name any tenant.</summary>
        public static IApplicationBuilder UseMultiTenancy(this IApplicationBuilder app) => app.UseMiddleware<TenantMiddleware>();
    }
}
