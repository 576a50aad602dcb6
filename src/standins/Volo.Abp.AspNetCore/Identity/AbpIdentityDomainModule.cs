using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.Domain;
using Volo.Abp.Modularity;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Identity;

/// <summary>Users and roles.</summary>
[DependsOn(typeof(AbpDddDomainModule))]
public class AbpIdentityDomainModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<IdentityUserStore>();
        services.TryAddScoped<IdentityRoleStore>();
        services.TryAddScoped<IUserStore<IdentityUser>>(p => p.GetRequiredService<IdentityUserStore>());
        services.TryAddScoped<IRoleStore<IdentityRole>>(p => p.GetRequiredService<IdentityRoleStore>());
        services.TryAddScoped(p => new IdentityUserManager(
            p.GetRequiredService<IdentityUserStore>(), p.GetRequiredService<IIdentityRoleRepository>(), p.GetRequiredService<IOptions<IdentityOptions>>(),
            p.GetRequiredService<IPasswordHasher<IdentityUser>>(), p.GetServices<IUserValidator<IdentityUser>>(),
            p.GetServices<IPasswordValidator<IdentityUser>>(), p.GetRequiredService<ILookupNormalizer>(), p.GetRequiredService<IdentityErrorDescriber>(), p,
            p.GetRequiredService<Microsoft.Extensions.Logging.ILogger<IdentityUserManager>>(), p.GetRequiredService<Threading.ICancellationTokenProvider>()));
        services.TryAddScoped(p => new IdentityRoleManager(
            p.GetRequiredService<IdentityRoleStore>(), p.GetServices<IRoleValidator<IdentityRole>>(), p.GetRequiredService<ILookupNormalizer>(),
            p.GetRequiredService<IdentityErrorDescriber>(), p.GetRequiredService<Microsoft.Extensions.Logging.ILogger<IdentityRoleManager>>(),
            p.GetRequiredService<Threading.ICancellationTokenProvider>()));
        services.TryAddScoped<UserManager<IdentityUser>>(p => p.GetRequiredService<IdentityUserManager>());
        services.TryAddScoped<RoleManager<IdentityRole>>(p => p.GetRequiredService<IdentityRoleManager>());
        services.AddObjectAccessor(services.AddIdentityCore<IdentityUser>().AddRoles<IdentityRole>().AddClaimsPrincipalFactory<TenantClaimsPrincipalFactory>());

        services.TryAddTransient<IIdentityDataSeeder, IdentityDataSeeder>();
        services.Configure<IdentityOptions>(options =>
        {
            options.ClaimsIdentity.UserIdClaimType = AbpClaimTypes.UserId;
            options.ClaimsIdentity.UserNameClaimType = AbpClaimTypes.UserName;
            options.ClaimsIdentity.RoleClaimType = AbpClaimTypes.Role;
            options.ClaimsIdentity.EmailClaimType = AbpClaimTypes.Email;
        });
    }
}

// Says of a signed-in user what ABP's services ask of the principal.
internal sealed class TenantClaimsPrincipalFactory(
    UserManager<IdentityUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<IdentityUser, IdentityRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(IdentityUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        Add(AbpClaimTypes.TenantId, user.TenantId?.ToString());
        Add(AbpClaimTypes.Name, user.Name);
        Add(AbpClaimTypes.SurName, user.Surname);
        Add(AbpClaimTypes.PhoneNumber, user.PhoneNumber);
        Add(AbpClaimTypes.EmailVerified, user.EmailConfirmed.ToString());
        Add(AbpClaimTypes.PhoneNumberVerified, user.PhoneNumber == null ? null : user.PhoneNumberConfirmed.ToString());
        return identity;

        void Add(string type, string? value)
        {
            if (!value.IsNullOrWhiteSpace()) identity.AddIfNotContains(new Claim(type, value));
        }
    }
}
