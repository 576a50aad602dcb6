using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>Keeps why we may write, and who they are to the rules, beside the contact.</summary>
public class WhenContactsChange(
    IRepository<ContactBasis, Guid> bases, IRepository<Suppression, Guid> suppressions, Suppressing suppressing, ICurrentTenant tenant) :
    ILocalEventHandler<ContactAdded>,
    ILocalEventHandler<ContactChanged>,
    ILocalEventHandler<ContactDeleted>,
    ITransientDependency
{
    public virtual async Task HandleEventAsync(ContactAdded eventData)
    {
        await bases.InsertAsync(new ContactBasis(eventData.Contact, tenant.Id, eventData.Source, eventData.At));
        await suppressing.RecogniseAsync(eventData.Contact);
    }

    public virtual async Task HandleEventAsync(ContactChanged eventData)
    {
        if (await bases.FindAsync(eventData.Contact.Id) is not { } basis) return;
        basis.Follow(eventData.Contact);
        await bases.UpdateAsync(basis);
        await suppressing.RecogniseAsync(eventData.Contact);
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
