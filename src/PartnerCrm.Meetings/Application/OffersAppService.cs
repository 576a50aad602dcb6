using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Meetings;

public class OffersInput : PagedResultRequestDto
{
    public OfferState? State { get; set; }
    public Guid? ContactId { get; set; }
    public Guid? OwnerId { get; set; }
}

/// <summary>Offers by hand, outside a contact plan. OwnerId left out: the caller. Minutes: how long the meeting lasts.</summary>
public record CreateOfferInput(Guid ContactId, Guid? OwnerId, [Range(10, 480)] int Minutes = 30);

/// <summary>Times are UTC.</summary>
public record OfferDto(
    Guid Id, Guid ContactId, Guid OwnerId, Guid RelationshipId, OfferState State, DateTime FirstTime, DateTime SecondTime, DateTime ThirdTime, TimeSpan Duration, Guid? MeetingId)
{
    internal static readonly Expression<Func<Offer, OfferDto>> FromOffer = o =>
        new OfferDto(o.Id, o.ContactId, o.OwnerId, o.RelationshipId, o.State, o.FirstTime, o.SecondTime, o.ThirdTime, o.Duration, o.MeetingId);
}

[Authorize(MeetingsPermissions.Offers.Default)]
public class OffersAppService(IRepository<Offer, Guid> offers, IRelationshipLookup relationships, IContactLookup contacts, Agendas agendas, Offering offering) : ApplicationService
{
    /// <summary>Newest first.</summary>
    public virtual async Task<PagedResultDto<OfferDto>> GetListAsync(OffersInput input)
    {
        var query = (await offers.GetQueryableAsync())
            .WhereIf(input.State != null, o => o.State == input.State)
            .WhereIf(input.ContactId != null, o => o.ContactId == input.ContactId)
            .WhereIf(input.OwnerId != null, o => o.OwnerId == input.OwnerId);
        return new PagedResultDto<OfferDto>(
            await AsyncExecuter.CountBoundedAsync(query),
            await AsyncExecuter.ToListAsync(query.OrderByDescending(o => o.CreationTime).ThenBy(o => o.Id).Select(OfferDto.FromOffer).PageBy(input)));
    }

    /// <summary>The same with names, for the screen.</summary>
    public virtual async Task<PagedResultDto<AgendaOfferDto>> GetNamedListAsync(OffersInput input)
    {
        var page = await GetListAsync(input);
        return new PagedResultDto<AgendaOfferDto>(page.TotalCount, await agendas.NameAsync(page.Items));
    }

    [Authorize(MeetingsPermissions.Offers.Edit)]
    public virtual async Task<OfferDto> CreateAsync(CreateOfferInput input)
    {
        var relationship = (await relationships.OfContactsAsync([input.ContactId])).GetValueOrDefault(input.ContactId)
            ?? throw await NoRelationshipAsync(input.ContactId);
        var offer = await offering.OfferAsync(
            $"by-hand:{GuidGenerator.Create():N}", input.ContactId, input.OwnerId ?? CurrentUser.Id ?? relationship.OwnerId, relationship.Id, null,
            "meeting-offer", TimeSpan.FromMinutes(input.Minutes));
        return OfferDto.FromOffer.Compile()(offer);
    }

    [Authorize(MeetingsPermissions.Offers.Edit)]
    public virtual async Task WithdrawAsync(Guid id)
    {
        var offer = await offers.GetAsync(id);
        offer.Withdraw();
        await offers.UpdateAsync(offer);
    }

    private async Task<Exception> NoRelationshipAsync(Guid contactId) =>
        (await contacts.GetAsync([contactId])).TryGetValue(contactId, out var contact)
            ? new BusinessException(MeetingsErrors.NoRelationship).WithData("Name", contact.DisplayName)
            : new EntityNotFoundException(typeof(ContactCard), contactId);
}
