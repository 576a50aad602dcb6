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
    ILocalEventHandler<MailClaimed>,
    ILocalEventHandler<MailRefused>,
    ILocalEventHandler<MailFailed>,
    ILocalEventHandler<MailSent>,
    ILocalEventHandler<EscalationEnded>,
    ITransientDependency
{
    public virtual async Task HandleEventAsync(TouchpointRecorded eventData)
    {
        // Mails are counted when their sending is claimed, with what the caps need to know of them.
        if (eventData.Direction == Direction.FromThem || eventData.Channel == Channel.Email) return;
        await touches.InsertAsync(new Touch(
            guids.Create(), tenant.Id, eventData.ContactId, eventData.OrganisationId, eventData.UserId, eventData.Channel, isCold: false, eventData.At));
    }

    public virtual Task HandleEventAsync(TouchpointTakenBack eventData) => touches.DeleteDirectAsync(t =>
        t.ContactId == eventData.ContactId && t.UserId == eventData.UserId && t.Channel == eventData.Channel && t.At == eventData.At);

    // At once, so that the next claim sees it; a mail that is in doubt may have arrived, and counts.
    public virtual async Task HandleEventAsync(MailClaimed eventData)
    {
        if (await touches.AnyAsync(t => t.EffectKey == eventData.EffectKey)) return;
        var organisationId = (await bases.FindAsync(eventData.ContactId))?.OrganisationId;
        await touches.InsertAsync(new Touch(
            guids.Create(), tenant.Id, eventData.ContactId, organisationId, eventData.SenderId, Channel.Email, eventData.IsCold, eventData.At, eventData.EffectKey));
    }

    public virtual Task HandleEventAsync(MailRefused eventData) => touches.DeleteDirectAsync(t => t.EffectKey == eventData.EffectKey);

    public virtual Task HandleEventAsync(MailFailed eventData) => touches.DeleteDirectAsync(t => t.EffectKey == eventData.EffectKey);

    public virtual async Task HandleEventAsync(MailSent eventData)
    {
        if (!eventData.CarriedNotice || await bases.FindAsync(eventData.ContactId) is not { NoticeGivenAt: null } basis) return;
        basis.GiveNotice(eventData.At);
        await bases.UpdateAsync(basis);
    }

    public virtual async Task HandleEventAsync(EscalationEnded eventData)
    {
        if (eventData is { OrganisationId: { } organisation, WasLastThere: true }) await claims.ReleaseAsync(organisation, eventData.OwnerId, default);
    }
}
