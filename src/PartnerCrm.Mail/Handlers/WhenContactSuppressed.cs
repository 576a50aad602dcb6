using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;

namespace PartnerCrm.Mail;

/// <summary>Clearance would refuse these at send; withdrawing them at once spares the sender a draft that can go nowhere. Service mail may still go.</summary>
public class WhenContactSuppressed(IRepository<MailMessage, Guid> mails)
    : ILocalEventHandler<ContactSuppressed>, ILocalEventHandler<ContactDeleted>, ITransientDependency
{
    public virtual Task HandleEventAsync(ContactSuppressed eventData) => WithdrawAsync(eventData.ContactId, Purpose.Marketing, eventData.Reason);

    public virtual Task HandleEventAsync(ContactDeleted eventData) => WithdrawAsync(eventData.ContactId, null, "The contact was deleted.");

    private async Task WithdrawAsync(Guid contactId, Purpose? purpose, string reason)
    {
        var waiting = await mails.GetListAsync(m => m.ContactId == contactId && (purpose == null || m.Purpose == purpose)
            && (m.State == MailState.Draft || m.State == MailState.Queued));
        await mails.UpdateManyAsync(waiting.Where(m => m.TryWithdraw(reason)).ToList());
    }
}
