using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Partners;

[Authorize(PartnersPermissions.Contacts.Default)]
public class ContactsAppService(
    IRepository<Contact, Guid> contacts, IRepository<ContactMerge, Guid> merges, IRepository<Organisation, Guid> organisations, OrganisationNaming organisationNaming,
    RowSearch search, ContactOverviews overviews, IOneAtATime oneAtATime,
    ILocalEventBus events, IStringLocalizer<PartnersResource> texts) : ApplicationService
{
    public virtual async Task<PagedResultDto<ContactRow>> GetListAsync(ContactListInput input)
    {
        var order = input.OrderOf(("name", nameof(Contact.SortName)), ("organisation", nameof(Contact.OrganisationSort)), ("creationTime", nameof(Contact.CreationTime)));
        var page = await search.FindAsync(SearchTable.Contacts, new ListQuery(input.Filter, order, input.SkipCount, input.MaxResultCount, input.After, [.. input.Conditions()]));
        var rows = await AsyncExecuter.ToListAsync((await contacts.GetQueryableAsync()).Where(c => page.Ids.Contains(c.Id)).Select(ContactRow.FromContact));
        var byId = rows.ToDictionary(r => r.Id);
        return new PagedResultDto<ContactRow>(page.TotalCount, [.. page.Ids.Where(byId.ContainsKey).Select(id => byId[id])]);
    }

    public virtual async Task<ContactDto> GetAsync(Guid id) => await ToDtoAsync(await contacts.GetAsync(id));

    /// <summary>
    /// The contact's page in one call: who they are, how we met, how it stands, who knows them, and may we? Somebody who was merged is found by what they
    /// were: the id in the answer is who they are now.
    /// </summary>
    public virtual async Task<ContactOverviewDto> GetOverviewAsync(Guid id)
    {
        var now = await AsyncExecuter.FirstOrDefaultAsync((await merges.GetQueryableAsync()).Where(m => m.MergedId == id).Select(m => (Guid?)m.ContactId));
        var contact = await GetAsync(now ?? id);
        var merged = await AsyncExecuter.ToListAsync((await merges.GetQueryableAsync()).Where(m => m.ContactId == contact.Id).OrderByDescending(m => m.At)
            .Select(m => new ContactMergeDto(m.MergedId, m.Name, m.Email, m.UserId, m.At)));
        return await overviews.OfAsync(contact, merged, CurrentUser.Id ?? Guid.Empty);
    }

    /// <summary>
    /// The same for many: one that may not be changed stops no other, and is said. All of it is one change: should somebody else change one of them at the same
    /// moment, none is changed, and it can be asked again.
    /// </summary>
    [HttpPost("/api/crm/contacts/bulk")]
    [Authorize(PartnersPermissions.Contacts.Update)]
    public virtual async Task<ListResultDto<BulkItemDto>> ActOnManyAsync(ContactBulkInput input)
    {
        if (input.Action == ContactBulkAction.Delete) await CheckPolicyAsync(PartnersPermissions.Contacts.Delete);
        else if (string.IsNullOrWhiteSpace(input.Value)) throw new BusinessException(PartnersErrors.ValueMissing);
        var ids = input.Ids.Distinct().ToList();
        var found = (await contacts.GetListAsync(c => ids.Contains(c.Id), includeDetails: true)).ToDictionary(c => c.Id);
        foreach (var contact in found.Values)
        {
            if (input.Action == ContactBulkAction.Delete) await DeleteAsync(contact);
            else await ReviseAsync(contact, input);
        }
        return new ListResultDto<BulkItemDto>([.. ids.Select(id => found.TryGetValue(id, out var contact)
            ? new BulkItemDto(id, $"{contact.FirstName} {contact.LastName}".Trim(), true, null)
            : new BulkItemDto(id, "", false, texts["ContactGone"]))]);
    }

    [Authorize(PartnersPermissions.Contacts.Create)]
    public virtual async Task<ContactDto> CreateAsync(CreateContactInput input)
    {
        var details = DetailsOf(input);
        var profile = ProfileOf(input);
        await EnsureNewAsync(details, profile);

        var contact = new Contact(GuidGenerator.Create(), details);
        contact.WorkAt(await OrganisationOfAsync(input), GuidGenerator.Create(), Clock.Now);
        if (profile is { } page) contact.Show(page, GuidGenerator.Create());
        var origin = new OriginFact(input.OriginChannel, input.OriginWhere, input.OriginWhen is { } when ? Clock.Normalize(when) : Clock.Now, CurrentUser.Id, input.Campaign);
        var source = input.Source ?? texts["Source:ByHand"].Value;
        contact.Meet(origin, source, GuidGenerator.Create());

        await contacts.InsertAsync(contact, autoSave: true);
        await events.PublishAsync(new ContactAdded(contact.ToCard(), origin, source, Clock.Now));
        return await ToDtoAsync(contact);
    }

    [Authorize(PartnersPermissions.Contacts.Update)]
    public virtual async Task<ContactDto> UpdateAsync(Guid id, UpdateContactInput input)
    {
        var contact = await contacts.GetAsync(id);
        contact.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        var details = DetailsOf(input);
        var profile = ProfileOf(input);
        await EnsureNobodyElsesAsync(contact, details, profile);

        contact.Revise(details);
        contact.WorkAt(await OrganisationOfAsync(input), GuidGenerator.Create(), Clock.Now);
        contact.Replace(Channel.LinkedIn, profile, GuidGenerator.Create());
        await contacts.UpdateAsync(contact, autoSave: true);
        await events.PublishAsync(new ContactChanged(contact.ToCard(), Clock.Now));
        return await ToDtoAsync(contact);
    }

    [Authorize(PartnersPermissions.Contacts.Delete)]
    public virtual async Task DeleteAsync(Guid id)
    {
        await DeleteAsync(await contacts.GetAsync(id));
    }

    private async Task DeleteAsync(Contact contact)
    {
        contact.LetGoOfProfiles();
        await contacts.UpdateAsync(contact, autoSave: true);
        await contacts.DeleteAsync(contact);
        await merges.DeleteDirectAsync(m => m.ContactId == contact.Id);
        await events.PublishAsync(new ContactDeleted(contact.Id, Clock.Now));
    }

    private async Task ReviseAsync(Contact contact, ContactBulkInput input)
    {
        if (input.Action == ContactBulkAction.SetCountry) contact.LiveIn(input.Value!.Trim());
        else contact.Speak(input.Value!.Trim());
        await contacts.UpdateAsync(contact, autoSave: true);
        await events.PublishAsync(new ContactChanged(contact.ToCard(), Clock.Now));
    }

    // A desk's address may be several people's; a person's own is theirs alone, and a second contact with it would be a silent double.
    private async Task EnsureNewAsync(ContactDetails details, ProfileUrl? profile)
    {
        if (details.Email is { IsRole: false } own) await oneAtATime.EnterAsync($"contact:{own.Key}");
        if (details.Email is { IsRole: false } email && (await FirstAsync(c => c.EmailKey == email.Key) ?? await FormerAsync(email.Key)) is { } known)
            throw new BusinessException(PartnersErrors.EmailKnown).WithData("Email", email.Value).WithData("Name", known.Name).WithData("ContactId", known.Id);
        if (profile is { } page && await FirstAsync(c => c.Profiles.Any(p => p.Channel == page.Channel && p.Slug == page.Slug)) is { } shown)
            throw new BusinessException(PartnersErrors.ProfileKnown).WithData("Profile", page.Value).WithData("Name", shown.Name).WithData("ContactId", shown.Id);
    }

    private Task EnsureNobodyElsesAsync(Contact contact, ContactDetails details, ProfileUrl? profile) => EnsureNewAsync(
        details.Email?.Key == contact.EmailKey ? details with { Email = null } : details,
        profile is { } page && contact.Profiles.Any(p => p.Channel == page.Channel && p.Slug == page.Slug) ? null : profile);

    private async Task<NamedContact?> FirstAsync(System.Linq.Expressions.Expression<Func<Contact, bool>> condition) => await AsyncExecuter.FirstOrDefaultAsync(
        (await contacts.GetQueryableAsync()).Where(condition).Select(c => new NamedContact(c.Id, c.FirstName + " " + c.LastName)));

    private async Task<NamedContact?> FormerAsync(string emailKey)
    {
        var ids = (await merges.GetQueryableAsync()).Where(m => m.EmailKey == emailKey).Select(m => m.ContactId);
        return await FirstAsync(c => ids.Contains(c.Id));
    }

    private async Task<Organisation?> OrganisationOfAsync(UpdateContactInput input)
    {
        if (input.OrganisationId is { } id) return await organisations.GetAsync(id, includeDetails: false);
        if (string.IsNullOrWhiteSpace(input.OrganisationName)) return null;
        return (await organisationNaming.FindOrCreateAsync([input.OrganisationName]))[input.OrganisationName];
    }

    private async Task<ContactDto> ToDtoAsync(Contact contact)
    {
        var ids = contact.Affiliations.Select(a => a.OrganisationId).Distinct().ToList();
        var names = await AsyncExecuter.ToListAsync(
            (await organisations.GetQueryableAsync()).Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }));
        return ContactDto.Of(contact, names.ToDictionary(o => o.Id, o => o.Name));
    }

    private static ContactDetails DetailsOf(UpdateContactInput input) => new(
        input.FirstName, input.LastName, EmailOf(input), input.Phone, input.Country, input.Language, input.TimeZone, input.Position);

    private static EmailAddress? EmailOf(UpdateContactInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Email)) return null;
        return EmailAddress.Of(input.Email) ?? throw new BusinessException(PartnersErrors.EmailUnreadable).WithData("Email", input.Email);
    }

    private static ProfileUrl? ProfileOf(UpdateContactInput input)
    {
        if (string.IsNullOrWhiteSpace(input.ProfileUrl)) return null;
        return ProfileUrl.TryParse(input.ProfileUrl, out var profile) && profile.Channel == Channel.LinkedIn
            ? profile
            : throw new BusinessException(PartnersErrors.ProfileUnreadable).WithData("Profile", input.ProfileUrl);
    }

    private sealed record NamedContact(Guid Id, string Name);
}
