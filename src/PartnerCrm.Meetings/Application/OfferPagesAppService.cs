using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Meetings;

/// <summary>What the page behind an offer's link shows. Times are said in the reader's zone, which is named.</summary>
public record OfferPage(
    string ContactName, string OwnerName, string? Language, OfferState State, int Minutes, IReadOnlyList<OfferPageTime> Times, OfferPageTime? Chosen);

/// <summary>Choice is what to send back; a time that has passed is not available. Start is UTC, for machines; the words are the reader's.</summary>
public record OfferPageTime(int Choice, DateTime Start, string Day, string Clock, string Zone, bool IsAvailable);

/// <summary>The page where a contact chooses a time. No sign-in: the token is the key, and it decides the tenant.</summary>
[AllowAnonymous]
[RemoteService(false)]
public class OfferPagesAppService(
    IRepository<Offer, Guid> offers, IRepository<Meeting, Guid> meetings, IContactLookup contacts, IColleagueLookup colleagues,
    Offering offering, MeetingMails mails, IDataFilter filter) : ApplicationService, ITransientDependency
{
    public virtual async Task<OfferPage> GetAsync(string token)
    {
        var offer = await FindAsync(token);
        using var tenant = CurrentTenant.Change(offer.TenantId);
        return await ShowAsync(offer);
    }

    public virtual async Task<OfferPage> ChooseAsync([Required] string token, int choice)
    {
        var offer = await FindAsync(token);
        using var tenant = CurrentTenant.Change(offer.TenantId);
        await offering.ChooseAsync(offer, choice);
        return await ShowAsync(offer);
    }

    private async Task<Offer> FindAsync(string token)
    {
        var hash = Offer.HashOf(token);
        using (filter.Disable<IMultiTenant>())
            return await offers.FindAsync(o => o.TokenHash == hash) ?? throw new BusinessException(MeetingsErrors.OfferUnknown);
    }

    private async Task<OfferPage> ShowAsync(Offer offer)
    {
        var contact = (await contacts.GetAsync([offer.ContactId])).GetValueOrDefault(offer.ContactId);
        var owner = (await colleagues.GetAsync([offer.OwnerId])).GetValueOrDefault(offer.OwnerId);
        var meeting = offer.MeetingId is { } id ? await meetings.FindAsync(id) : null;
        var state = offer.State == OfferState.Open && offer.ExpiresAt <= Clock.Now ? OfferState.Expired : offer.State;
        OfferPageTime Time(DateTime start, int choice, bool isAvailable)
        {
            var (day, clock, zone) = mails.SayApart(start, contact, owner);
            return new OfferPageTime(choice, start, day, clock, zone, isAvailable);
        }

        return new OfferPage(
            contact?.DisplayName ?? "", owner?.DisplayName ?? "", contact?.Language, state, (int)offer.Duration.TotalMinutes,
            [.. offer.Times.Select((t, i) => Time(t, i, state == OfferState.Open && t > Clock.Now))],
            meeting == null ? null : Time(meeting.Start, -1, isAvailable: false));
    }
}
