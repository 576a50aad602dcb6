using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Partners;
using PartnerCrm.Tests.Engagement;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;

namespace PartnerCrm.Tests.Partners;

/// <summary>The partners module, with everybody else's answers in the test's hands.</summary>
public sealed class PartnersApp : ModuleApp<PartnersTestDbContext>
{
    public SaidClearance Clearance { get; } = new();
    public SaidOverviews Relationships { get; } = new();

    /// <summary>What was kept of relationships, each time.</summary>
    public List<IReadOnlyCollection<RelationshipCard>> Standings { get; } = [];

    public static async Task<PartnersApp> StartAsync()
    {
        var app = new PartnersApp();
        await app.BeginAsync<PartnersTestModule>();
        return app;
    }

    public Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use, Guid? user = null) where TService : notnull =>
        DoAsync(services => use(services.GetRequiredService<TService>()), user: user ?? People.Olivia);
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

[DependsOn(typeof(PartnersModule))]
public class PartnersTestModule : ModuleTestModule<PartnersApp, PartnersTestDbContext>
{
    protected override void AddOthers(IServiceCollection services, PartnersApp app)
    {
        services.AddSingleton<IClearance>(app.Clearance);
        services.AddSingleton<IRelationshipOverviews>(app.Relationships);
        services.AddSingleton<IMergeCheck>(app.Relationships);
        services.AddSingleton<IColleagueLookup>(People.Lookup);
        services.AddTransient<ContactStandings, SeenStandings>();
    }
}

public class SeenStandings(IDbContextProvider<IPartnersDbContext> contexts, PartnersApp app) : ContactStandings(contexts)
{
    public override Task KeepAsync(IReadOnlyCollection<RelationshipCard> relationships)
    {
        app.Standings.Add([.. relationships]);
        return base.KeepAsync(relationships);
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
