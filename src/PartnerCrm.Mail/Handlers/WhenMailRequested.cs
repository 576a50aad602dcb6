using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace PartnerCrm.Mail;

public class WhenMailRequested(MailWriting writing) : ILocalEventHandler<MailRequested>, ITransientDependency
{
    public virtual Task HandleEventAsync(MailRequested eventData) => writing.WriteAsync(eventData);
}
