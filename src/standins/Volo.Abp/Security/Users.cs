using System.Globalization;
using System.Security.Claims;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Users;

/// <summary>Who is calling.</summary>
public interface ICurrentUser
{
    bool IsAuthenticated { get; }
    Guid? Id { get; }
    string? UserName { get; }
    string? Name { get; }
    string? SurName { get; }
    string? PhoneNumber { get; }
    bool PhoneNumberVerified { get; }
    string? Email { get; }
    bool EmailVerified { get; }
    Guid? TenantId { get; }
    string[] Roles { get; }
    Claim? FindClaim(string claimType);
    Claim[] FindClaims(string claimType);
    Claim[] GetAllClaims();
    bool IsInRole(string roleName);
}

internal sealed class CurrentUser(ICurrentPrincipalAccessor principalAccessor) : ICurrentUser, ITransientDependency
{
    public bool IsAuthenticated => Id.HasValue;
    public Guid? Id => Guid.TryParse(this.FindClaimValue(AbpClaimTypes.UserId), out var id) ? id : null;
    public string? UserName => this.FindClaimValue(AbpClaimTypes.UserName);
    public string? Name => this.FindClaimValue(AbpClaimTypes.Name);
    public string? SurName => this.FindClaimValue(AbpClaimTypes.SurName);
    public string? PhoneNumber => this.FindClaimValue(AbpClaimTypes.PhoneNumber);
    public bool PhoneNumberVerified => IsTrue(AbpClaimTypes.PhoneNumberVerified);
    public string? Email => this.FindClaimValue(AbpClaimTypes.Email);
    public bool EmailVerified => IsTrue(AbpClaimTypes.EmailVerified);
    public Guid? TenantId => Guid.TryParse(this.FindClaimValue(AbpClaimTypes.TenantId), out var id) ? id : null;
    public string[] Roles => FindClaims(AbpClaimTypes.Role).Select(c => c.Value).Distinct().ToArray();

    public Claim? FindClaim(string claimType) => principalAccessor.Principal.FindFirst(claimType);

    public Claim[] FindClaims(string claimType) => principalAccessor.Principal.FindAll(claimType).ToArray();

    public Claim[] GetAllClaims() => principalAccessor.Principal.Claims.ToArray();

    public bool IsInRole(string roleName) => Roles.Contains(roleName);

    private bool IsTrue(string claimType) => string.Equals(this.FindClaimValue(claimType), "true", StringComparison.OrdinalIgnoreCase);
}

public static class CurrentUserExtensions
{
    public static string? FindClaimValue(this ICurrentUser currentUser, string claimType) => currentUser.FindClaim(claimType)?.Value;

    public static T FindClaimValue<T>(this ICurrentUser currentUser, string claimType) where T : struct =>
        currentUser.FindClaimValue(claimType) is not { } value ? default
        : typeof(T) == typeof(Guid) ? (T)(object)Guid.Parse(value)
        : (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);

    public static Guid GetId(this ICurrentUser currentUser) =>
        currentUser.Id ?? throw new AbpException("The current user has no id: nobody is signed in.");

    public static string? FindSessionId(this ICurrentUser currentUser) => currentUser.FindClaimValue(AbpClaimTypes.SessionId);

    public static Guid? FindImpersonatorUserId(this ICurrentUser currentUser) =>
        Guid.TryParse(currentUser.FindClaimValue(AbpClaimTypes.ImpersonatorUserId), out var id) ? id : null;
}
