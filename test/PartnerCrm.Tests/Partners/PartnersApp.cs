using System.Security.Claims;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnerCrm.Contracts;
using PartnerCrm.Partners;
using PartnerCrm.Tests.Engagement;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Tests.Partners;

/// <summary>The partners module on a SQLite file of its own, with everybody else's answers in the test's hands.</summary>
public sealed class PartnersApp : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partners-tests-").FullName;
    private IAbpApplicationWithInternalServiceProvider application = null!;

    public FixedClock Clock { get; } = new();
    public SaidClearance Clearance { get; } = new();
    public SaidOverviews Relationships { get; } = new();

    public static async Task<PartnersApp> StartAsync()
    {
        var app = new PartnersApp();
        app.application = await AbpApplicationFactory.CreateAsync<PartnersTestModule>(options =>
        {
            options.Services.AddSingleton(app);
            options.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                [new("ConnectionStrings:Default", $"Data Source={Path.Combine(app.folder, "partners.db")}")]).Build());
        });
        await app.application.InitializeAsync();
        await app.DoAsync(async services =>
            await (await services.GetRequiredService<IDbContextProvider<PartnersTestDbContext>>().GetDbContextAsync()).Database.EnsureCreatedAsync());
        return app;
    }

    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work, Guid? user = null)
    {
        await using var scope = application.ServiceProvider.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var claims = user is null ? [] : new[] { new Claim(AbpClaimTypes.UserId, user.Value.ToString()) };
        using var asUser = services.GetRequiredService<ICurrentPrincipalAccessor>().Change(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")));
        using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await work(services);
        await unitOfWork.CompleteAsync();
        return result;
    }

    public Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use, Guid? user = null) where TService : notnull =>
        DoAsync(services => use(services.GetRequiredService<TService>()), user ?? People.Olivia);

    public async ValueTask DisposeAsync()
    {
        await application.ShutdownAsync();
        application.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Engagement says what the test says; by default that nobody has begun anything.</summary>
public sealed class SaidOverviews : IRelationshipOverviews, IMergeCheck
{
    public RelationshipOverview? Relationship { get; set; }
    public string? NoMerge { get; set; }
    public List<Acquaintance> Acquaintances { get; } = [];

    public Task<RelationshipOverview?> OfContactAsync(Guid contactId, CancellationToken cancellationToken = default) => Task.FromResult(Relationship);

    public Task<IReadOnlyList<Acquaintance>> WhoKnowsAsync(Guid contactId, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<Acquaintance>>(Acquaintances);

    public Task<IReadOnlyList<RelationshipOverview>> AtOrganisationAsync(Guid organisationId, int max, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<RelationshipOverview>>(Relationship is { } one ? [one] : []);

    public Task<string?> WhyNotAsync(Guid oneId, Guid otherId, CancellationToken cancellationToken = default) => Task.FromResult(NoMerge);
}

[DependsOn(typeof(PartnersModule), typeof(AbpEntityFrameworkCoreSqliteModule))]
public class PartnersTestModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var app = (PartnersApp)context.Services.First(d => d.ServiceType == typeof(PartnersApp)).ImplementationInstance!;
        context.Services.AddAbpDbContext<PartnersTestDbContext>(o => o.AddDefaultRepositories(includeAllEntities: true));
        Configure<AbpDbContextOptions>(o => o.UseSqlite());
        Configure<AbpClockOptions>(o => o.Kind = DateTimeKind.Utc);
        Configure<AbpMultiTenancyOptions>(o => o.IsEnabled = true);
        context.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(app.Clock));
        context.Services.Replace(ServiceDescriptor.Singleton<IMethodInvocationAuthorizationService, EverybodyMay>());
        context.Services.Replace(ServiceDescriptor.Transient<IPermissionChecker, EverythingGranted>());
        context.Services.AddSingleton<IClearance>(app.Clearance);
        context.Services.AddSingleton<IRelationshipOverviews>(app.Relationships);
        context.Services.AddSingleton<IMergeCheck>(app.Relationships);
        context.Services.AddSingleton<IColleagueLookup>(People.Lookup);
    }

    private sealed class EverybodyMay : IMethodInvocationAuthorizationService
    {
        public Task CheckAsync(MethodInvocationAuthorizationContext context) => Task.CompletedTask;
    }
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IPartnersDbContext))]
public class PartnersTestDbContext(DbContextOptions<PartnersTestDbContext> options) : AbpDbContext<PartnersTestDbContext>(options), IPartnersDbContext
{
    public DbSet<Contact> Contacts { get; set; }
    public DbSet<Affiliation> Affiliations { get; set; }
    public DbSet<SocialProfile> SocialProfiles { get; set; }
    public DbSet<ContactMerge> ContactMerges { get; set; }
    public DbSet<Origin> Origins { get; set; }
    public DbSet<Organisation> Organisations { get; set; }
    public DbSet<OrganisationDomain> OrganisationDomains { get; set; }
    public DbSet<OrganisationOwner> OrganisationOwners { get; set; }
    public DbSet<SavedView> SavedViews { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigurePartners();
    }
}
