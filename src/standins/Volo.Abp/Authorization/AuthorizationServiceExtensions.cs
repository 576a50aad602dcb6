using Volo.Abp;
using Volo.Abp.Authorization;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Authorization of the current principal.</summary>
public static class AbpAuthorizationServiceExtensions
{
    public static Task<AuthorizationResult> AuthorizeAsync(this IAuthorizationService authorizationService, string policyName) =>
        Abp(authorizationService).AuthorizeAsync(Abp(authorizationService).CurrentPrincipal, null, policyName);

    public static Task<AuthorizationResult> AuthorizeAsync(this IAuthorizationService authorizationService, object? resource, string policyName) =>
        Abp(authorizationService).AuthorizeAsync(Abp(authorizationService).CurrentPrincipal, resource, policyName);

    public static Task<AuthorizationResult> AuthorizeAsync(this IAuthorizationService authorizationService, AuthorizationPolicy policy) =>
        authorizationService.AuthorizeAsync(Abp(authorizationService).CurrentPrincipal, null, policy.Requirements);

    public static async Task<bool> IsGrantedAsync(this IAuthorizationService authorizationService, string policyName) =>
        (await authorizationService.AuthorizeAsync(policyName)).Succeeded;

    public static async Task<bool> IsGrantedAsync(this IAuthorizationService authorizationService, AuthorizationPolicy policy) =>
        (await authorizationService.AuthorizeAsync(policy)).Succeeded;

    public static async Task<bool> IsGrantedAnyAsync(this IAuthorizationService authorizationService, params string[] policyNames)
    {
        foreach (var name in policyNames)
            if (await authorizationService.IsGrantedAsync(name)) return true;
        return false;
    }

    public static async Task CheckAsync(this IAuthorizationService authorizationService, string policyName)
    {
        if (!await authorizationService.IsGrantedAsync(policyName))
            throw new AbpAuthorizationException(code: AbpAuthorizationErrorCodes.GivenPolicyHasNotGrantedWithPolicyName).WithData("PolicyName", policyName);
    }

    public static async Task CheckAsync(this IAuthorizationService authorizationService, AuthorizationPolicy policy)
    {
        if (!await authorizationService.IsGrantedAsync(policy))
            throw new AbpAuthorizationException(code: AbpAuthorizationErrorCodes.GivenPolicyHasNotGranted);
    }

    private static IAbpAuthorizationService Abp(IAuthorizationService service) => service as IAbpAuthorizationService
        ?? throw new AbpException($"The authorization service should implement {typeof(IAbpAuthorizationService).FullName}");
}
