using System.Text;
using Volo.Abp.Data;
using Volo.Abp.Identity;
using Volo.Abp.Modularity;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Puts in what an empty database needs: roles, the first administrator, default templates and plans; in demo mode the demo's people too.</summary>
public static class Seeding
{
    public const string AdminPasswordVariable = "PARTNERCRM_ADMIN_PASSWORD";
    private const string AdminEmailVariable = "PARTNERCRM_ADMIN_EMAIL";

    public static async Task RunAsync(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var database = DatabaseOptions.From(configuration);
        var seal = Seal(services, configuration);
        if (await Migrations.IsSeededAsync(database, seal)) return;

        await using var scope = services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var context = new DataSeedContext();
        // There is no default password: without one given, no administrator is made.
        if (configuration[AdminPasswordVariable] is { Length: > 0 } password)
            context.WithProperty(IdentityDataSeedContributor.AdminEmailPropertyName, configuration[AdminEmailVariable] ?? "admin@example.org").WithProperty(IdentityDataSeedContributor.AdminPasswordPropertyName, password);
        await scope.ServiceProvider.GetRequiredService<IDataSeeder>().SeedAsync(context);
        await unitOfWork.CompleteAsync();
        await Migrations.RecordSeedingAsync(database, seal);
    }

    // The same program with the same wishes has nothing to add to a database it has seeded. Sealed, because there are passwords among them.
    private static string Seal(IServiceProvider services, IConfiguration configuration)
    {
        var programs = services.GetRequiredService<IModuleContainer>().Modules.Select(m => m.Type.Assembly.ManifestModule.ModuleVersionId).Distinct().Select(id => id.ToString());
        string?[] wishes = [configuration[HostConfiguration.DemoEnabled], configuration[AdminEmailVariable], configuration[AdminPasswordVariable], configuration[DemoSeed.PasswordVariable], configuration[DemoSeed.ClientSecretVariable]];
        return Convert.ToHexString(services.GetRequiredService<RootKey>().Seal(Encoding.UTF8.GetBytes(string.Join('\n', [.. programs, .. wishes])), "seeding"));
    }
}
