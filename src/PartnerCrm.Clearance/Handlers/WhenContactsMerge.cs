using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace PartnerCrm.Clearance;

/// <summary>Two contacts were one person: whatever kept us from writing to either keeps us from writing to them.</summary>
public class WhenContactsMerge(
    IRepository<ContactBasis, Guid> bases, IRepository<Hold, Guid> holds, MergedRows rows, Suppressing suppressing, ICurrentTenant tenant, IClock clock)
    : ILocalEventHandler<ContactsMerged>, ITransientDependency
{
    public virtual async Task HandleEventAsync(ContactsMerged eventData)
    {
        var contact = eventData.Contact;
        await rows.MoveAsync(eventData.MergedId, contact.Id);
        // Whichever climb goes on, it stands under all that kept either of them.
        var over = await holds.GetListAsync(h => h.Scope == HoldScope.Contact && h.TargetId == eventData.MergedId
            || h.LiftedAt == null
            && (h.Scope == HoldScope.Contact && h.TargetId == contact.Id || h.Scope == HoldScope.Organisation && h.TargetId == contact.OrganisationId));
        foreach (var hold in over)
        {
            if (hold.TargetId == eventData.MergedId) hold.GoOnWith(contact.Id, clock.Now);
            else hold.Repeat(clock.Now);
        }

        await holds.UpdateManyAsync(over);
        await MergeBasesAsync(eventData);
        await suppressing.SpreadAsync(contact);
    }

    private async Task MergeBasesAsync(ContactsMerged eventData)
    {
        if (await bases.FindAsync(eventData.MergedId) is not { } merged) return;
        if (await bases.FindAsync(eventData.Contact.Id) is { } basis)
        {
            basis.Absorb(merged);
            await bases.UpdateAsync(basis);
        }
        else
        {
            basis = new ContactBasis(eventData.Contact, tenant.Id, merged.Source, clock.Now);
            basis.Absorb(merged);
            await bases.InsertAsync(basis);
        }
        await bases.DeleteAsync(merged);
    }
}
