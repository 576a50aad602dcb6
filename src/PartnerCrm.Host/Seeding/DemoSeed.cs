using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host;

/// <summary>Demo mode only: two made-up engagement managers, and the API client that etc/demo.sh plays the story with.</summary>
public class DemoSeed(
    IConfiguration configuration,
    RolesSeed roles,
    IdentityUserManager users,
    IRepository<ApiClient, Guid> clients,
    IPermissionDataSeeder grants,
    IGuidGenerator guids,
    ICurrentTenant tenant) : IDataSeedContributor, ITransientDependency
{
    public const string ClientId = "partnercrm-demo";
    public const string ClientSecretVariable = "PARTNERCRM_CLIENT_SECRET";
    public const string PasswordVariable = "PARTNERCRM_DEMO_PASSWORD";

    [UnitOfWork]
    public virtual async Task SeedAsync(DataSeedContext context)
    {
        // The demo is the host's; a tenant made while it runs begins empty.
        if (!configuration.IsDemo() || context.TenantId != null) return;
        // Contributors run in no order of ours, and these two need their role.
        await roles.SeedAsync(context);
        if (await users.FindByNameAsync("admin") is { } administrator) await AdoptAsync(administrator, configuration[Seeding.AdminPasswordVariable], Seeding.AdminPasswordVariable);
        await AddColleagueAsync("robin", "Robin", "Sample");
        await AddColleagueAsync("toni", "Toni", "Specimen");
        await AddClientAsync();
    }

    // Their password is the demo's, else the administrator's; without either nobody knows it. There is no default.
    private async Task AddColleagueAsync(string userName, string name, string surname)
    {
        var variable = configuration[PasswordVariable] is { Length: > 0 } ? PasswordVariable : Seeding.AdminPasswordVariable;
        if (await users.FindByNameAsync(userName) is { } known)
        {
            await AdoptAsync(known, configuration[variable], variable);
            return;
        }

        var given = configuration[variable] is { Length: > 0 } password ? password : Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)) + "aA1!";
        var user = new IdentityUser(guids.Create(), userName, $"{userName}@university.example.org", tenant.Id) { Name = name, Surname = surname };
        user.SetEmailConfirmed(true);
        Accept(await users.CreateAsync(user, given), variable);
        (await users.AddToRoleAsync(user, RolesSeed.Manager)).CheckErrors();
    }

    // etc/run.sh says which passwords are right: so they are, also when other ones are given the next time. One that was changed by hand stays until then.
    private async Task AdoptAsync(IdentityUser user, string? given, string variable)
    {
        if (string.IsNullOrEmpty(given) || await users.CheckPasswordAsync(user, given)) return;
        (await users.RemovePasswordAsync(user)).CheckErrors();
        Accept(await users.AddPasswordAsync(user, given), variable);
    }

    private static void Accept(IdentityResult result, string variable)
    {
        if (!result.Succeeded) throw new WrongConfigurationException($"{variable} is no password here: {string.Join(" ", result.Errors.Select(e => e.Description))}");
    }

    private async Task AddClientAsync()
    {
        if (configuration[ClientSecretVariable] is not { Length: > 0 } secret) return;
        if (secret.Length < ApiClient.ShortestSecret) throw new WrongConfigurationException($"{ClientSecretVariable} needs at least {ApiClient.ShortestSecret} characters.");
        if (await clients.FindAsync(c => c.ClientId == ClientId) is { } client)
        {
            if (client.HasSecret(secret)) return;
            client.ChangeSecret(secret);
            await clients.UpdateAsync(client);
            return;
        }

        await clients.InsertAsync(new ApiClient(guids.Create(), tenant.Id, ClientId, "Demo client", secret, TokenEndpoints.Scope));
        await grants.SeedAsync(ClientPermissionValueProvider.ProviderName, ClientId, await roles.OfTheOfficeAsync(), tenant.Id);
    }
}
