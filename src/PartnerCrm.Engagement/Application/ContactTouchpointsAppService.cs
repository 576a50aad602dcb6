using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>A note, a call or a meeting, written down where the contact is looked at.</summary>
[Authorize(EngagementPermissions.Relationships.Edit)]
public class ContactTouchpointsAppService(IRepository<Relationship, Guid> relationships, RelationshipsAppService bonds) : EngagementAppService
{
    /// <summary>Begins the relationship, with the caller as its owner, where there is none yet.</summary>
    [HttpPost("/api/crm/contacts/{id}/touchpoints")]
    public virtual async Task<TouchpointDto> CreateAsync(Guid id, RecordTouchpointInput input)
    {
        var known = await relationships.FindAsync(r => r.ContactId == id);
        var relationshipId = known?.Id ?? (await bonds.CreateAsync(new BeginRelationshipInput(id, null))).Id;
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await bonds.RecordTouchpointAsync(relationshipId, input);
    }
}
