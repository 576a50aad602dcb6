using Microsoft.AspNetCore.Identity;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;
using IdentityRole = Volo.Abp.Identity.IdentityRole;

namespace PartnerCrm.Host;

/// <summary>The two roles of an engagement office. A head may do all that a manager may, and what only a head may.</summary>
public class RolesSeed(
    IdentityRoleManager roles, IPermissionDefinitionManager definitions, IPermissionDataSeeder grants, IGuidGenerator guids, ICurrentTenant tenant)
    : IDataSeedContributor, ITransientDependency
{
    public const string Manager = "engagement-manager";
    public const string Head = "head-of-engagement";

    // A head's alone: how much everybody has on, what weighs on others, and what removes without a trace. Merging two contacts can't be taken back, but loses nothing of either.
    private static readonly string[] HeadsOnly =
    [
        Engagement.EngagementPermissions.Relationships.SeeOverrides,
        Clearance.ClearancePermissions.Holds.Place,
        Clearance.ClearancePermissions.OwnerRequests.AnswerForOthers,
        HostPermissions.AuditLogs,
        SetupPermissions.RemoveDemoData,
    ];

    // Neither's: which systems come in is for those to say who look after the installation.
    private static readonly string[] AdministratorsOnly = [HostPermissions.ApiClients];

    [UnitOfWork]
    public virtual async Task SeedAsync(DataSeedContext context)
    {
        var ours = await OfTheOfficeAsync();
        await SeedAsync(Manager, ours.Except(HeadsOnly));
        await SeedAsync(Head, ours);
    }

    /// <summary>All that an engagement office may do in the product.</summary>
    internal async Task<IReadOnlyList<string>> OfTheOfficeAsync() =>
        [.. (await definitions.GetPermissionsAsync()).Select(p => p.Name).Where(n => n.StartsWith("PartnerCrm.", StringComparison.Ordinal)).Except(AdministratorsOnly)];

    private async Task SeedAsync(string name, IEnumerable<string> permissions)
    {
        if (await roles.FindByNameAsync(name) != null) return;
        (await roles.CreateAsync(new IdentityRole(guids.Create(), name, tenant.Id))).CheckErrors();
        await grants.SeedAsync(RolePermissionValueProvider.ProviderName, name, permissions, tenant.Id);
    }
}
