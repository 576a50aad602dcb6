using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartnerCrm.Shared;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace PartnerCrm.Host.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>
/// The whole host in the tests' own process, where its clock, its workers and its database can be reached. With a fixed clock its workers
/// rest, and tests call their passes.
/// </summary>
public sealed class HostApp : IAsyncDisposable
{
    public const string Secret = "a-secret-for-these-tests-only-1A!";
    private readonly string data = Directory.CreateTempSubdirectory("crmapp").FullName;
    private readonly FixedClock? clock;
    private WebApplication app = null!;

    private HostApp(FixedClock? clock) => this.clock = clock;

    public FixedClock Clock => clock ?? throw new InvalidOperationException("This one runs by the real clock.");
    public DatabaseOptions Database { get; private set; } = null!;
    public IServiceProvider Services => app.Services;

    public static Task<HostApp> WithFixedClockAsync(Database database = Tests.Database.Sqlite) => StartAsync(database, new FixedClock());

    public static Task<HostApp> WithWorkersAsync(Database database = Tests.Database.Sqlite) => StartAsync(database, null);

    /// <summary>In a scope, a tenant and a transaction of its own.</summary>
    public async Task<T> DoAsync<T>(Guid? tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        using var inTenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant);
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await work(scope.ServiceProvider);
        await unitOfWork.CompleteAsync();
        return result;
    }

    public Task DoAsync(Guid? tenant, Func<IServiceProvider, Task> work) => DoAsync(tenant, async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>All rows of a tenant.</summary>
    public Task<List<T>> AllAsync<T>(Guid? tenant) where T : class, Volo.Abp.Domain.Entities.IEntity =>
        DoAsync(tenant, services => services.GetRequiredService<IRepository<T>>().GetListAsync());

    /// <summary>A new tenant with all that a new tenant gets.</summary>
    public async Task<Guid> AddTenantAsync(string name)
    {
        var tenant = await DoAsync(null, async services =>
            (await services.GetRequiredService<ITenantRepository>().InsertAsync(await services.GetRequiredService<ITenantManager>().CreateAsync(name))).Id);
        await DoAsync(tenant, services => services.GetRequiredService<IDataSeeder>().SeedAsync(new DataSeedContext(tenant)));
        // A tenant begins empty; these are the story's.
        await DoAsync(tenant, async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            foreach (var name in (string[])["robin", "toni"])
            {
                var user = new IdentityUser(Guid.NewGuid(), name, $"{name}@university.example.org", tenant) { Name = name, Surname = "Sample" };
                (await users.CreateAsync(user, $"{Guid.NewGuid()}aA1!")).Succeeded.ShouldBeTrue();
                (await users.AddToRoleAsync(user, RolesSeed.Manager)).Succeeded.ShouldBeTrue();
            }
        });
        return tenant;
    }

    /// <summary>A system of that tenant which may do all that there is to do.</summary>
    public async Task<Caller> SignInAsync(Guid? tenant)
    {
        var client = $"client-{Guid.NewGuid():N}";
        await DoAsync(tenant, services => services.GetRequiredService<IRepository<ApiClient, Guid>>().InsertAsync(
            new ApiClient(Guid.NewGuid(), tenant, client, "A client", Secret, TokenEndpoints.Scope)));
        // ABP keeps the grants of clients outside of tenants.
        await DoAsync(null, async services =>
        {
            var permissions = await services.GetRequiredService<IPermissionDefinitionManager>().GetPermissionsAsync();
            await services.GetRequiredService<IPermissionDataSeeder>().SeedAsync(ClientPermissionValueProvider.ProviderName, client, permissions.Select(p => p.Name));
        });
        var caller = Anonymous();
        await caller.SignInAsync(client, Secret);
        return caller;
    }

    public Caller Anonymous()
    {
        var http = app.GetTestClient();
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        return new Caller(http);
    }

    public async ValueTask DisposeAsync()
    {
        if (app != null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<HostApp> StartAsync(Database database, FixedClock? clock)
    {
        var host = new HostApp(clock);
        try
        {
            await host.BuildAsync(database);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    // As Program does it.
    private async Task BuildAsync(Database database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development, ApplicationName = typeof(PartnerCrmHostModule).Assembly.GetName().Name, ContentRootPath = Repository.File("src/PartnerCrm.Host"),
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PARTNERCRM_DATA"] = data, ["Demo:Enabled"] = "true", ["App:SelfUrl"] = "http://localhost", ["PARTNERCRM_ADMIN_PASSWORD"] = Secret, ["Logging:LogLevel:Default"] = "Error", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Error",
        });
        if (database == Tests.Database.PostgreSql)
        {
            builder.Configuration["Database:Provider"] = "PostgreSql";
            builder.Configuration["ConnectionStrings:Default"] = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        }

        builder.Configuration.AddPartnerCrm();
        Database = DatabaseOptions.From(builder.Configuration);
        await Migrations.ApplyAsync(Database, _ => { });
        builder.Host.UseFoundation();
        builder.WebHost.UseTestServer();
        if (clock != null) builder.Services.AddSingleton<TimeProvider>(clock);
        await builder.AddApplicationAsync<PartnerCrmHostModule>();
        if (clock != null) builder.Services.Configure<AbpBackgroundWorkerOptions>(workers => workers.IsEnabled = false);
        app = builder.Build();
        await app.InitializeApplicationAsync();
        await Seeding.RunAsync(app.Services);
        await app.StartAsync();
    }
}
