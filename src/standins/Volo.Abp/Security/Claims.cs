using System.Security.Claims;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Security.Claims;

/// <summary>Names of claims; the host may change them at start.</summary>
public static class AbpClaimTypes
{
    public static string UserName { get; set; } = ClaimTypes.Name;
    public static string Name { get; set; } = ClaimTypes.GivenName;
    public static string SurName { get; set; } = ClaimTypes.Surname;
    public static string UserId { get; set; } = ClaimTypes.NameIdentifier;
    public static string Role { get; set; } = ClaimTypes.Role;
    public static string Email { get; set; } = ClaimTypes.Email;
    public static string EmailVerified { get; set; } = "email_verified";
    public static string PhoneNumber { get; set; } = "phone_number";
    public static string PhoneNumberVerified { get; set; } = "phone_number_verified";
    public static string TenantId { get; set; } = "tenantid";
    public static string ClientId { get; set; } = "client_id";
    public static string SessionId { get; set; } = "session_id";
    public static string ImpersonatorTenantId { get; set; } = "impersonator_tenantid";
    public static string ImpersonatorUserId { get; set; } = "impersonator_userid";
    public static string ImpersonatorUserName { get; set; } = "impersonator_username";
}

/// <summary>On whose behalf the code runs; never null, perhaps anonymous.</summary>
public interface ICurrentPrincipalAccessor
{
    ClaimsPrincipal Principal { get; }

    /// <summary>Acts as somebody else until disposed.</summary>
    IDisposable Change(ClaimsPrincipal principal);
}

/// <inheritdoc />
public abstract class CurrentPrincipalAccessorBase : ICurrentPrincipalAccessor
{
    private readonly AsyncLocal<ClaimsPrincipal?> changed = new();

    public ClaimsPrincipal Principal => changed.Value ?? GetClaimsPrincipal();

    public virtual IDisposable Change(ClaimsPrincipal principal)
    {
        var outer = changed.Value;
        changed.Value = principal;
        return new DisposeAction(() => changed.Value = outer);
    }

    protected abstract ClaimsPrincipal GetClaimsPrincipal();
}

/// <summary>The thread's principal.</summary>
public class ThreadCurrentPrincipalAccessor : CurrentPrincipalAccessorBase, ISingletonDependency
{
    protected override ClaimsPrincipal GetClaimsPrincipal() => Thread.CurrentPrincipal as ClaimsPrincipal ?? new ClaimsPrincipal(new ClaimsIdentity());
}

public static class CurrentPrincipalAccessorExtensions
{
    public static IDisposable Change(this ICurrentPrincipalAccessor currentPrincipalAccessor, Claim claim) => currentPrincipalAccessor.Change([claim]);

    public static IDisposable Change(this ICurrentPrincipalAccessor currentPrincipalAccessor, IEnumerable<Claim> claims) =>
        currentPrincipalAccessor.Change(new ClaimsIdentity(claims));

    public static IDisposable Change(this ICurrentPrincipalAccessor currentPrincipalAccessor, ClaimsIdentity claimsIdentity) =>
        currentPrincipalAccessor.Change(new ClaimsPrincipal(claimsIdentity));
}
