using System.Security.Claims;
using Volo.Abp.Authorization.Permissions;

namespace PartnerCrm.Tests.Engagement;

/// <summary>Everybody may everything: who may what is tested where there are roles.</summary>
public sealed class EverythingGranted : IPermissionChecker
{
    public Task<bool> IsGrantedAsync(string name) => Task.FromResult(true);

    public Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name) => Task.FromResult(true);

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names) =>
        Task.FromResult(new MultiplePermissionGrantResult(names, PermissionGrantResult.Granted));

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names) => IsGrantedAsync(names);
}
