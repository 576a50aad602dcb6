using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace PartnerCrm.Clearance;

/// <summary>The other side says stop, or their address does.</summary>
public class WhenTheySayNo(Suppressing suppressing, IContactLookup contacts) :
    ILocalEventHandler<ContactObjected>,
    ILocalEventHandler<ContactUnsubscribed>,
    ILocalEventHandler<MailBounced>,
    ITransientDependency
{
    // A phrase found in a mail blocks at once, but only a person can be sure it was meant.
    public virtual async Task HandleEventAsync(ContactObjected eventData) =>
        await suppressing.SuppressAsync(
            eventData.ContactId, SuppressionReason.Objected, eventData.Words, isPendingReview: eventData.IncomingMailId != null);

    public virtual async Task HandleEventAsync(ContactUnsubscribed eventData) =>
        await suppressing.SuppressAsync(eventData.ContactId, SuppressionReason.Unsubscribed, null, isPendingReview: false);

    public virtual async Task HandleEventAsync(MailBounced eventData)
    {
        if (!eventData.IsPermanent) return;
        var address = eventData.Address ?? (await contacts.GetAsync([eventData.ContactId])).GetValueOrDefault(eventData.ContactId)?.Email;
        if (!string.IsNullOrWhiteSpace(address)) await suppressing.BounceAsync(eventData.ContactId, address, eventData.Status);
    }
}
