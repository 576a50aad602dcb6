using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;

namespace PartnerCrm.Host;

/// <summary>Ties the sign-in cookie to a session: whoever signs in, by whatever way, gets one; without it the cookie is worth nothing.</summary>
public class SessionCookies(Sessions sessions, LiveSessions live, IOptions<IdentityOptions> identity) : CookieAuthenticationEvents, ITransientDependency
{
    public override async Task SigningIn(CookieSigningInContext context)
    {
        if (context.Principal is not { Identity: ClaimsIdentity person } principal || principal.FindUserId() is not { } userId) return;
        var stamp = principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) ?? "";
        var now = context.HttpContext.User;
        if (now.FindUserId() == userId && now.FindSession() is { } same)
        {
            await sessions.GoOnAsync(same, stamp);
            person.AddClaim(new Claim(AbpClaimTypes.SessionId, same.ToString()));
            return;
        }

        var session = await sessions.StartAsync(principal.FindTenantId(), userId, stamp, Visitor.Of(context.HttpContext), context.Properties.IsPersistent);
        person.AddClaim(new Claim(AbpClaimTypes.SessionId, session.Id.ToString()));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindSession() is { } session && await live.IsAliveAsync(session)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (context.HttpContext.User is { } person && person.FindUserId() is { } userId && person.FindSession() is { } session)
            await sessions.EndAsync(session, userId);
    }
}

public static class SessionClaims
{
    public static Guid? FindSession(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(AbpClaimTypes.SessionId), out var id) ? id : null;
}
