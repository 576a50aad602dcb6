using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

/// <summary>A claim of a user or role.</summary>
public abstract class IdentityClaim : Entity<Guid>, IMultiTenant
{
    protected IdentityClaim() { }

    protected internal IdentityClaim(Guid id, string claimType, string claimValue, Guid? tenantId)
        : base(id)
    {
        ClaimType = claimType;
        ClaimValue = claimValue;
        TenantId = tenantId;
    }

    public virtual Guid? TenantId { get; protected set; }
    public virtual string ClaimType { get; protected set; } = default!;
    public virtual string? ClaimValue { get; protected set; }

    public virtual Claim ToClaim() => new(ClaimType, ClaimValue ?? "");

    /// <summary>Takes type and value from another one.</summary>
    public virtual void SetClaim(Claim claim)
    {
        ClaimType = claim.Type;
        ClaimValue = claim.Value;
    }
}

/// <summary>A claim of a user.</summary>
public class IdentityUserClaim : IdentityClaim
{
    public IdentityUserClaim(Guid id, Guid userId, string claimType, string claimValue, Guid? tenantId)
        : base(id, claimType, claimValue, tenantId) => UserId = userId;

    protected IdentityUserClaim() { }

    public virtual Guid UserId { get; protected set; }
}

/// <summary>A claim of everybody in a role.</summary>
public class IdentityRoleClaim : IdentityClaim
{
    public IdentityRoleClaim(Guid id, Guid roleId, string claimType, string claimValue, Guid? tenantId)
        : base(id, claimType, claimValue, tenantId) => RoleId = roleId;

    protected IdentityRoleClaim() { }

    public virtual Guid RoleId { get; protected set; }
}

/// <summary>A user has a role.</summary>
public class IdentityUserRole : Entity, IMultiTenant
{
    protected IdentityUserRole() { }

    protected internal IdentityUserRole(Guid userId, Guid roleId, Guid? tenantId) => (UserId, RoleId, TenantId) = (userId, roleId, tenantId);

    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid UserId { get; protected set; }
    public virtual Guid RoleId { get; protected set; }

    public override object[] GetKeys() => [UserId, RoleId];
}

/// <summary>A user signs in at another provider.</summary>
public class IdentityUserLogin : Entity, IMultiTenant
{
    protected IdentityUserLogin() { }

    protected internal IdentityUserLogin(Guid userId, UserLoginInfo login, Guid? tenantId)
    {
        UserId = userId;
        LoginProvider = login.LoginProvider;
        ProviderKey = login.ProviderKey;
        ProviderDisplayName = login.ProviderDisplayName;
        TenantId = tenantId;
    }

    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid UserId { get; protected set; }
    public virtual string LoginProvider { get; protected set; } = default!;
    public virtual string ProviderKey { get; protected set; } = default!;
    public virtual string? ProviderDisplayName { get; protected set; }

    public virtual UserLoginInfo ToUserLoginInfo() => new(LoginProvider, ProviderKey, ProviderDisplayName);

    public override object[] GetKeys() => [UserId, LoginProvider];
}

/// <summary>A token kept for a user.</summary>
public class IdentityUserToken : Entity, IMultiTenant
{
    protected IdentityUserToken() { }

    protected internal IdentityUserToken(Guid userId, string loginProvider, string name, string value, Guid? tenantId) =>
        (UserId, LoginProvider, Name, Value, TenantId) = (userId, loginProvider, name, value, tenantId);

    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid UserId { get; protected set; }
    public virtual string LoginProvider { get; protected set; } = default!;
    public virtual string Name { get; protected set; } = default!;
    public virtual string? Value { get; set; }

    public override object[] GetKeys() => [UserId, LoginProvider, Name];
}
