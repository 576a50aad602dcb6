using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Clearance;

/// <summary>
/// A colleague takes a relationship on, and the organisation with the last of them. Whatever one of the two had asked about it is asked anew, by whoever
/// still has to; others' questions wait for whoever has the say now.
/// </summary>
public class WhenRelationshipsAreHandedOver(OrganisationClaims claims, IRepository<OwnerRequest, Guid> requests, ILocalEventBus events)
    : ILocalEventHandler<RelationshipHandedOver>, ITransientDependency
{
    public virtual async Task HandleEventAsync(RelationshipHandedOver eventData)
    {
        if (eventData.OrganisationId is not { } organisation) return;
        var (from, to) = (eventData.FromId, eventData.ToId);
        var isPassedOn = eventData.WasLastThere && await claims.PassAsync(organisation, from, to);

        foreach (var request in await requests.GetListAsync(r => r.OrganisationId == organisation && r.State == OwnerRequestState.Open))
        {
            if (request.AskedBy == from && request.ContactId == eventData.ContactId || isPassedOn && request.AskedBy == to && request.OwnerId == from)
            {
                await requests.DeleteAsync(request);
                await events.PublishAsync(new OwnerNoLongerAsked(request.Id, eventData.At));
            }
            else if (isPassedOn && request.OwnerId == from)
            {
                request.PassTo(to, eventData.At);
                await requests.UpdateAsync(request);
            }
        }
    }
}
