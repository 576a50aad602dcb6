using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.PermissionManagement;

/// <summary>Who has which permission, and why.</summary>
public interface IPermissionManager
{
    /// <summary>Whether the permission is granted, and by what.</summary>
    Task<PermissionWithGrantedProviders> GetAsync(string permissionName, string providerName, string providerKey);

    /// <summary>Every permission that the provider may have.</summary>
    Task<List<PermissionWithGrantedProviders>> GetAllAsync(string providerName, string providerKey);

    /// <summary>Grants or takes the permission. A user's permission that comes from a role can't be taken from the user.</summary>
    Task SetAsync(string permissionName, string providerName, string providerKey, bool isGranted);

    Task<PermissionGrant> UpdateProviderKeyAsync(PermissionGrant permissionGrant, string providerKey);

    Task DeleteAsync(string providerName, string providerKey);
}

/// <summary>A permission and what grants it.</summary>
public class PermissionWithGrantedProviders(string name, bool isGranted)
{
    public string Name { get; } = name;
    public bool IsGranted { get; set; } = isGranted;
    public List<PermissionValueProviderInfo> Providers { get; set; } = [];
}

/// <summary>Something that grants a permission.</summary>
public class PermissionValueProviderInfo(string name, string key)
{
    /// <summary><c>U</c>, <c>R</c> or <c>C</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The user's id, the role's name, the client's id.</summary>
    public string Key { get; } = key;
}

/// <summary>Grants of roles.</summary>
public static class RolePermissionManagerExtensions
{
    public static Task<PermissionWithGrantedProviders> GetForRoleAsync(this IPermissionManager permissionManager, string roleName, string permissionName) =>
        permissionManager.GetAsync(permissionName, RolePermissionValueProvider.ProviderName, roleName);

    public static Task<List<PermissionWithGrantedProviders>> GetAllForRoleAsync(this IPermissionManager permissionManager, string roleName) =>
        permissionManager.GetAllAsync(RolePermissionValueProvider.ProviderName, roleName);

    public static Task SetForRoleAsync(this IPermissionManager permissionManager, string roleName, string permissionName, bool isGranted) =>
        permissionManager.SetAsync(permissionName, RolePermissionValueProvider.ProviderName, roleName, isGranted);
}

/// <summary>Grants of users.</summary>
public static class UserPermissionManagerExtensions
{
    /// <summary>What the user may have, by roles too.</summary>
    public static Task<List<PermissionWithGrantedProviders>> GetAllForUserAsync(this IPermissionManager permissionManager, Guid userId) =>
        permissionManager.GetAllAsync(UserPermissionValueProvider.ProviderName, userId.ToString());

    public static Task SetForUserAsync(this IPermissionManager permissionManager, Guid userId, string name, bool isGranted) =>
        permissionManager.SetAsync(name, UserPermissionValueProvider.ProviderName, userId.ToString(), isGranted);
}

internal sealed class PermissionManager(
    IPermissionDefinitionManager definitions, IPermissionGrantRepository grants, IGuidGenerator guids, ICurrentTenant currentTenant,
    IEnumerable<IIdentityUserRepository> users) : IPermissionManager
{
    private static readonly string[] KnownProviders =
        [RolePermissionValueProvider.ProviderName, UserPermissionValueProvider.ProviderName, ClientPermissionValueProvider.ProviderName];

    public async Task<PermissionWithGrantedProviders> GetAsync(string permissionName, string providerName, string providerKey)
    {
        var definition = await definitions.GetAsync(permissionName);
        var sources = await SourcesAsync([permissionName], providerName, providerKey);
        return Describe(permissionName, IsFor(definition, providerName) ? sources : []);
    }

    public async Task<List<PermissionWithGrantedProviders>> GetAllAsync(string providerName, string providerKey)
    {
        var names = (await definitions.GetPermissionsAsync()).Where(d => IsFor(d, providerName)).Select(d => d.Name).ToArray();
        var sources = await SourcesAsync(names, providerName, providerKey);
        return [.. names.Select(name => Describe(name, sources))];
    }

    public async Task SetAsync(string permissionName, string providerName, string providerKey, bool isGranted)
    {
        var definition = await definitions.GetOrNullAsync(permissionName);
        if (definition is not { IsEnabled: true }) throw new AbpException($"The permission named '{permissionName}' is disabled!");

        if (!KnownProviders.Contains(providerName) || (definition.Providers.Count > 0 && !definition.Providers.Contains(providerName)))
        {
            throw new AbpException($"The permission named '{permissionName}' is not compatible with the provider named '{providerName}'");
        }

        if (!definition.MultiTenancySide.HasFlag(currentTenant.GetMultiTenancySide()))
        {
            throw new AbpException($"The permission named '{permissionName}' is not for the current side of multi-tenancy, which is {currentTenant.GetMultiTenancySide()}.");
        }

        var had = await GetAsync(permissionName, providerName, providerKey);
        if (had.IsGranted == isGranted) return;

        if (isGranted)
        {
            await grants.InsertAsync(new PermissionGrant(guids.Create(), permissionName, providerName, providerKey, currentTenant.Id));
        }
        else if (await grants.FindAsync(permissionName, providerName, providerKey) is { } grant)
        {
            await grants.DeleteAsync(grant);
        }
    }

    public async Task<PermissionGrant> UpdateProviderKeyAsync(PermissionGrant permissionGrant, string providerKey)
    {
        permissionGrant.ProviderKey = providerKey;
        return await grants.UpdateAsync(permissionGrant);
    }

    public async Task DeleteAsync(string providerName, string providerKey) =>
        await grants.DeleteManyAsync(await grants.GetListAsync(providerName, providerKey));

    // A user's roles grant too.
    private async Task<List<(string Permission, PermissionValueProviderInfo By)>> SourcesAsync(string[] names, string providerName, string providerKey)
    {
        var owners = new List<PermissionValueProviderInfo> { new(providerName, providerKey) };
        if (providerName == UserPermissionValueProvider.ProviderName && users.FirstOrDefault() is { } repository)
        {
            owners.AddRange((await repository.GetRoleNamesAsync(Guid.Parse(providerKey))).Select(role => new PermissionValueProviderInfo(RolePermissionValueProvider.ProviderName, role)));
        }

        var sources = new List<(string, PermissionValueProviderInfo)>();
        foreach (var owner in owners)
        {
            // Filtered here: a list of all permissions is a long IN for a handful of rows.
            var granted = names.Length == 1
                ? await grants.GetListAsync(names, owner.Name, owner.Key)
                : await grants.GetListAsync(owner.Name, owner.Key);
            sources.AddRange(granted.Select(grant => (grant.Name, owner)));
        }

        return sources;
    }

    private bool IsFor(PermissionDefinition definition, string providerName) =>
        definition.IsEnabled && (definition.Providers.Count == 0 || definition.Providers.Contains(providerName))
        && definition.MultiTenancySide.HasFlag(currentTenant.GetMultiTenancySide());

    private static PermissionWithGrantedProviders Describe(string name, List<(string Permission, PermissionValueProviderInfo By)> sources)
    {
        var by = sources.Where(s => s.Permission == name).Select(s => s.By).ToList();
        return new PermissionWithGrantedProviders(name, by.Count > 0) { Providers = by };
    }
}
