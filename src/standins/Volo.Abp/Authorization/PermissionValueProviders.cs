using System.Security.Claims;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Authorization.Permissions;

/// <summary>Grants to the user.</summary>
public class UserPermissionValueProvider(IPermissionStore permissionStore) : PermissionValueProvider(permissionStore)
{
    public const string ProviderName = "U";

    public override string Name => ProviderName;

    public override Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context) =>
        Grants.CheckOneAsync(PermissionStore, context, Name, Grants.Key(context.Principal, AbpClaimTypes.UserId));

    public override Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context) =>
        Grants.CheckManyAsync(PermissionStore, context, Name, Grants.Key(context.Principal, AbpClaimTypes.UserId));
}

/// <summary>Grants to any of the user's roles.</summary>
public class RolePermissionValueProvider(IPermissionStore permissionStore) : PermissionValueProvider(permissionStore)
{
    public const string ProviderName = "R";

    public override string Name => ProviderName;

    public override Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context) =>
        Grants.CheckOneAsync(PermissionStore, context, Name, Roles(context.Principal));

    public override Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context) =>
        Grants.CheckManyAsync(PermissionStore, context, Name, Roles(context.Principal));

    private static string[] Roles(ClaimsPrincipal? principal) =>
        principal?.FindAll(AbpClaimTypes.Role).Select(c => c.Value).Distinct().ToArray() ?? [];
}

/// <summary>Grants to the calling system; they are kept by the host, whoever's tenant it works for.</summary>
public class ClientPermissionValueProvider(IPermissionStore permissionStore, ICurrentTenant currentTenant) : PermissionValueProvider(permissionStore)
{
    public const string ProviderName = "C";

    public override string Name => ProviderName;

    public override async Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context)
    {
        using var host = currentTenant.Change(null);
        return await Grants.CheckOneAsync(PermissionStore, context, Name, Grants.Key(context.Principal, AbpClaimTypes.ClientId));
    }

    public override async Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context)
    {
        using var host = currentTenant.Change(null);
        return await Grants.CheckManyAsync(PermissionStore, context, Name, Grants.Key(context.Principal, AbpClaimTypes.ClientId));
    }
}

internal static class Grants
{
    public static string[] Key(ClaimsPrincipal? principal, string claimType) => principal?.FindFirst(claimType)?.Value is { } value ? [value] : [];

    public static async Task<PermissionGrantResult> CheckOneAsync(IPermissionStore store, PermissionValueCheckContext context, string provider, string[] keys)
    {
        foreach (var key in keys)
            if (await store.IsGrantedAsync(context.Permission.Name, provider, key)) return PermissionGrantResult.Granted;
        return PermissionGrantResult.Undefined;
    }

    public static async Task<MultiplePermissionGrantResult> CheckManyAsync(
        IPermissionStore store, PermissionValuesCheckContext context, string provider, string[] keys)
    {
        var names = context.Permissions.Select(p => p.Name).Distinct().ToArray();
        var result = new MultiplePermissionGrantResult(names);
        foreach (var key in keys)
        {
            var open = names.Where(n => result.Result[n] == PermissionGrantResult.Undefined).ToArray();
            if (open.Length == 0) break;
            foreach (var (name, grant) in (await store.IsGrantedAsync(open, provider, key)).Result)
                if (grant != PermissionGrantResult.Undefined) result.Result[name] = grant;
        }

        return result;
    }
}
