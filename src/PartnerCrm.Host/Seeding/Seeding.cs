using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Puts in what an empty database needs: roles, the first administrator, default templates and plans; in demo mode the demo's people too.</summary>
public static class Seeding
{
    public const string AdminPasswordVariable = "PARTNERCRM_ADMIN_PASSWORD";

    public static async Task RunAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var configuration = scope.ServiceProvider.GetRequiredService<IConfiguration>();
        var context = new DataSeedContext();
        // There is no default password: without one given, no administrator is made.
        if (configuration[AdminPasswordVariable] is { Length: > 0 } password)
            context.WithProperty("AdminEmail", configuration["PARTNERCRM_ADMIN_EMAIL"] ?? "admin@example.org").WithProperty("AdminPassword", password);
        await scope.ServiceProvider.GetRequiredService<IDataSeeder>().SeedAsync(context);
        await unitOfWork.CompleteAsync();
    }
}

/// <summary>The first administrator, from the password given at the start.</summary>
public class AdministratorSeed(IIdentityDataSeeder identity) : IDataSeedContributor, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task SeedAsync(DataSeedContext context)
    {
        if (context["AdminPassword"] is string password)
            await identity.SeedAsync((string)context["AdminEmail"]!, password, context.TenantId);
    }
}
