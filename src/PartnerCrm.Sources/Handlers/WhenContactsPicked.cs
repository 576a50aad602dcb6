using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;

namespace PartnerCrm.Sources;

/// <summary>A candidate knows which contact it became, so that the list of an import can lead there.</summary>
public class WhenContactsPicked(IRepository<Candidate, Guid> candidates) : ILocalEventHandler<ContactsPicked>, ITransientDependency
{
    public virtual async Task HandleEventAsync(ContactsPicked eventData)
    {
        var contactIds = eventData.Contacts.DistinctBy(c => c.CandidateId).ToDictionary(c => c.CandidateId, c => c.Contact.Id);
        var ids = contactIds.Keys.ToList();
        var picked = await candidates.GetListAsync(c => ids.Contains(c.Id));
        foreach (var candidate in picked) candidate.Become(contactIds[candidate.Id]);
        await candidates.UpdateManyAsync(picked);
    }
}
