using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Mail;

/// <summary>
/// What has not gone out goes over to the colleague who takes the relationship on, as a draft: nobody signs what they haven't seen. Offers and invitations stay
/// with whoever meets.
/// </summary>
public class WhenRelationshipsAreHandedOver(IRepository<MailMessage, Guid> mails, IColleagueLookup colleagues, ILocalEventBus events)
    : ILocalEventHandler<RelationshipHandedOver>, ITransientDependency
{
    public virtual async Task HandleEventAsync(RelationshipHandedOver eventData)
    {
        if (!(await colleagues.GetAsync([eventData.ToId])).TryGetValue(eventData.ToId, out var sender)) return;
        var waiting = await mails.GetListAsync(m => m.RelationshipId == eventData.RelationshipId && m.SenderId == eventData.FromId
            && m.Purpose == Purpose.Marketing && m.Matter == null && (m.State == MailState.Draft || m.State == MailState.Queued));
        foreach (var mail in waiting)
        {
            var wasQueued = mail.State == MailState.Queued;
            if (wasQueued) mail.Recall();
            mail.HandOver(sender);
            await mails.UpdateAsync(mail);
            if (wasQueued)
                await events.PublishAsync(new DraftRecalled(
                    mail.Id, mail.ContactId, mail.SenderId, mail.RelationshipId, mail.EscalationId, mail.Subject, eventData.At));
        }
    }
}
