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

[Authorize(PartnersPermissions.Organisations.Default)]
public class OrganisationsAppService(
    IRepository<Organisation, Guid> organisations, IRepository<Contact, Guid> contacts, RowSearch search, OrganisationOverviews overviews,
    IColleagueLookup colleagues, IOneAtATime oneAtATime, ILocalEventBus events, IStringLocalizer<PartnersResource> texts) : ApplicationService
{
    private const int Batch = 1_000;

    public virtual async Task<PagedResultDto<OrganisationRow>> GetListAsync(OrganisationListInput input)
    {
        var order = input.OrderOf(("name", nameof(Organisation.SortName)), ("creationTime", nameof(Organisation.CreationTime)));
        var page = await search.FindAsync(SearchTable.Organisations, new ListQuery(input.Filter, order, input.SkipCount, input.MaxResultCount, input.After, [.. input.Conditions()]));
        var rows = await AsyncExecuter.ToListAsync(
            (await organisations.GetQueryableAsync()).Where(o => page.Ids.Contains(o.Id)).Select(OrganisationRow.FromOrganisation));
        var byId = rows.ToDictionary(r => r.Id);
        return new PagedResultDto<OrganisationRow>(page.TotalCount, [.. page.Ids.Where(byId.ContainsKey).Select(id => byId[id])]);
    }

    /// <summary>Where organisations are, ISO 3166 alpha-2: what the list can be narrowed to.</summary>
    public virtual async Task<ListResultDto<string>> GetCountriesAsync() => new(await AsyncExecuter.ToListAsync(
        (await organisations.GetQueryableAsync()).Where(o => o.Country != null).Select(o => o.Country!).Distinct().OrderBy(c => c)));

    public virtual async Task<OrganisationDto> GetAsync(Guid id) => OrganisationDto.Of(await organisations.GetAsync(id));

    /// <summary>The organisation's page in one call: who holds it for what, who is there, and what everybody of us does with them.</summary>
    public virtual async Task<OrganisationOverviewDto> GetOverviewAsync(Guid id) => await overviews.OfAsync(await GetAsync(id));

    /// <summary>The lead owner first, then one for each purpose.</summary>
    public virtual async Task<ListResultDto<OwnerDto>> GetOwnersAsync(Guid id)
    {
        var organisation = await organisations.GetAsync(id);
        var lead = organisation.LeadOwnerId is { } user ? new[] { new OwnerDto(null, user) } : [];
        return new ListResultDto<OwnerDto>([.. lead, .. OrganisationDto.OwnersOf(organisation)]);
    }

    [Authorize(PartnersPermissions.Organisations.Create)]
    public virtual async Task<OrganisationDto> CreateAsync(OrganisationInput input)
    {
        var organisation = new Organisation(GuidGenerator.Create(), input.Name, input.Country, input.SubscriberType);
        await EnsureNewAsync(organisation);
        await TakeAsync(organisation, input);
        await organisations.InsertAsync(organisation, autoSave: true);
        await events.PublishAsync(new OrganisationChanged(organisation.ToCard(), Clock.Now));
        return OrganisationDto.Of(organisation);
    }

    [Authorize(PartnersPermissions.Organisations.Update)]
    public virtual async Task<OrganisationDto> UpdateAsync(Guid id, OrganisationInput input)
    {
        var organisation = await organisations.GetAsync(id);
        organisation.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        var nameBefore = organisation.Name;
        organisation.Revise(input.Name, input.Country, input.SubscriberType);
        await EnsureNewAsync(organisation);
        await TakeAsync(organisation, input);
        await organisations.UpdateAsync(organisation, autoSave: true);
        await events.PublishAsync(new OrganisationChanged(organisation.ToCard(), Clock.Now));
        if (organisation.Name != nameBefore) await RenameAtContactsAsync(organisation);
        return OrganisationDto.Of(organisation);
    }

    [Authorize(PartnersPermissions.Organisations.Delete)]
    public virtual async Task DeleteAsync(Guid id)
    {
        var organisation = await organisations.GetAsync(id);
        if ((await InUseAsync([id])).Count > 0)
            throw new BusinessException(PartnersErrors.OrganisationInUse).WithData("Name", organisation.Name);
        await organisations.DeleteAsync(organisation);
    }

    /// <summary>
    /// The same for many: one that may not be changed stops no other, and is said. All of it is one change: should somebody else change one of them at the same
    /// moment, none is changed, and it can be asked again.
    /// </summary>
    [HttpPost("/api/crm/organisations/bulk")]
    [Authorize(PartnersPermissions.Organisations.Update)]
    public virtual async Task<ListResultDto<BulkItemDto>> ActOnManyAsync(OrganisationBulkInput input)
    {
        if (input.Action == OrganisationBulkAction.Delete) await CheckPolicyAsync(PartnersPermissions.Organisations.Delete);
        if (input.Action == OrganisationBulkAction.SetCountry && input.Country is null) throw new BusinessException(PartnersErrors.ValueMissing);
        if (input.Action == OrganisationBulkAction.SetLead && input.LeadOwnerId is { } lead) await colleagues.EnsureHereAsync([lead]);
        var ids = input.Ids.Distinct().ToList();
        var found = (await organisations.GetListAsync(o => ids.Contains(o.Id), includeDetails: true)).ToDictionary(o => o.Id);
        var kept = input.Action == OrganisationBulkAction.Delete ? await InUseAsync(ids) : [];
        foreach (var organisation in found.Values.Where(o => !kept.Contains(o.Id))) await ActAsync(organisation, input);
        return new ListResultDto<BulkItemDto>([.. ids.Select(id =>
            !found.TryGetValue(id, out var organisation) ? new BulkItemDto(id, "", false, texts["OrganisationGone"])
            : kept.Contains(id) ? new BulkItemDto(id, organisation.Name, false, texts["OrganisationKept"])
            : new BulkItemDto(id, organisation.Name, true, null))]);
    }

    private async Task ActAsync(Organisation organisation, OrganisationBulkInput input)
    {
        if (input.Action == OrganisationBulkAction.Delete)
        {
            await organisations.DeleteAsync(organisation);
            return;
        }
        if (input.Action == OrganisationBulkAction.SetLead) organisation.LeadBy(input.LeadOwnerId);
        else organisation.Revise(organisation.Name, input.Country, organisation.SubscriberType);
        await organisations.UpdateAsync(organisation, autoSave: true);
        await events.PublishAsync(new OrganisationChanged(organisation.ToCard(), Clock.Now));
    }

    private async Task<List<Guid>> InUseAsync(List<Guid> ids) => await AsyncExecuter.ToListAsync(
        (await contacts.GetQueryableAsync()).Where(c => c.OrganisationId != null && ids.Contains(c.OrganisationId.Value)).Select(c => c.OrganisationId!.Value).Distinct());

    private async Task EnsureNewAsync(Organisation organisation)
    {
        await oneAtATime.EnterAsync(OrganisationNaming.Naming);
        var other = await AsyncExecuter.FirstOrDefaultAsync((await organisations.GetQueryableAsync())
            .Where(o => o.NameKey == organisation.NameKey && o.Id != organisation.Id).Select(o => o.Name));
        if (other is not null) throw new BusinessException(PartnersErrors.OrganisationKnown).WithData("Name", other);
    }

    private async Task TakeAsync(Organisation organisation, OrganisationInput input)
    {
        // Who has left since stays until somebody else is named.
        Guid?[] before = [organisation.LeadOwnerId, .. organisation.Owners.Select(o => (Guid?)o.UserId)];
        Guid?[] named = [input.LeadOwnerId, .. input.Owners.Select(o => (Guid?)o.UserId)];
        await colleagues.EnsureHereAsync([.. named.Except(before).OfType<Guid>()]);
        organisation.LeadBy(input.LeadOwnerId);
        organisation.UseDomains(input.Domains, GuidGenerator.Create);
        organisation.ShareOut(input.Owners.DistinctBy(o => o.Purpose.Trim()).ToDictionary(o => o.Purpose.Trim(), o => o.UserId), GuidGenerator.Create);
    }

    private async Task RenameAtContactsAsync(Organisation organisation)
    {
        var ids = await AsyncExecuter.ToListAsync((await contacts.GetQueryableAsync()).Where(c => c.OrganisationId == organisation.Id).Select(c => c.Id));
        foreach (var chunk in ids.Chunk(Batch))
        {
            var batch = chunk.ToList();
            var people = await contacts.GetListAsync(c => batch.Contains(c.Id));
            foreach (var contact in people) contact.FollowName(organisation);
            await contacts.UpdateManyAsync(people, autoSave: true);
            foreach (var contact in people) await events.PublishAsync(new ContactChanged(contact.ToCard(), Clock.Now));
        }
    }
}
