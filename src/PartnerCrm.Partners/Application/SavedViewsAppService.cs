using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Partners;

/// <summary>ConcurrencyStamp is the revision that goes back with a change.</summary>
public record SavedViewDto(Guid Id, string List, string Name, string Query, bool IsShared, Guid OwnerId, bool IsMine, string ConcurrencyStamp);

public record SavedViewListInput([Required, StringLength(SavedView.MaxListLength)] string List);

/// <summary>Query is JSON, the screen's own.</summary>
public record SavedViewInput(
    [Required, StringLength(SavedView.MaxListLength)] string List, [Required, StringLength(SavedView.MaxNameLength)] string Name,
    [Required, StringLength(SavedView.MaxQueryLength)] string Query, bool IsShared, [StringLength(40)] string? ConcurrencyStamp);

/// <summary>A person's own views of the lists, and those that colleagues share.</summary>
[Authorize(PartnersPermissions.Contacts.Default)]
public class SavedViewsAppService(IRepository<SavedView, Guid> views) : ApplicationService
{
    private const int Most = 200;

    public virtual async Task<ListResultDto<SavedViewDto>> GetListAsync(SavedViewListInput input)
    {
        var me = Me;
        return new ListResultDto<SavedViewDto>(await AsyncExecuter.ToListAsync((await views.GetQueryableAsync())
            .Where(v => v.List == input.List && (v.OwnerId == me || v.IsShared)).OrderBy(v => v.Name).ThenBy(v => v.Id).Take(Most).Select(ToDto(me))));
    }

    public virtual async Task<SavedViewDto> CreateAsync(SavedViewInput input)
    {
        var view = new SavedView(GuidGenerator.Create(), CurrentTenant.Id, Me, input.List, input.Name, input.Query, input.IsShared);
        await EnsureNewAsync(view);
        return Read(await views.InsertAsync(view, autoSave: true));
    }

    public virtual async Task<SavedViewDto> UpdateAsync(Guid id, SavedViewInput input)
    {
        var view = await views.GetAsync(id);
        view.EnsureOwnedBy(CurrentUser.Id);
        view.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        view.Change(input.Name, input.Query, input.IsShared);
        await EnsureNewAsync(view);
        return Read(await views.UpdateAsync(view, autoSave: true));
    }

    public virtual async Task DeleteAsync(Guid id)
    {
        var view = await views.GetAsync(id);
        view.EnsureOwnedBy(CurrentUser.Id);
        await views.DeleteAsync(view);
    }

    private Guid Me => CurrentUser.Id ?? throw new AbpAuthorizationException("Views are a person's; a system has none.");

    private async Task EnsureNewAsync(SavedView view)
    {
        var (key, id) = (view.Key, view.Id);
        if (await views.AnyAsync(v => v.Key == key && v.Id != id)) throw new BusinessException(PartnersErrors.ViewNameTaken).WithData("Name", view.Name);
    }

    private SavedViewDto Read(SavedView view) => ToDto(Me).Compile()(view);

    private static Expression<Func<SavedView, SavedViewDto>> ToDto(Guid me) =>
        v => new SavedViewDto(v.Id, v.List, v.Name, v.Query, v.IsShared, v.OwnerId, v.OwnerId == me, v.ConcurrencyStamp);
}
