using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Clearance;

/// <summary>TargetId is a contact's or organisation's id; left out for Everything. Until (UTC) left out: until lifted.</summary>
public record PlaceHoldInput(
    [EnumDataType(typeof(HoldScope))] HoldScope Scope, Guid? TargetId, [Required, StringLength(Hold.ReasonLength)] string Reason, DateTime? Until);

public record HoldDto(Guid Id, HoldScope Scope, Guid? TargetId, string Reason, DateTime? Until, DateTime? LiftedAt, Guid? PlacedBy, DateTime PlacedAt,
    string? TargetName, string? PlacedByName)
{
    internal static readonly Expression<Func<Hold, HoldDto>> FromHold = h =>
        new HoldDto(h.Id, h.Scope, h.TargetId, h.Reason, h.Until, h.LiftedAt, h.CreatorId, h.CreationTime, null, null);
}

/// <summary>Nothing goes out to a person, an organisation or anyone, until a date, for a reason.</summary>
[Authorize(ClearancePermissions.Holds.Default)]
public class HoldsAppService(IRepository<Hold, Guid> holds, ClearanceNames names) : ApplicationService
{
    /// <summary>Holds in force, newest first.</summary>
    public virtual async Task<PagedResultDto<HoldDto>> GetListAsync(PagedResultRequestDto input)
    {
        var now = Clock.Now;
        var query = (await holds.GetQueryableAsync()).Where(h => h.LiftedAt == null && (h.Until == null || h.Until > now));
        return new PagedResultDto<HoldDto>(
            await AsyncExecuter.CountBoundedAsync(query),
            await names.OfAsync(await AsyncExecuter.ToListAsync(query.OrderByDescending(h => h.CreationTime).ThenBy(h => h.Id).Select(HoldDto.FromHold).PageBy(input))));
    }

    [Authorize(ClearancePermissions.Holds.Place)]
    public virtual async Task<HoldDto> CreateAsync(PlaceHoldInput input)
    {
        var hold = new Hold(GuidGenerator.Create(), CurrentTenant.Id, input.Scope, input.TargetId, input.Reason, input.Until, Clock.Now);
        await holds.InsertAsync(hold, autoSave: true);
        return (await names.OfAsync([HoldDto.FromHold.Compile()(hold)])).Single();
    }

    [Authorize(ClearancePermissions.Holds.Place)]
    public virtual async Task LiftAsync(Guid id)
    {
        var hold = await holds.GetAsync(id);
        hold.Lift(Clock.Now);
        await holds.UpdateAsync(hold);
    }
}
