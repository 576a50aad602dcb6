using System.Security.Claims;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace System.Security.Principal;

public static class AbpClaimsIdentityExtensions
{
    public static Guid? FindUserId(this ClaimsPrincipal principal) => Id(principal, AbpClaimTypes.UserId);

    public static Guid? FindTenantId(this ClaimsPrincipal principal) => Id(principal, AbpClaimTypes.TenantId);

    public static string? FindClientId(this ClaimsPrincipal principal) => principal.FindFirst(AbpClaimTypes.ClientId)?.Value;

    public static ClaimsIdentity AddIfNotContains(this ClaimsIdentity claimsIdentity, Claim claim)
    {
        if (!claimsIdentity.Claims.Any(c => string.Equals(c.Type, claim.Type, StringComparison.OrdinalIgnoreCase))) claimsIdentity.AddClaim(claim);
        return claimsIdentity;
    }

    private static Guid? Id(ClaimsPrincipal principal, string type) => Guid.TryParse(principal.FindFirst(type)?.Value, out var id) ? id : null;
}

public static class AbpMultiTenancyClaimsIdentityExtensions
{
    public static MultiTenancySides GetMultiTenancySide(this ClaimsPrincipal principal) =>
        principal.FindTenantId() == null ? MultiTenancySides.Host : MultiTenancySides.Tenant;
}
