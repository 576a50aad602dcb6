using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Volo.Abp.Security.Claims;
using Volo.Abp.Threading;
using Volo.Abp.Uow;

namespace Volo.Abp.AspNetCore.WebClientInfo
{
    /// <summary>Where the current request comes from; each null outside a request.</summary>
    public interface IWebClientInfoProvider
    {
        string? BrowserInfo { get; }

        /// <summary>The address of the caller, after forwarded headers if the host trusts them.</summary>
        string? ClientIpAddress { get; }
    }

    internal sealed class HttpContextWebClientInfoProvider(IHttpContextAccessor accessor) : IWebClientInfoProvider
    {
        public string? BrowserInfo => accessor.HttpContext?.Request.Headers.UserAgent.ToString();

        public string? ClientIpAddress => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();
    }
}

namespace Volo.Abp.AspNetCore.Security.Claims
{
    internal sealed class HttpContextCurrentPrincipalAccessor(IHttpContextAccessor accessor) : ThreadCurrentPrincipalAccessor
    {
        protected override ClaimsPrincipal GetClaimsPrincipal() => accessor.HttpContext?.User ?? base.GetClaimsPrincipal();
    }
}

namespace Volo.Abp.AspNetCore.Threading
{
    internal sealed class HttpContextCancellationTokenProvider(
        IAmbientScopeProvider<CancellationTokenOverride> overrides, IHttpContextAccessor accessor) : CancellationTokenProviderBase(overrides)
    {
        public override CancellationToken Token => OverrideValue?.CancellationToken ?? accessor.HttpContext?.RequestAborted ?? CancellationToken.None;
    }
}

namespace Volo.Abp.AspNetCore.Uow
{
    // Reads need no transaction; everything else has one unless a method says otherwise.
    internal sealed class RequestTransactionBehaviour(IHttpContextAccessor accessor) : IUnitOfWorkTransactionBehaviourProvider
    {
        public bool? IsTransactional => accessor.HttpContext == null ? null : IsWrite(accessor.HttpContext.Request);

        public static bool IsWrite(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
    }
}
