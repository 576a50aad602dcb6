using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.Identity.EntityFrameworkCore;

namespace Volo.Abp.Identity;

[Area("identity")]
[RemoteService(Name = "AbpIdentity")]
[Route("api/identity/users")]
[Authorize(IdentityPermissions.Users.Default)]
internal sealed class IdentityUserController(
    IdentityUserManager users, IIdentityUserRepository repository, IIdentityRoleRepository roles, IDbContextProvider<IIdentityDbContext> provider,
    IPermissionChecker permissions, IGuidGenerator guids) : AbpControllerBase
{
    private static readonly string[] Sortable = ["UserName", "Email", "Name", "Surname", "PhoneNumber", "IsActive", "CreationTime"];

    [HttpGet]
    public async Task<PagedResultDto<IdentityUserDto>> GetListAsync([FromQuery] FilteredListInput input)
    {
        var filter = input.Filter?.Trim().ToUpperInvariant() ?? "";
        var query = (await provider.GetDbContextAsync()).Users.AsNoTracking().WhereIf(filter.Length > 0, u =>
            u.NormalizedUserName.Contains(filter) || u.NormalizedEmail.Contains(filter) || (u.Name != null && u.Name.ToUpper().Contains(filter))
            || (u.Surname != null && u.Surname.ToUpper().Contains(filter)) || (u.PhoneNumber != null && u.PhoneNumber.Contains(filter)));
        return await query.PageAsync(input, Sortable, IdentityUserDto.Of, HttpContext.RequestAborted);
    }

    [HttpGet("{id:guid}")]
    public async Task<IdentityUserDto> GetAsync(Guid id) => IdentityUserDto.Of(await users.GetByIdAsync(id));

    [HttpGet("by-username/{userName}")]
    public async Task<IdentityUserDto?> FindByUsernameAsync(string userName) => await users.FindByNameAsync(userName) is { } user ? IdentityUserDto.Of(user) : null;

    [HttpGet("by-email/{email}")]
    public async Task<IdentityUserDto?> FindByEmailAsync(string email) => await users.FindByEmailAsync(email) is { } user ? IdentityUserDto.Of(user) : null;

    [HttpPost]
    [Authorize(IdentityPermissions.Users.Create)]
    public async Task<IdentityUserDto> CreateAsync(IdentityUserCreateDto input)
    {
        var user = new IdentityUser(guids.Create(), input.UserName, input.Email, CurrentTenant.Id);
        Take(user, input);
        (await users.CreateAsync(user, input.Password)).CheckErrors();
        await ChangeAsync(user, input);
        return IdentityUserDto.Of(user);
    }

    [HttpPut("{id:guid}")]
    [Authorize(IdentityPermissions.Users.Update)]
    public async Task<IdentityUserDto> UpdateAsync(Guid id, IdentityUserUpdateDto input)
    {
        var user = await users.GetByIdAsync(id);
        user.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        Take(user, input);
        (await users.SetUserNameAsync(user, input.UserName)).CheckErrors();
        await ChangeAsync(user, input);
        if (!input.Password.IsNullOrEmpty())
        {
            (await users.RemovePasswordAsync(user)).CheckErrors();
            (await users.AddPasswordAsync(user, input.Password)).CheckErrors();
        }

        return IdentityUserDto.Of(user);
    }

    [HttpDelete("{id:guid}")]
    [Authorize(IdentityPermissions.Users.Delete)]
    public async Task DeleteAsync(Guid id)
    {
        if (CurrentUser.Id == id) throw new BusinessException(IdentityErrorCodes.UserSelfDeletion);
        if (await users.FindByIdAsync(id.ToString()) is { } user) (await users.DeleteAsync(user)).CheckErrors();
    }

    [HttpGet("{id:guid}/roles")]
    public async Task<ListResultDto<IdentityRoleDto>> GetRolesAsync(Guid id) => new([.. (await repository.GetRolesAsync(id)).Select(IdentityRoleDto.Of)]);

    [HttpPut("{id:guid}/roles")]
    [Authorize(IdentityPermissions.Users.ManageRoles)]
    public async Task UpdateRolesAsync(Guid id, IdentityUserUpdateRolesDto input) =>
        (await users.SetRolesAsync(await users.GetByIdAsync(id), input.RoleNames)).CheckErrors();

    [HttpGet("assignable-roles")]
    public async Task<ListResultDto<IdentityRoleDto>> GetAssignableRolesAsync() =>
        new([.. (await roles.GetListAsync()).OrderBy(r => r.Name, StringComparer.Ordinal).Select(IdentityRoleDto.Of)]);

    private void Take(IdentityUser user, IdentityUserCreateOrUpdateDtoBase input)
    {
        user.Name = input.Name;
        user.Surname = input.Surname;
        // Who locks themselves out can't let themselves in again.
        user.SetIsActive(input.IsActive || CurrentUser.Id == user.Id);
        if (user.PhoneNumber != input.PhoneNumber) user.SetPhoneNumber(input.PhoneNumber.IsNullOrWhiteSpace() ? null : input.PhoneNumber, confirmed: false);
    }

    private async Task ChangeAsync(IdentityUser user, IdentityUserCreateOrUpdateDtoBase input)
    {
        if (!string.Equals(user.Email, input.Email, StringComparison.OrdinalIgnoreCase)) (await users.SetEmailAsync(user, input.Email)).CheckErrors();
        (await users.SetLockoutEnabledAsync(user, input.LockoutEnabled)).CheckErrors();
        if (input.RoleNames != null && await permissions.IsGrantedAsync(IdentityPermissions.Users.ManageRoles))
            (await users.SetRolesAsync(user, input.RoleNames)).CheckErrors();
    }
}

/// <summary>Users for other systems, which need to know who is meant and no more.</summary>
[Area("identity")]
[RemoteService(Name = "AbpIdentity")]
[Route("api/identity/users/lookup")]
[Authorize(IdentityPermissions.UserLookup.Default)]
internal sealed class IdentityUserLookupController(IdentityUserManager users, IDbContextProvider<IIdentityDbContext> provider) : AbpControllerBase
{
    [HttpGet("{id:guid}")]
    public async Task<UserData?> FindByIdAsync(Guid id) => await users.FindByIdAsync(id.ToString()) is { } user ? UserData.Of(user) : null;

    [HttpGet("by-username/{userName}")]
    public async Task<UserData?> FindByUserNameAsync(string userName) => await users.FindByNameAsync(userName) is { } user ? UserData.Of(user) : null;

    [HttpGet("search")]
    public async Task<ListResultDto<UserData>> SearchAsync([FromQuery] FilteredListInput input) =>
        new((await (await FilteredAsync(input.Filter)).PageAsync(input, ["UserName"], UserData.Of, HttpContext.RequestAborted)).Items);

    [HttpGet("count")]
    public async Task<long> GetCountAsync(string? filter) => await (await FilteredAsync(filter)).LongCountAsync(HttpContext.RequestAborted);

    private async Task<IQueryable<IdentityUser>> FilteredAsync(string? filter)
    {
        var wanted = filter?.Trim().ToUpperInvariant() ?? "";
        return (await provider.GetDbContextAsync()).Users.AsNoTracking()
            .WhereIf(wanted.Length > 0, u => u.NormalizedUserName.Contains(wanted) || u.NormalizedEmail.Contains(wanted));
    }
}

internal sealed record UserData(Guid Id, Guid? TenantId, string UserName, string? Name, string? Surname, bool IsActive, string Email, bool EmailConfirmed, string? PhoneNumber, bool PhoneNumberConfirmed)
{
    public static UserData Of(IdentityUser u) =>
        new(u.Id, u.TenantId, u.UserName, u.Name, u.Surname, u.IsActive, u.Email, u.EmailConfirmed, u.PhoneNumber, u.PhoneNumberConfirmed);
}

internal sealed record IdentityUserDto(
    Guid Id, Guid? TenantId, string UserName, string? Name, string? Surname, string Email, bool EmailConfirmed, string? PhoneNumber, bool PhoneNumberConfirmed,
    bool IsActive, bool LockoutEnabled, int AccessFailedCount, DateTimeOffset? LockoutEnd, DateTimeOffset? LastPasswordChangeTime, string ConcurrencyStamp, int EntityVersion,
    DateTime CreationTime, DateTime? LastModificationTime)
{
    public Dictionary<string, object?> ExtraProperties { get; } = [];

    public static IdentityUserDto Of(IdentityUser u) => new(
        u.Id, u.TenantId, u.UserName, u.Name, u.Surname, u.Email, u.EmailConfirmed, u.PhoneNumber, u.PhoneNumberConfirmed, u.IsActive, u.LockoutEnabled,
        u.AccessFailedCount, u.LockoutEnd, u.LastPasswordChangeTime, u.ConcurrencyStamp, u.EntityVersion, u.CreationTime, u.LastModificationTime);
}

internal abstract class IdentityUserCreateOrUpdateDtoBase : ExtensibleDto
{
    [Required, StringLength(256)]
    public string UserName { get; set; } = "";

    [StringLength(64)]
    public string? Name { get; set; }

    [StringLength(64)]
    public string? Surname { get; set; }

    [Required, EmailAddress, StringLength(256)]
    public string Email { get; set; } = "";

    [StringLength(16)]
    public string? PhoneNumber { get; set; }

    public bool IsActive { get; set; }
    public bool LockoutEnabled { get; set; }

    /// <summary>Null leaves the roles as they are.</summary>
    public string[]? RoleNames { get; set; }
}

internal sealed class IdentityUserCreateDto : IdentityUserCreateOrUpdateDtoBase
{
    [Required, StringLength(128), DisableAuditing]
    public string Password { get; set; } = "";
}

internal sealed class IdentityUserUpdateDto : IdentityUserCreateOrUpdateDtoBase
{
    /// <summary>Empty keeps the password.</summary>
    [StringLength(128), DisableAuditing]
    public string? Password { get; set; }

    public string? ConcurrencyStamp { get; set; }
}

internal sealed class IdentityUserUpdateRolesDto
{
    [Required]
    public string[] RoleNames { get; set; } = [];
}
