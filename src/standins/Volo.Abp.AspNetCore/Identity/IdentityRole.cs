using System.Security.Claims;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

/// <summary>A set of permissions that users are given together.</summary>
public class IdentityRole : AggregateRoot<Guid>, IMultiTenant, IHasEntityVersion
{
    public IdentityRole(Guid id, string name, Guid? tenantId = null)
        : base(id)
    {
        Name = Check.NotNull(name, nameof(name));
        NormalizedName = name.ToUpperInvariant();
        TenantId = tenantId;
    }

    protected IdentityRole() { }

    public virtual Guid? TenantId { get; protected set; }

    /// <summary>The name, unique in the tenant; permission grants refer to it.</summary>
    public virtual string Name { get; protected internal set; } = default!;
    public virtual string NormalizedName { get; protected internal set; } = default!;
    public virtual bool IsDefault { get; set; }
    public virtual bool IsStatic { get; set; }
    public virtual bool IsPublic { get; set; }
    public virtual int EntityVersion { get; protected set; }
    public virtual ICollection<IdentityRoleClaim> Claims { get; protected set; } = [];

    /// <summary>Renames the role; its permission grants follow.</summary>
    public virtual void ChangeName(string name)
    {
        Check.NotNullOrWhiteSpace(name, nameof(name));
        AddLocalEvent(new IdentityRoleNameChangedEvent { IdentityRole = this, OldName = Name });
        Name = name;
    }

    public virtual void AddClaim(IGuidGenerator guidGenerator, Claim claim) =>
        Claims.Add(new IdentityRoleClaim(guidGenerator.Create(), Id, claim.Type, claim.Value, TenantId));

    public virtual void RemoveClaim(Claim claim) => Claims.RemoveAll(c => c.ClaimType == claim.Type && c.ClaimValue == claim.Value);

    public override string ToString() => $"{base.ToString()}, Name = {Name}";
}

/// <summary>A role was renamed.</summary>
public class IdentityRoleNameChangedEvent
{
    public IdentityRole IdentityRole { get; set; } = default!;
    public string OldName { get; set; } = default!;
}

/// <summary>Codes of what the identity module refuses.</summary>
public static class IdentityErrorCodes
{
    public const string UserSelfDeletion = "Volo.Abp.Identity:010001";
    public const string ExternalUserPasswordChange = "Volo.Abp.Identity:010003";
    public const string StaticRoleRenaming = "Volo.Abp.Identity:010005";
    public const string StaticRoleDeletion = "Volo.Abp.Identity:010006";
}
