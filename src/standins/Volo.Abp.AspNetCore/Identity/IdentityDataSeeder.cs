using Microsoft.AspNetCore.Identity;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

/// <summary>Makes the administrator.</summary>
public interface IIdentityDataSeeder
{
    /// <summary>Makes the user and role <c>admin</c> where they are missing; an existing password stays.</summary>
    Task<IdentityDataSeedResult> SeedAsync(string adminEmail, string adminPassword, Guid? tenantId = null);
}

/// <summary>What a seeder made.</summary>
public class IdentityDataSeedResult
{
    public bool CreatedAdminUser { get; set; }
    public bool CreatedAdminRole { get; set; }
}

/// <summary>Seeds the administrator that the seed context describes; without a password in it, none.</summary>
public class IdentityDataSeedContributor(IIdentityDataSeeder identityDataSeeder) : IDataSeedContributor, ITransientDependency
{
    /// <summary>The property with the administrator's e-mail address.</summary>
    public const string AdminEmailPropertyName = "AdminEmail";
    public const string AdminPasswordPropertyName = "AdminPassword";
    protected IIdentityDataSeeder IdentityDataSeeder { get; } = identityDataSeeder;

    public virtual async Task SeedAsync(DataSeedContext context)
    {
        if (context[AdminPasswordPropertyName] is string { Length: > 0 } password)
        {
            await IdentityDataSeeder.SeedAsync(context[AdminEmailPropertyName] as string ?? "admin@abp.io", password, context.TenantId);
        }
    }
}

internal sealed class IdentityDataSeeder(
    IdentityUserManager users, IdentityRoleManager roles, IGuidGenerator guids, ICurrentTenant currentTenant) : IIdentityDataSeeder
{
    private const string Admin = "admin";

    public async Task<IdentityDataSeedResult> SeedAsync(string adminEmail, string adminPassword, Guid? tenantId = null)
    {
        Check.NotNullOrWhiteSpace(adminEmail, nameof(adminEmail));
        Check.NotNullOrWhiteSpace(adminPassword, nameof(adminPassword));
        using (currentTenant.Change(tenantId))
        {
            var result = new IdentityDataSeedResult();
            if (await roles.FindByNameAsync(Admin) == null)
            {
                (await roles.CreateAsync(new IdentityRole(guids.Create(), Admin, tenantId) { IsStatic = true, IsPublic = true })).CheckErrors();
                result.CreatedAdminRole = true;
            }

            if (await users.FindByNameAsync(Admin) == null)
            {
                var user = new IdentityUser(guids.Create(), Admin, adminEmail, tenantId) { Name = Admin };
                (await users.CreateAsync(user, adminPassword, validatePassword: false)).CheckErrors();
                (await users.AddToRoleAsync(user, Admin)).CheckErrors();
                result.CreatedAdminUser = true;
            }

            return result;
        }
    }
}
