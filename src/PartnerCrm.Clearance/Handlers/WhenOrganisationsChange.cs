using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>Keeps a standing for every organisation: its lead owner, and how the law sees it.</summary>
public class WhenOrganisationsChange(IRepository<OrganisationStanding, Guid> standings, ICurrentTenant tenant)
    : ILocalEventHandler<OrganisationChanged>, ITransientDependency
{
    public virtual async Task HandleEventAsync(OrganisationChanged eventData)
    {
        if (await standings.FindAsync(eventData.Organisation.Id) is { } standing)
        {
            standing.Follow(eventData.Organisation);
            await standings.UpdateAsync(standing);
        }
        else
        {
            await standings.InsertAsync(new OrganisationStanding(eventData.Organisation, tenant.Id));
        }
    }
}
