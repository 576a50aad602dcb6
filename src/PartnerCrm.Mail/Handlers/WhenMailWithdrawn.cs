using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;

namespace PartnerCrm.Mail;

/// <summary>What has not gone to the transport stays; what has, can't be called back.</summary>
public class WhenMailWithdrawn(IRepository<MailMessage, Guid> mails) : ILocalEventHandler<MailWithdrawn>, ITransientDependency
{
    public virtual async Task HandleEventAsync(MailWithdrawn eventData)
    {
        var waiting = await mails.GetListAsync(m => m.EscalationId == eventData.EscalationId
            && (eventData.EffectKey == null || m.EffectKey == eventData.EffectKey)
            && (m.State == MailState.Draft || m.State == MailState.Queued));
        await mails.UpdateManyAsync(waiting.Where(m => m.TryWithdraw(eventData.Reason)).ToList());
    }
}
