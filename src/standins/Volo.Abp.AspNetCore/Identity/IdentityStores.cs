using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;

namespace Volo.Abp.Identity;

// What ASP.NET Core Identity's managers need of users. Collections are loaded when they are touched.
internal sealed partial class IdentityUserStore(IIdentityUserRepository users, IIdentityRoleRepository roles, IGuidGenerator guids, TimeProvider time) :
    IUserPasswordStore<IdentityUser>, IUserSecurityStampStore<IdentityUser>, IUserEmailStore<IdentityUser>, IUserPhoneNumberStore<IdentityUser>,
    IUserLockoutStore<IdentityUser>, IUserTwoFactorStore<IdentityUser>, IUserRoleStore<IdentityUser>, IUserClaimStore<IdentityUser>,
    IUserLoginStore<IdentityUser>, IUserAuthenticationTokenStore<IdentityUser>
{
    public Task<IdentityResult> CreateAsync(IdentityUser user, CancellationToken token) => DoneAsync(users.InsertAsync(user, autoSave: true, token));

    public Task<IdentityResult> UpdateAsync(IdentityUser user, CancellationToken token) => DoneAsync(users.UpdateAsync(user, autoSave: true, token));

    public Task<IdentityResult> DeleteAsync(IdentityUser user, CancellationToken token) => DoneAsync(users.DeleteAsync(user, autoSave: true, token));

    public async Task<IdentityUser?> FindByIdAsync(string userId, CancellationToken token) =>
        Guid.TryParse(userId, out var id) ? await users.FindAsync(id, includeDetails: false, token) : null;

    public Task<IdentityUser?> FindByNameAsync(string normalizedUserName, CancellationToken token) => users.FindByNormalizedUserNameAsync(normalizedUserName, false, token);

    public Task<IdentityUser?> FindByEmailAsync(string normalizedEmail, CancellationToken token) => users.FindByNormalizedEmailAsync(normalizedEmail, false, token);

    public Task<IdentityUser?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken token) => users.FindByLoginAsync(loginProvider, providerKey, false, token);

    public Task<string> GetUserIdAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(IdentityUser user, CancellationToken token) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(IdentityUser user, string? userName, CancellationToken token) => Set(() => user.UserName = Check.NotNull(userName, nameof(userName))!);

    public Task<string?> GetNormalizedUserNameAsync(IdentityUser user, CancellationToken token) => Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(IdentityUser user, string? normalizedName, CancellationToken token) => Set(() => user.NormalizedUserName = normalizedName!);

    public Task<string?> GetPasswordHashAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(IdentityUser user, string? passwordHash, CancellationToken token) => Set(() =>
    {
        user.PasswordHash = passwordHash;
        user.LastPasswordChangeTime = time.GetUtcNow();
    });

    public Task<bool> HasPasswordAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.PasswordHash != null);

    public Task<string?> GetSecurityStampAsync(IdentityUser user, CancellationToken token) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(IdentityUser user, string stamp, CancellationToken token) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetEmailAsync(IdentityUser user, CancellationToken token) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(IdentityUser user, string? email, CancellationToken token) => Set(() => user.Email = Check.NotNull(email, nameof(email))!);

    public Task<bool> GetEmailConfirmedAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.EmailConfirmed);

    public Task SetEmailConfirmedAsync(IdentityUser user, bool confirmed, CancellationToken token) => Set(() => user.EmailConfirmed = confirmed);

    public Task<string?> GetNormalizedEmailAsync(IdentityUser user, CancellationToken token) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(IdentityUser user, string? normalizedEmail, CancellationToken token) => Set(() => user.NormalizedEmail = normalizedEmail!);

    public Task<string?> GetPhoneNumberAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.PhoneNumber);

    public Task SetPhoneNumberAsync(IdentityUser user, string? phoneNumber, CancellationToken token) => Set(() => user.PhoneNumber = phoneNumber);

    public Task<bool> GetPhoneNumberConfirmedAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.PhoneNumberConfirmed);

    public Task SetPhoneNumberConfirmedAsync(IdentityUser user, bool confirmed, CancellationToken token) => Set(() => user.PhoneNumberConfirmed = confirmed);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(IdentityUser user, DateTimeOffset? lockoutEnd, CancellationToken token) => Set(() => user.LockoutEnd = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(IdentityUser user, CancellationToken token) => Task.FromResult(++user.AccessFailedCount);

    public Task ResetAccessFailedCountAsync(IdentityUser user, CancellationToken token) => Set(() => user.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.LockoutEnabled);

    public Task SetLockoutEnabledAsync(IdentityUser user, bool enabled, CancellationToken token) => Set(() => user.LockoutEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(IdentityUser user, CancellationToken token) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetTwoFactorEnabledAsync(IdentityUser user, bool enabled, CancellationToken token) => Set(() => user.TwoFactorEnabled = enabled);

    public async Task AddToRoleAsync(IdentityUser user, string normalizedRoleName, CancellationToken token)
    {
        var role = await roles.FindByNormalizedNameAsync(normalizedRoleName, false, token)
            ?? throw new InvalidOperationException($"There is no role {normalizedRoleName}.");
        await users.EnsureCollectionLoadedAsync(user, u => u.Roles, token);
        user.AddRole(role.Id);
    }

    public async Task RemoveFromRoleAsync(IdentityUser user, string normalizedRoleName, CancellationToken token)
    {
        if (await roles.FindByNormalizedNameAsync(normalizedRoleName, false, token) is { } role)
        {
            await users.EnsureCollectionLoadedAsync(user, u => u.Roles, token);
            user.RemoveRole(role.Id);
        }
    }

    public async Task<IList<string>> GetRolesAsync(IdentityUser user, CancellationToken token) => await users.GetRoleNamesAsync(user.Id, token);

    public async Task<bool> IsInRoleAsync(IdentityUser user, string normalizedRoleName, CancellationToken token)
    {
        var role = await roles.FindByNormalizedNameAsync(normalizedRoleName, false, token);
        await users.EnsureCollectionLoadedAsync(user, u => u.Roles, token);
        return role != null && user.IsInRole(role.Id);
    }

    public async Task<IList<IdentityUser>> GetUsersInRoleAsync(string normalizedRoleName, CancellationToken token) =>
        await users.GetListByNormalizedRoleNameAsync(normalizedRoleName, false, token);

    public async Task<IList<Claim>> GetClaimsAsync(IdentityUser user, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Claims, token);
        return [.. user.Claims.Select(c => c.ToClaim())];
    }

    public async Task AddClaimsAsync(IdentityUser user, IEnumerable<Claim> claims, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Claims, token);
        claims.ToList().ForEach(claim => user.AddClaim(guids, claim));
    }

    public async Task ReplaceClaimAsync(IdentityUser user, Claim claim, Claim newClaim, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Claims, token);
        user.ReplaceClaim(claim, newClaim);
    }

    public async Task RemoveClaimsAsync(IdentityUser user, IEnumerable<Claim> claims, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Claims, token);
        claims.ToList().ForEach(user.RemoveClaim);
    }

    public async Task<IList<IdentityUser>> GetUsersForClaimAsync(Claim claim, CancellationToken token) => await users.GetListByClaimAsync(claim, false, token);

    public async Task AddLoginAsync(IdentityUser user, UserLoginInfo login, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Logins, token);
        user.AddLogin(login);
    }

    public async Task RemoveLoginAsync(IdentityUser user, string loginProvider, string providerKey, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Logins, token);
        user.RemoveLogin(loginProvider, providerKey);
    }

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(IdentityUser user, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Logins, token);
        return [.. user.Logins.Select(l => l.ToUserLoginInfo())];
    }

    public async Task SetTokenAsync(IdentityUser user, string loginProvider, string name, string? value, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Tokens, token);
        user.SetToken(loginProvider, name, value!);
    }

    public async Task RemoveTokenAsync(IdentityUser user, string loginProvider, string name, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Tokens, token);
        user.RemoveToken(loginProvider, name);
    }

    public async Task<string?> GetTokenAsync(IdentityUser user, string loginProvider, string name, CancellationToken token)
    {
        await users.EnsureCollectionLoadedAsync(user, u => u.Tokens, token);
        return user.FindToken(loginProvider, name)?.Value;
    }

    public void Dispose()
    {
    }

    // Somebody else's change in the meantime goes to the caller as the exception it is.
    internal static async Task<IdentityResult> DoneAsync(Task saved)
    {
        await saved;
        return IdentityResult.Success;
    }

    internal static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}

internal sealed class IdentityRoleStore(IIdentityRoleRepository roles, IGuidGenerator guids) : IRoleClaimStore<IdentityRole>
{
    public Task<IdentityResult> CreateAsync(IdentityRole role, CancellationToken token) => IdentityUserStore.DoneAsync(roles.InsertAsync(role, autoSave: true, token));

    public Task<IdentityResult> UpdateAsync(IdentityRole role, CancellationToken token) => IdentityUserStore.DoneAsync(roles.UpdateAsync(role, autoSave: true, token));

    public Task<IdentityResult> DeleteAsync(IdentityRole role, CancellationToken token) => IdentityUserStore.DoneAsync(roles.DeleteAsync(role, autoSave: true, token));

    public async Task<IdentityRole?> FindByIdAsync(string roleId, CancellationToken token) =>
        Guid.TryParse(roleId, out var id) ? await roles.FindAsync(id, includeDetails: false, token) : null;

    public Task<IdentityRole?> FindByNameAsync(string normalizedRoleName, CancellationToken token) => roles.FindByNormalizedNameAsync(normalizedRoleName, false, token);

    public Task<string> GetRoleIdAsync(IdentityRole role, CancellationToken token) => Task.FromResult(role.Id.ToString());

    public Task<string?> GetRoleNameAsync(IdentityRole role, CancellationToken token) => Task.FromResult<string?>(role.Name);

    public Task SetRoleNameAsync(IdentityRole role, string? roleName, CancellationToken token) => IdentityUserStore.Set(() => role.ChangeName(roleName!));

    public Task<string?> GetNormalizedRoleNameAsync(IdentityRole role, CancellationToken token) => Task.FromResult<string?>(role.NormalizedName);

    public Task SetNormalizedRoleNameAsync(IdentityRole role, string? normalizedName, CancellationToken token) => IdentityUserStore.Set(() => role.NormalizedName = normalizedName!);

    public async Task<IList<Claim>> GetClaimsAsync(IdentityRole role, CancellationToken token)
    {
        await roles.EnsureCollectionLoadedAsync(role, r => r.Claims, token);
        return [.. role.Claims.Select(c => c.ToClaim())];
    }

    public async Task AddClaimAsync(IdentityRole role, Claim claim, CancellationToken token)
    {
        await roles.EnsureCollectionLoadedAsync(role, r => r.Claims, token);
        role.AddClaim(guids, claim);
    }

    public async Task RemoveClaimAsync(IdentityRole role, Claim claim, CancellationToken token)
    {
        await roles.EnsureCollectionLoadedAsync(role, r => r.Claims, token);
        role.RemoveClaim(claim);
    }

    public void Dispose()
    {
    }
}
