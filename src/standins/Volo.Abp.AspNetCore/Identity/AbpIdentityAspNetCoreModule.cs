using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Modularity;

namespace Volo.Abp.Identity.AspNetCore;

/// <summary>Whether the module sets up authentication.</summary>
public class AbpIdentityAspNetCoreOptions
{
    /// <summary>True for Identity's cookies as the default; false when the host chooses schemes itself.</summary>
    public bool ConfigureAuthentication { get; set; } = true;
}

/// <summary>Signing in with cookies.</summary>
[DependsOn(typeof(AbpIdentityDomainModule))]
public class AbpIdentityAspNetCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.GetObject<IdentityBuilder>().AddDefaultTokenProviders().AddSignInManager<ActiveUserSignInManager>();
        if (!context.Services.ExecutePreConfiguredActions(new AbpIdentityAspNetCoreOptions()).ConfigureAuthentication) return;

        context.Services.AddAuthentication(options =>
        {
            options.DefaultScheme = IdentityConstants.ApplicationScheme;
            options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
        }).AddIdentityCookies();
    }
}

internal sealed class ActiveUserSignInManager(
    UserManager<IdentityUser> users, IHttpContextAccessor accessor, IUserClaimsPrincipalFactory<IdentityUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<IdentityUser>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<IdentityUser> confirmation)
    : SignInManager<IdentityUser>(users, accessor, claims, options, logger, schemes, confirmation)
{
    protected override async Task<SignInResult?> PreSignInCheck(IdentityUser user) =>
        !user.IsActive || user.ShouldChangePasswordOnNextLogin ? SignInResult.NotAllowed : await base.PreSignInCheck(user);
}
