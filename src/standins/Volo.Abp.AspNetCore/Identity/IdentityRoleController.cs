using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.Identity.EntityFrameworkCore;

namespace Volo.Abp.Identity;

[Area("identity")]
[RemoteService(Name = "AbpIdentity")]
[Route("api/identity/roles")]
[Authorize(IdentityPermissions.Roles.Default)]
internal sealed class IdentityRoleController(
    IdentityRoleManager roles, IIdentityRoleRepository repository, IDbContextProvider<IIdentityDbContext> provider, IGuidGenerator guids) : AbpControllerBase
{
    private static readonly string[] Sortable = ["Name", "IsDefault", "IsPublic", "IsStatic"];

    [HttpGet("all")]
    public async Task<ListResultDto<IdentityRoleDto>> GetAllListAsync() =>
        new([.. (await repository.GetListAsync()).OrderBy(r => r.Name, StringComparer.Ordinal).Select(IdentityRoleDto.Of)]);

    [HttpGet]
    public async Task<PagedResultDto<IdentityRoleDto>> GetListAsync([FromQuery] FilteredListInput input)
    {
        var filter = input.Filter?.Trim().ToUpperInvariant() ?? "";
        var query = (await provider.GetDbContextAsync()).Roles.AsNoTracking().WhereIf(filter.Length > 0, r => r.NormalizedName.Contains(filter));
        return await query.PageAsync(input, Sortable, IdentityRoleDto.Of, HttpContext.RequestAborted);
    }

    [HttpGet("{id:guid}")]
    public async Task<IdentityRoleDto> GetAsync(Guid id) => IdentityRoleDto.Of(await roles.GetByIdAsync(id));

    [HttpPost]
    [Authorize(IdentityPermissions.Roles.Create)]
    public async Task<IdentityRoleDto> CreateAsync(IdentityRoleCreateDto input)
    {
        var role = new IdentityRole(guids.Create(), input.Name, CurrentTenant.Id) { IsDefault = input.IsDefault, IsPublic = input.IsPublic };
        (await roles.CreateAsync(role)).CheckErrors();
        return IdentityRoleDto.Of(role);
    }

    [HttpPut("{id:guid}")]
    [Authorize(IdentityPermissions.Roles.Update)]
    public async Task<IdentityRoleDto> UpdateAsync(Guid id, IdentityRoleUpdateDto input)
    {
        var role = await roles.GetByIdAsync(id);
        role.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        if (role.Name != input.Name)
        {
            if (role.IsStatic) throw new BusinessException(IdentityErrorCodes.StaticRoleRenaming);
            role.ChangeName(input.Name);
        }

        role.IsDefault = input.IsDefault;
        role.IsPublic = input.IsPublic;
        (await roles.UpdateAsync(role)).CheckErrors();
        return IdentityRoleDto.Of(role);
    }

    [HttpDelete("{id:guid}")]
    [Authorize(IdentityPermissions.Roles.Delete)]
    public async Task DeleteAsync(Guid id)
    {
        if (await roles.FindByIdAsync(id.ToString()) is { } role) (await roles.DeleteAsync(role)).CheckErrors();
    }
}

internal sealed record IdentityRoleDto(Guid Id, string Name, bool IsDefault, bool IsStatic, bool IsPublic, string ConcurrencyStamp)
{
    public Dictionary<string, object?> ExtraProperties { get; } = [];

    public static IdentityRoleDto Of(IdentityRole r) => new(r.Id, r.Name, r.IsDefault, r.IsStatic, r.IsPublic, r.ConcurrencyStamp);
}

internal class IdentityRoleCreateDto : ExtensibleDto
{
    [Required, StringLength(256)]
    public string Name { get; set; } = "";

    public bool IsDefault { get; set; }
    public bool IsPublic { get; set; }
}

internal sealed class IdentityRoleUpdateDto : IdentityRoleCreateDto
{
    public string? ConcurrencyStamp { get; set; }
}
