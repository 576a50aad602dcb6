using System.Security.Principal;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace PartnerCrm.Host;

/// <summary>
/// An API client works in its own tenant, whatever its requests ask for. ABP decides so for users only: to it, a client is nobody, who says
/// in a header where to go.
/// </summary>
public class ClientTenant : TenantResolveContributorBase
{
    public override string Name => "ApiClient";

    public override Task ResolveAsync(ITenantResolveContext context)
    {
        var principal = context.ServiceProvider.GetRequiredService<ICurrentPrincipalAccessor>().Principal;
        if (principal?.FindFirst(AbpClaimTypes.ClientId) == null || principal.FindUserId() != null) return Task.CompletedTask;
        context.Handled = true;
        context.TenantIdOrName = principal.FindTenantId()?.ToString();
        return Task.CompletedTask;
    }
}
