using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>Keeps why we may write, and who they are to the rules, beside the contact.</summary>
public class WhenContactsChange(
    IRepository<ContactBasis, Guid> bases, IRepository<Suppression, Guid> suppressions, ISuppressionLookup lookup, Suppressing suppressing, ICurrentTenant tenant) :
    ILocalEventHandler<ContactAdded>,
    ILocalEventHandler<ContactChanged>,
    ILocalEventHandler<ContactDeleted>,
    ITransientDependency
{
    public virtual async Task HandleEventAsync(ContactAdded eventData)
    {
        var contact = eventData.Contact;
        await bases.InsertAsync(new ContactBasis(contact, tenant.Id, eventData.Source, eventData.At));

        // Somebody who asked us not to, and whose record was erased or never made, is recognised here again.
        var knownAs = new[] { contact.Email, contact.ProfileSlug }.OfType<string>().ToList();
        if (knownAs.Count > 0 && (await lookup.FindAsync(knownAs)).Count > 0)
            await suppressing.SuppressAsync(contact.Id, SuppressionReason.Recorded, null, isPendingReview: false);
    }

    public virtual async Task HandleEventAsync(ContactChanged eventData)
    {
        if (await bases.FindAsync(eventData.Contact.Id) is not { } basis) return;
        basis.Follow(eventData.Contact);
        await bases.UpdateAsync(basis);
    }

    public virtual async Task HandleEventAsync(ContactDeleted eventData)
    {
        await bases.DeleteDirectAsync(b => b.Id == eventData.ContactId);
        foreach (var suppression in await suppressions.GetListAsync(s => s.ContactId == eventData.ContactId))
        {
            suppression.Forget();
            await suppressions.UpdateAsync(suppression);
        }
    }
}
