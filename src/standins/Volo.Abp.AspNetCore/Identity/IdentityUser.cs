using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Guids;
using Volo.Abp.Users;

namespace Volo.Abp.Identity;

/// <summary>Somebody who may sign in. Names, password and lockout are changed through <see cref="IdentityUserManager"/>.</summary>
public class IdentityUser : FullAuditedAggregateRoot<Guid>, IUser, IHasEntityVersion
{
    /// <summary>An active user without password and roles.</summary>
    public IdentityUser(Guid id, string userName, string email, Guid? tenantId = null)
        : base(id)
    {
        Check.NotNull(userName, nameof(userName));
        Check.NotNull(email, nameof(email));
        TenantId = tenantId;
        UserName = userName;
        NormalizedUserName = userName.ToUpperInvariant();
        Email = email;
        NormalizedEmail = email.ToUpperInvariant();
        SecurityStamp = Guid.NewGuid().ToString();
        IsActive = true;
    }

    protected IdentityUser() { }

    public virtual Guid? TenantId { get; protected set; }

    /// <summary>The name to sign in with, unique in the tenant.</summary>
    public virtual string UserName { get; protected internal set; } = default!;
    public virtual string NormalizedUserName { get; protected internal set; } = default!;
    public virtual string? Name { get; set; }
    public virtual string? Surname { get; set; }
    public virtual string Email { get; protected internal set; } = default!;
    public virtual string NormalizedEmail { get; protected internal set; } = default!;
    public virtual bool EmailConfirmed { get; protected internal set; }

    /// <summary>Null for users who sign in elsewhere.</summary>
    public virtual string? PasswordHash { get; protected internal set; }
    public virtual string SecurityStamp { get; protected internal set; } = default!;
    public virtual bool IsExternal { get; set; }
    public virtual string? PhoneNumber { get; protected internal set; }
    public virtual bool PhoneNumberConfirmed { get; protected internal set; }
    public virtual bool IsActive { get; protected internal set; }
    public virtual bool TwoFactorEnabled { get; protected internal set; }
    public virtual DateTimeOffset? LockoutEnd { get; protected internal set; }
    public virtual bool LockoutEnabled { get; protected internal set; }
    public virtual int AccessFailedCount { get; protected internal set; }
    public virtual bool ShouldChangePasswordOnNextLogin { get; protected internal set; }
    public virtual DateTimeOffset? LastPasswordChangeTime { get; protected internal set; }
    public virtual int EntityVersion { get; protected set; }
    public virtual ICollection<IdentityUserRole> Roles { get; protected set; } = [];
    public virtual ICollection<IdentityUserClaim> Claims { get; protected set; } = [];
    public virtual ICollection<IdentityUserLogin> Logins { get; protected set; } = [];
    public virtual ICollection<IdentityUserToken> Tokens { get; protected set; } = [];

    /// <summary>Gives a role; nothing happens if the user has it.</summary>
    public virtual void AddRole(Guid roleId)
    {
        if (!IsInRole(roleId)) Roles.Add(new IdentityUserRole(Id, roleId, TenantId));
    }

    public virtual void RemoveRole(Guid roleId) => Roles.RemoveAll(r => r.RoleId == roleId);

    public virtual bool IsInRole(Guid roleId) => Roles.Any(r => r.RoleId == roleId);

    public virtual void AddClaim(IGuidGenerator guidGenerator, Claim claim) =>
        Claims.Add(new IdentityUserClaim(guidGenerator.Create(), Id, claim.Type, claim.Value, TenantId));

    /// <summary>Removes the claim, however often the user has it.</summary>
    public virtual void RemoveClaim(Claim claim) => Claims.RemoveAll(c => c.ClaimType == claim.Type && c.ClaimValue == claim.Value);

    /// <summary>Puts one claim in the place of another.</summary>
    public virtual void ReplaceClaim(Claim claim, Claim newClaim)
    {
        foreach (var own in Claims.Where(c => c.ClaimType == claim.Type && c.ClaimValue == claim.Value)) own.SetClaim(newClaim);
    }

    public virtual void AddLogin(UserLoginInfo login) => Logins.Add(new IdentityUserLogin(Id, login, TenantId));

    public virtual void RemoveLogin(string loginProvider, string providerKey) =>
        Logins.RemoveAll(l => l.LoginProvider == loginProvider && l.ProviderKey == providerKey);

    public virtual IdentityUserToken? FindToken(string loginProvider, string name) =>
        Tokens.FirstOrDefault(t => t.LoginProvider == loginProvider && t.Name == name);

    public virtual void SetToken(string loginProvider, string name, string value)
    {
        if (FindToken(loginProvider, name) is { } token)
        {
            token.Value = value;
        }
        else
        {
            Tokens.Add(new IdentityUserToken(Id, loginProvider, name, value, TenantId));
        }
    }

    public virtual void RemoveToken(string loginProvider, string name) => Tokens.RemoveAll(t => t.LoginProvider == loginProvider && t.Name == name);

    /// <summary>Lets the user sign in, or not.</summary>
    public virtual void SetIsActive(bool isActive) => IsActive = isActive;

    /// <summary>Says whether the address was shown to be theirs.</summary>
    public virtual void SetEmailConfirmed(bool confirmed) => EmailConfirmed = confirmed;

    public void SetPhoneNumber(string? phoneNumber, bool confirmed)
    {
        PhoneNumber = phoneNumber;
        PhoneNumberConfirmed = !phoneNumber.IsNullOrWhiteSpace() && confirmed;
    }

    /// <summary>Asks for a new password at the next sign-in.</summary>
    public virtual void SetShouldChangePasswordOnNextLogin(bool shouldChangePasswordOnNextLogin) =>
        ShouldChangePasswordOnNextLogin = shouldChangePasswordOnNextLogin;

    public override string ToString() => $"{base.ToString()}, UserName = {UserName}";
}
