using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>Counts what colleagues do, for the caps and for "a colleague was in touch".</summary>
public class WhenSomebodyIsTouched(
    IRepository<Touch, Guid> touches, IRepository<ContactBasis, Guid> bases, OrganisationClaims claims, ICurrentTenant tenant, IGuidGenerator guids) :
    ILocalEventHandler<TouchpointRecorded>,
    ILocalEventHandler<TouchpointTakenBack>,
    ILocalEventHandler<MailSent>,
    ILocalEventHandler<EscalationEnded>,
    ITransientDependency
{
    public virtual async Task HandleEventAsync(TouchpointRecorded eventData)
    {
        // Mails are counted when they are sent, with what the caps need to know of them.
        if (eventData.Direction == Direction.FromThem || eventData.Channel == Channel.Email) return;
        await touches.InsertAsync(new Touch(
            guids.Create(), tenant.Id, eventData.ContactId, eventData.OrganisationId, eventData.UserId, eventData.Channel, isCold: false, eventData.At));
    }

    public virtual Task HandleEventAsync(TouchpointTakenBack eventData) => touches.DeleteDirectAsync(t =>
        t.ContactId == eventData.ContactId && t.UserId == eventData.UserId && t.Channel == eventData.Channel && t.At == eventData.At);

    public virtual async Task HandleEventAsync(MailSent eventData)
    {
        var basis = await bases.FindAsync(eventData.ContactId);
        await touches.InsertAsync(new Touch(
            guids.Create(), tenant.Id, eventData.ContactId, basis?.OrganisationId, eventData.SenderId, Channel.Email, eventData.IsCold, eventData.At));
        if (basis == null || !eventData.CarriedNotice || basis.NoticeGivenAt != null) return;
        basis.GiveNotice(eventData.At);
        await bases.UpdateAsync(basis);
    }

    public virtual async Task HandleEventAsync(EscalationEnded eventData)
    {
        if (eventData.OrganisationId is { } organisation) await claims.ReleaseAsync(organisation, eventData.OwnerId, default);
    }
}
