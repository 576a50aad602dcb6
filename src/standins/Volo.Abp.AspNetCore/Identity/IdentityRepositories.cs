using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity.EntityFrameworkCore;

namespace Volo.Abp.Identity
{
    /// <summary>The users of the current tenant.</summary>
    public interface IIdentityUserRepository : IBasicRepository<IdentityUser, Guid>
    {
        Task<IdentityUser?> FindByNormalizedUserNameAsync(string normalizedUserName, bool includeDetails = true, CancellationToken cancellationToken = default);

        Task<IdentityUser?> FindByNormalizedEmailAsync(string normalizedEmail, bool includeDetails = true, CancellationToken cancellationToken = default);

        /// <summary>By who they are at another provider.</summary>
        Task<IdentityUser?> FindByLoginAsync(string loginProvider, string providerKey, bool includeDetails = true, CancellationToken cancellationToken = default);

        Task<List<IdentityUser>> GetListByIdsAsync(IEnumerable<Guid> ids, bool includeDetails = false, CancellationToken cancellationToken = default);

        Task<List<IdentityUser>> GetListByNormalizedRoleNameAsync(string normalizedRoleName, bool includeDetails = false, CancellationToken cancellationToken = default);

        Task<List<IdentityUser>> GetListByClaimAsync(Claim claim, bool includeDetails = false, CancellationToken cancellationToken = default);

        Task<List<IdentityRole>> GetRolesAsync(Guid id, bool includeDetails = false, CancellationToken cancellationToken = default);

        Task<List<string>> GetRoleNamesAsync(Guid id, CancellationToken cancellationToken = default);
    }

    /// <summary>The roles of the current tenant.</summary>
    public interface IIdentityRoleRepository : IBasicRepository<IdentityRole, Guid>
    {
        Task<IdentityRole?> FindByNormalizedNameAsync(string normalizedRoleName, bool includeDetails = true, CancellationToken cancellationToken = default);

        Task<List<IdentityRole>> GetDefaultOnesAsync(bool includeDetails = false, CancellationToken cancellationToken = default);

        Task<List<IdentityRole>> GetListAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken = default);
    }
}

namespace Volo.Abp.Identity.EntityFrameworkCore
{
    [ExposeServices(typeof(IIdentityUserRepository))]
    internal sealed class EfCoreIdentityUserRepository(IDbContextProvider<IIdentityDbContext> provider)
        : EfCoreRepository<IIdentityDbContext, IdentityUser, Guid>(provider), IIdentityUserRepository
    {
        public async Task<IdentityUser?> FindByNormalizedUserNameAsync(string normalizedUserName, bool includeDetails, CancellationToken cancellationToken) =>
            await (await UsersAsync(includeDetails)).FirstOrDefaultAsync(u => u.NormalizedUserName == normalizedUserName, cancellationToken);

        public async Task<IdentityUser?> FindByNormalizedEmailAsync(string normalizedEmail, bool includeDetails, CancellationToken cancellationToken) =>
            await (await UsersAsync(includeDetails)).FirstOrDefaultAsync(u => u.NormalizedEmail == normalizedEmail, cancellationToken);

        public async Task<IdentityUser?> FindByLoginAsync(string loginProvider, string providerKey, bool includeDetails, CancellationToken cancellationToken) =>
            await (await UsersAsync(includeDetails)).FirstOrDefaultAsync(
                u => u.Logins.Any(l => l.LoginProvider == loginProvider && l.ProviderKey == providerKey), cancellationToken);

        public async Task<List<IdentityUser>> GetListByIdsAsync(IEnumerable<Guid> ids, bool includeDetails, CancellationToken cancellationToken) =>
            await (await UsersAsync(includeDetails)).Where(u => ids.Contains(u.Id)).ToListAsync(cancellationToken);

        public async Task<List<IdentityUser>> GetListByNormalizedRoleNameAsync(string normalizedRoleName, bool includeDetails, CancellationToken cancellationToken)
        {
            var roles = (await GetDbContextAsync()).Roles.Where(r => r.NormalizedName == normalizedRoleName);
            return await (await UsersAsync(includeDetails)).Where(u => u.Roles.Any(r => roles.Any(role => role.Id == r.RoleId))).ToListAsync(cancellationToken);
        }

        public async Task<List<IdentityUser>> GetListByClaimAsync(Claim claim, bool includeDetails, CancellationToken cancellationToken) =>
            await (await UsersAsync(includeDetails)).Where(
                u => u.Claims.Any(c => c.ClaimType == claim.Type && c.ClaimValue == claim.Value)).ToListAsync(cancellationToken);

        public async Task<List<IdentityRole>> GetRolesAsync(Guid id, bool includeDetails, CancellationToken cancellationToken) =>
            await (await RolesOfAsync(id)).ToListAsync(cancellationToken);

        public async Task<List<string>> GetRoleNamesAsync(Guid id, CancellationToken cancellationToken) =>
            await (await RolesOfAsync(id)).Select(r => r.Name).ToListAsync(cancellationToken);

        public override async Task<IQueryable<IdentityUser>> WithDetailsAsync() => await UsersAsync(includeDetails: true);

        private async Task<IQueryable<IdentityRole>> RolesOfAsync(Guid id)
        {
            var context = await GetDbContextAsync();
            return from userRole in context.Set<IdentityUserRole>() where userRole.UserId == id
                   join role in context.Roles on userRole.RoleId equals role.Id
                   orderby role.Name
                   select role;
        }

        private async Task<IQueryable<IdentityUser>> UsersAsync(bool includeDetails)
        {
            var users = (await GetDbContextAsync()).Users;
            return includeDetails ? users.Include(u => u.Roles).Include(u => u.Claims).Include(u => u.Logins).Include(u => u.Tokens).AsSplitQuery() : users;
        }
    }

    [ExposeServices(typeof(IIdentityRoleRepository))]
    internal sealed class EfCoreIdentityRoleRepository(IDbContextProvider<IIdentityDbContext> provider)
        : EfCoreRepository<IIdentityDbContext, IdentityRole, Guid>(provider), IIdentityRoleRepository
    {
        public async Task<IdentityRole?> FindByNormalizedNameAsync(string normalizedRoleName, bool includeDetails, CancellationToken cancellationToken) =>
            await (await RolesAsync(includeDetails)).FirstOrDefaultAsync(r => r.NormalizedName == normalizedRoleName, cancellationToken);

        public async Task<List<IdentityRole>> GetDefaultOnesAsync(bool includeDetails, CancellationToken cancellationToken) =>
            await (await RolesAsync(includeDetails)).Where(r => r.IsDefault).ToListAsync(cancellationToken);

        public async Task<List<IdentityRole>> GetListAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
            await (await RolesAsync(includeDetails: false)).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);

        public override async Task<IQueryable<IdentityRole>> WithDetailsAsync() => await RolesAsync(includeDetails: true);

        private async Task<IQueryable<IdentityRole>> RolesAsync(bool includeDetails)
        {
            var roles = (await GetDbContextAsync()).Roles;
            return includeDetails ? roles.Include(r => r.Claims) : roles;
        }
    }
}
