using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Services;
using Volo.Abp.Threading;

namespace Volo.Abp.Identity;

/// <summary>ASP.NET Core Identity's manager over the users of the current tenant.</summary>
[DisableConventionalRegistration]
public class IdentityUserManager : UserManager<IdentityUser>, IDomainService
{
    private readonly IIdentityRoleRepository roles;
    private readonly ICancellationTokenProvider cancellation;

    internal IdentityUserManager(
        IdentityUserStore store, IIdentityRoleRepository roles, IOptions<IdentityOptions> options, IPasswordHasher<IdentityUser> hasher,
        IEnumerable<IUserValidator<IdentityUser>> userValidators, IEnumerable<IPasswordValidator<IdentityUser>> passwordValidators,
        ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<IdentityUserManager> logger, ICancellationTokenProvider cancellation)
        : base(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
    {
        this.roles = roles;
        this.cancellation = cancellation;
    }

    protected override CancellationToken CancellationToken => cancellation.Token;

    /// <summary>Creates the user, with or without the rules for passwords.</summary>
    public virtual async Task<IdentityResult> CreateAsync(IdentityUser user, string password, bool validatePassword)
    {
        var result = await UpdatePasswordHash(user, password, validatePassword);
        return result.Succeeded ? await CreateAsync(user) : result;
    }

    public virtual async Task<IdentityUser> GetByIdAsync(Guid id) =>
        await Store.FindByIdAsync(id.ToString(), CancellationToken) ?? throw new EntityNotFoundException(typeof(IdentityUser), id);

    /// <summary>Gives and takes roles until the user has exactly these.</summary>
    public virtual async Task<IdentityResult> SetRolesAsync(IdentityUser user, IEnumerable<string> roleNames)
    {
        var wanted = roleNames.ToList();
        var had = await GetRolesAsync(user);
        var result = await RemoveFromRolesAsync(user, had.Except(wanted, StringComparer.OrdinalIgnoreCase));
        return result.Succeeded ? await AddToRolesAsync(user, wanted.Except(had, StringComparer.OrdinalIgnoreCase)) : result;
    }

    /// <summary>Gives the roles that every new user has.</summary>
    public virtual async Task<IdentityResult> AddDefaultRolesAsync(IdentityUser user)
    {
        foreach (var role in await roles.GetDefaultOnesAsync(cancellationToken: CancellationToken)) user.AddRole(role.Id);

        return await UpdateUserAsync(user);
    }
}

/// <summary>ASP.NET Core Identity's manager over the roles of the current tenant.</summary>
[DisableConventionalRegistration]
public class IdentityRoleManager : RoleManager<IdentityRole>, IDomainService
{
    private readonly ICancellationTokenProvider cancellation;

    internal IdentityRoleManager(
        IdentityRoleStore store, IEnumerable<IRoleValidator<IdentityRole>> roleValidators, ILookupNormalizer normalizer,
        IdentityErrorDescriber errors, ILogger<IdentityRoleManager> logger, ICancellationTokenProvider cancellation)
        : base(store, roleValidators, normalizer, errors, logger) => this.cancellation = cancellation;

    protected override CancellationToken CancellationToken => cancellation.Token;

    public virtual async Task<IdentityRole> GetByIdAsync(Guid id) =>
        await Store.FindByIdAsync(id.ToString(), CancellationToken) ?? throw new EntityNotFoundException(typeof(IdentityRole), id);

    public override Task<IdentityResult> SetRoleNameAsync(IdentityRole role, string? name) =>
        role.IsStatic && role.Name != name ? throw new BusinessException(IdentityErrorCodes.StaticRoleRenaming) : base.SetRoleNameAsync(role, name);

    public override Task<IdentityResult> DeleteAsync(IdentityRole role) =>
        role.IsStatic ? throw new BusinessException(IdentityErrorCodes.StaticRoleDeletion) : base.DeleteAsync(role);
}
