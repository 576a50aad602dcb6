using Microsoft.AspNetCore.Identity;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host;

/// <summary>
/// Finds the account of somebody the provider vouches for: by an earlier sign-in, else by a verified e-mail address, else a new one where that is
/// allowed. Their groups give and take the roles that are mapped; other roles are ours alone.
/// </summary>
public class ExternalAccounts(IdentityUserManager users, ExternalProvider provider, IUnitOfWorkManager unitsOfWork, IGuidGenerator guids, ICurrentTenant tenant, ILogger<ExternalAccounts> logger) : ITransientDependency
{
    public async Task<Guid?> FindAsync(ExternalPerson person)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        var user = await users.FindByLoginAsync(ExternalProvider.Scheme, person.Subject) ?? await LinkAsync(person);
        if (user is not { IsActive: true }) return null;
        await GiveRolesAsync(user, person.Groups);
        await unitOfWork.CompleteAsync();
        return user.Id;
    }

    private async Task<IdentityUser?> LinkAsync(ExternalPerson person)
    {
        // An address nobody verified may be anybody's.
        if (person is not { Email: { } email, IsEmailVerified: true }) return null;
        var user = await users.FindByEmailAsync(email);
        if (user == null && provider.CreatesUsers) user = await CreateAsync(person, email);
        if (user == null) return null;
        var logins = await users.GetLoginsAsync(user);
        // The account belongs to another person of the provider: an address that was given to somebody new doesn't take it over.
        if (logins.Any(l => l.LoginProvider == ExternalProvider.Scheme)) return null;
        (await users.AddLoginAsync(user, new UserLoginInfo(ExternalProvider.Scheme, person.Subject, provider.DisplayName))).CheckErrors();
        logger.LogInformation("User {UserId} is linked to the external provider.", user.Id);
        return user;
    }

    private async Task<IdentityUser> CreateAsync(ExternalPerson person, string email)
    {
        var user = new IdentityUser(guids.Create(), await FreeNameAsync(person.UserName ?? email, email), email, tenant.Id) { Name = person.GivenName, Surname = person.FamilyName, IsExternal = true };
        user.SetEmailConfirmed(true);
        (await users.CreateAsync(user)).CheckErrors();
        return user;
    }

    // Their name, else their address; what a user name may not have (o'neil@…) is left out.
    private async Task<string> FreeNameAsync(string wished, string email) =>
        wished.All(IsAllowed) && await users.FindByNameAsync(wished) == null ? wished : string.Concat(email.Where(IsAllowed));

    private bool IsAllowed(char c) => users.Options.User.AllowedUserNameCharacters.Contains(c);

    private async Task GiveRolesAsync(IdentityUser user, IReadOnlyList<string> groups)
    {
        if (provider.Roles.Count == 0) return;
        var has = await users.GetRolesAsync(user);
        var theirs = groups.Where(provider.Roles.ContainsKey).Select(g => provider.Roles[g]).Distinct().ToList();
        var wanted = has.Except(provider.Roles.Values).Concat(theirs).ToList();
        if (!wanted.ToHashSet().SetEquals(has)) (await users.SetRolesAsync(user, wanted)).CheckErrors();
    }
}
