using System.Collections.Frozen;
using Volo.Abp.AspNetCore.Caching;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.PermissionManagement;

// One query for everything that a user, role or client may do, then memory.
internal sealed class PermissionStore(
    IPermissionGrantRepository grants, ICurrentTenant currentTenant,
    ChangeAwareCache<(Guid? TenantId, string? ProviderName, string? ProviderKey), FrozenSet<string>> cache) : IPermissionStore
{
    public async Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey) =>
        (await GrantedAsync(providerName, providerKey)).Contains(name);

    public async Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names, string? providerName, string? providerKey)
    {
        var granted = await GrantedAsync(providerName, providerKey);
        var result = new MultiplePermissionGrantResult();
        foreach (var name in names) result.Result[name] = granted.Contains(name) ? PermissionGrantResult.Granted : PermissionGrantResult.Undefined;

        return result;
    }

    private Task<FrozenSet<string>> GrantedAsync(string? providerName, string? providerKey) => cache.GetAsync(
        (currentTenant.Id, providerName, providerKey),
        async () => (await grants.GetListAsync(providerName!, providerKey)).Select(g => g.Name).ToFrozenSet());
}

internal sealed class PermissionGrantChanges(ChangeAwareCache<(Guid? TenantId, string? ProviderName, string? ProviderKey), FrozenSet<string>> cache)
    : ILocalEventHandler<EntityChangedEventData<PermissionGrant>>
{
    public Task HandleEventAsync(EntityChangedEventData<PermissionGrant> eventData)
    {
        cache.Changed();
        return Task.CompletedTask;
    }
}
