using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace PartnerCrm.Partners;

public class OrganisationOverviews(
    IRepository<Contact, Guid> contacts, IRelationshipOverviews relationships, IColleagueLookup colleagues, IAsyncQueryableExecuter queries) : ITransientDependency
{
    private const int Shown = 50;

    public virtual async Task<OrganisationOverviewDto> OfAsync(OrganisationDto organisation)
    {
        var there = (await contacts.GetQueryableAsync()).Where(c => c.OrganisationId == organisation.Id);
        var people = await queries.ToListAsync(there.OrderBy(c => c.SortName).ThenBy(c => c.Id).Take(Shown).Select(ContactRow.FromContact));
        var ties = await relationships.AtOrganisationAsync(organisation.Id, Shown);
        var users = organisation.Owners.Select(o => o.UserId).Concat(ties.Select(t => t.OwnerId));
        if (organisation.LeadOwnerId is { } lead) users = users.Append(lead);
        var names = (await colleagues.GetAsync([.. users.Distinct()])).ToDictionary(c => c.Key, c => c.Value.DisplayName);
        return new OrganisationOverviewDto(organisation, await queries.CountBoundedAsync(there), people, ties, names);
    }
}
