using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Clearance;

/// <summary>Puts names to a page of requests or holds, in a fixed number of round trips.</summary>
public class ClearanceNames(IContactLookup contacts, IOrganisationLookup organisations, IColleagueLookup colleagues) : ITransientDependency
{
    public virtual async Task<List<OwnerRequestDto>> OfAsync(List<OwnerRequestDto> requests)
    {
        var people = await contacts.GetAsync([.. requests.Select(r => r.ContactId).Distinct()]);
        var places = await organisations.GetAsync([.. requests.Select(r => r.OrganisationId).Distinct()]);
        var users = await colleagues.GetAsync([.. requests.SelectMany(r => (Guid[])[r.AskedBy, r.OwnerId]).Distinct()]);
        return requests.ConvertAll(r => r with
        {
            ContactName = people.GetValueOrDefault(r.ContactId)?.DisplayName, OrganisationName = places.GetValueOrDefault(r.OrganisationId)?.Name,
            AskedByName = users.GetValueOrDefault(r.AskedBy)?.DisplayName, OwnerName = users.GetValueOrDefault(r.OwnerId)?.DisplayName,
        });
    }

    public virtual async Task<List<HoldDto>> OfAsync(List<HoldDto> holds)
    {
        var people = await contacts.GetAsync([.. holds.Where(h => h.Scope == HoldScope.Contact).Select(h => h.TargetId).OfType<Guid>()]);
        var places = await organisations.GetAsync([.. holds.Where(h => h.Scope == HoldScope.Organisation).Select(h => h.TargetId).OfType<Guid>()]);
        var users = await colleagues.GetAsync([.. holds.Select(h => h.PlacedBy).OfType<Guid>().Distinct()]);
        return holds.ConvertAll(h => h with
        {
            TargetName = h.TargetId is { } id ? people.GetValueOrDefault(id)?.DisplayName ?? places.GetValueOrDefault(id)?.Name : null,
            PlacedByName = h.PlacedBy is { } user ? users.GetValueOrDefault(user)?.DisplayName : null,
        });
    }
}
