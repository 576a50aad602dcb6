using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Authorization.Permissions;

[Dependency(TryRegister = true)]
internal sealed class NullPermissionStore : IPermissionStore, ISingletonDependency
{
    public Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey) => Task.FromResult(false);

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names, string? providerName, string? providerKey) =>
        Task.FromResult(new MultiplePermissionGrantResult(names, PermissionGrantResult.Prohibited));
}

internal sealed class PermissionValueProviderManager(IServiceProvider serviceProvider, IOptions<AbpPermissionOptions> options)
    : IPermissionValueProviderManager, ISingletonDependency
{
    private readonly Lazy<List<IPermissionValueProvider>> providers = new(
        () => options.Value.ValueProviders.Select(t => (IPermissionValueProvider)serviceProvider.GetRequiredService(t)).ToList());

    public IReadOnlyList<IPermissionValueProvider> ValueProviders => providers.Value;
}

internal sealed class PermissionDefinitionManager : IPermissionDefinitionManager, ISingletonDependency
{
    private readonly Lazy<(List<PermissionGroupDefinition> Groups, Dictionary<string, PermissionDefinition> Permissions)> all;

    public PermissionDefinitionManager(IServiceScopeFactory scopes, IOptions<AbpPermissionOptions> options) => all = new(() =>
    {
        using var scope = scopes.CreateScope();
        var context = new Context(scope.ServiceProvider);
        var providers = options.Value.DefinitionProviders.Select(t => (IPermissionDefinitionProvider)scope.ServiceProvider.GetRequiredService(t)).ToList();
        foreach (var provider in providers) provider.PreDefine(context);
        foreach (var provider in providers) provider.Define(context);
        foreach (var provider in providers) provider.PostDefine(context);

        var permissions = new Dictionary<string, PermissionDefinition>();
        foreach (var permission in context.Groups.SelectMany(g => g.GetPermissionsWithChildren()))
            if (!permissions.TryAdd(permission.Name, permission)) throw new AbpException("Duplicate permission name: " + permission.Name);
        return (context.Groups, permissions);
    });

    public async Task<PermissionDefinition> GetAsync(string name) => await GetOrNullAsync(name) ?? throw new AbpException("Undefined permission: " + name);

    public Task<PermissionDefinition?> GetOrNullAsync(string name) => Task.FromResult(all.Value.Permissions.GetOrDefault(name));

    public Task<IReadOnlyList<PermissionDefinition>> GetPermissionsAsync() => Task.FromResult<IReadOnlyList<PermissionDefinition>>([.. all.Value.Permissions.Values]);

    public Task<IReadOnlyList<PermissionGroupDefinition>> GetGroupsAsync() => Task.FromResult<IReadOnlyList<PermissionGroupDefinition>>(all.Value.Groups);

    private sealed class Context(IServiceProvider serviceProvider) : IPermissionDefinitionContext
    {
        public List<PermissionGroupDefinition> Groups { get; } = [];

        public IServiceProvider ServiceProvider { get; } = serviceProvider;

        public PermissionGroupDefinition GetGroup(string name) => GetGroupOrNull(name) ?? throw new AbpException($"Could not find a permission definition group with the given name: {name}");

        public PermissionGroupDefinition? GetGroupOrNull(string name) => Groups.FirstOrDefault(g => g.Name == name);

        public PermissionGroupDefinition AddGroup(string name, ILocalizableString? displayName = null)
        {
            if (GetGroupOrNull(name) != null) throw new AbpException($"There is already an existing permission group with name: {name}");
            var group = new PermissionGroupDefinition(name, displayName);
            Groups.Add(group);
            return group;
        }

        public void RemoveGroup(string name) => Groups.Remove(GetGroup(name));

        public PermissionDefinition? GetPermissionOrNull(string name) => Groups.Select(g => g.GetPermissionOrNull(name)).FirstOrDefault(p => p != null);
    }
}

internal sealed class PermissionChecker(
    ICurrentPrincipalAccessor principalAccessor, IPermissionDefinitionManager definitions, ICurrentTenant currentTenant, IPermissionValueProviderManager providers)
    : IPermissionChecker, ITransientDependency
{
    public Task<bool> IsGrantedAsync(string name) => IsGrantedAsync(principalAccessor.Principal, name);

    public async Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name)
    {
        if (await FindAsync(claimsPrincipal, name) is not { } permission) return false;
        var context = new PermissionValueCheckContext(permission, claimsPrincipal);
        var granted = false;
        foreach (var provider in providers.ValueProviders.Where(p => MayGrant(p, permission)))
        {
            var result = await provider.CheckAsync(context);
            if (result == PermissionGrantResult.Prohibited) return false;
            granted |= result == PermissionGrantResult.Granted;
        }

        return granted;
    }

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names) => IsGrantedAsync(principalAccessor.Principal, names);

    public async Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names)
    {
        var result = new MultiplePermissionGrantResult();
        var open = new List<PermissionDefinition>();
        foreach (var name in names.Distinct())
        {
            var permission = await FindAsync(claimsPrincipal, name);
            result.Result[name] = permission == null ? PermissionGrantResult.Prohibited : PermissionGrantResult.Undefined;
            if (permission != null) open.Add(permission);
        }

        foreach (var provider in providers.ValueProviders)
        {
            var asked = open.Where(p => MayGrant(provider, p) && result.Result[p.Name] != PermissionGrantResult.Prohibited).ToList();
            if (asked.Count == 0) continue;
            foreach (var (name, grant) in (await provider.CheckAsync(new PermissionValuesCheckContext(asked, claimsPrincipal))).Result)
                if (grant != PermissionGrantResult.Undefined && result.Result[name] != PermissionGrantResult.Prohibited) result.Result[name] = grant;
        }

        return result;
    }

    // A permission that is switched off, or meant for the other side, is one that nobody here has.
    private async Task<PermissionDefinition?> FindAsync(ClaimsPrincipal? principal, string name)
    {
        var permission = await definitions.GetOrNullAsync(Check.NotNull(name, nameof(name)));
        var side = principal?.GetMultiTenancySide() ?? currentTenant.GetMultiTenancySide();
        return permission is { IsEnabled: true } && permission.MultiTenancySide.HasFlag(side) ? permission : null;
    }

    private static bool MayGrant(IPermissionValueProvider provider, PermissionDefinition permission) =>
        permission.Providers.Count == 0 || permission.Providers.Contains(provider.Name);
}
