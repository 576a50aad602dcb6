using System.Security.Claims;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;

namespace PartnerCrm.Tests;

/// <summary>Everybody may call everything: who may what is tested where there are roles.</summary>
public sealed class EverybodyMay : IMethodInvocationAuthorizationService
{
    public Task CheckAsync(MethodInvocationAuthorizationContext context) => Task.CompletedTask;
}

/// <summary>Everybody has every permission.</summary>
public sealed class EverythingGranted : IPermissionChecker
{
    public Task<bool> IsGrantedAsync(string name) => Task.FromResult(true);

    public Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name) => Task.FromResult(true);

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names) =>
        Task.FromResult(new MultiplePermissionGrantResult(names, PermissionGrantResult.Granted));

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names) => IsGrantedAsync(names);
}
