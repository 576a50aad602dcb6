using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;

namespace PartnerCrm.Host;

/// <summary>What API clients may do. ABP keeps these grants outside of tenants: a client id is one over all of them.</summary>
public class ClientGrants(IPermissionGrantRepository grants, IPermissionDataSeeder seeder, ICurrentTenant tenant) : ITransientDependency
{
    private const string Provider = ClientPermissionValueProvider.ProviderName;

    public async Task<IReadOnlyList<string>> OfAsync(string clientId)
    {
        using (tenant.Change(null)) return (await grants.GetListAsync(Provider, clientId)).ConvertAll(g => g.Name);
    }

    /// <summary>From now on these, and no others.</summary>
    public async Task SetAsync(string clientId, IReadOnlyCollection<string> permissions)
    {
        using (tenant.Change(null))
        {
            await grants.DeleteManyAsync((await grants.GetListAsync(Provider, clientId)).Where(g => !permissions.Contains(g.Name)));
            await seeder.SeedAsync(Provider, clientId, permissions);
        }
    }
}
