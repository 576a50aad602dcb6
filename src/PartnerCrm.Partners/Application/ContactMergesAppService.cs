using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Partners;

/// <summary>Who was merged into a contact. Email is the address that was given up; mail from it still is theirs.</summary>
public record ContactMergeDto(Guid MergedId, string Name, string? Email, Guid? UserId, DateTime At);

/// <summary>Two contacts side by side, as they are now. WhyNot says in a sentence what stands against making them one, and what to do.</summary>
public record MergePreviewDto(ContactOverviewDto Kept, ContactOverviewDto Other, string? WhyNot);

/// <summary>
/// FromOther names what the other one knows better. What the kept one doesn't know at all is taken from the other anyway. The stamps are those of
/// the two contacts that were looked at.
/// </summary>
public record MergeContactsInput(
    [Required] Guid OtherId,
    [Required, StringLength(ConcurrencyStampConsts.MaxLength)] string KeptStamp,
    [Required, StringLength(ConcurrencyStampConsts.MaxLength)] string OtherStamp,
    [MaxLength(20)] IReadOnlyList<ContactField>? FromOther = null);

/// <summary>Makes two contacts one, with everything that hangs on them. It can't be taken back, so a person looks at both first.</summary>
[Authorize(PartnersPermissions.Contacts.Merge)]
public class ContactMergesAppService(
    IRepository<Contact, Guid> contacts, IRepository<ContactMerge, Guid> merges, ContactsAppService pages, IMergeCheck check, ILocalEventBus events) : ApplicationService
{
    [HttpGet("/api/crm/contacts/{id}/merge-preview")]
    public virtual async Task<MergePreviewDto> PreviewAsync(Guid id, Guid otherId)
    {
        if (id == otherId) throw new BusinessException(PartnersErrors.MergeWithItself);
        return new MergePreviewDto(await pages.GetOverviewAsync(id), await pages.GetOverviewAsync(otherId), await check.WhyNotAsync(id, otherId));
    }

    /// <summary>The contact stays, with what the other had; the page of the other's id leads to it from now on.</summary>
    [HttpPost("/api/crm/contacts/{id}/merge")]
    public virtual async Task<ContactDto> MergeAsync(Guid id, MergeContactsInput input)
    {
        if (id == input.OtherId) throw new BusinessException(PartnersErrors.MergeWithItself);
        var contact = await contacts.GetAsync(id);
        var other = await contacts.GetAsync(input.OtherId);
        if (contact.ConcurrencyStamp != input.KeptStamp || other.ConcurrencyStamp != input.OtherStamp) throw new BusinessException(PartnersErrors.MergeStale);
        if (await check.WhyNotAsync(id, input.OtherId) is { } why) throw new BusinessException(PartnersErrors.MergeRefused).WithData("Why", why);

        var former = contact.Absorb(other, input.FromOther ?? [], GuidGenerator.Create, Clock.Now);
        foreach (var earlier in await merges.GetListAsync(m => m.ContactId == other.Id)) earlier.Follow(contact.Id);
        await merges.InsertAsync(new ContactMerge(GuidGenerator.Create(), CurrentTenant.Id, contact.Id, other, former, CurrentUser.Id, Clock.Now));
        // Told before the contacts are written: what is under way with either locks its own rows first and theirs last.
        await events.PublishAsync(new ContactsMerged(other.Id, $"{other.FirstName} {other.LastName}".Trim(), contact.ToCard(), Clock.Now), onUnitOfWorkComplete: false);
        await contacts.UpdateManyAsync([other, contact], autoSave: true);
        await contacts.DeleteAsync(other, autoSave: true);
        await events.PublishAsync(new ContactChanged(contact.ToCard(), Clock.Now));
        return await pages.GetAsync(id);
    }
}
