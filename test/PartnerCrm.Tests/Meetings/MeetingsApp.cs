using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Meetings;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Modularity;

namespace PartnerCrm.Tests.Meetings;

/// <summary>The meetings module; whom it offers times to, and who offers them, is in the test's hands.</summary>
public sealed class MeetingsApp : ModuleApp<MeetingsTestDbContext>
{
    public MeetingsPeople People { get; } = new();

    public static async Task<MeetingsApp> StartAsync()
    {
        var app = new MeetingsApp();
        await app.BeginAsync<MeetingsTestModule>(("App:SelfUrl", "https://crm.example.org/"));
        return app;
    }

    public Task SayAsync<T>(T fact) where T : class =>
        DoAsync(services => services.GetRequiredService<ILocalEventBus>().PublishAsync(fact));
}

public class MeetingsPeople : IContactLookup, IColleagueLookup, IRelationshipLookup
{
    public ContactCard Ada { get; set; } = new(
        Guid.NewGuid(), "Ada", "Example", "ada@example.org", null, null, null, "Example Ltd", "GB", "en", "Europe/London");

    public ColleagueCard? Sam { get; set; } =
        new(Guid.NewGuid(), "Sam Sample", "sam@university.example.org", "Europe/London", new TimeOnly(9, 0), new TimeOnly(17, 0));

    public Guid Relationship { get; } = Guid.NewGuid();

    public Task<IReadOnlyDictionary<Guid, ContactCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<Guid, ContactCard>>(ids.Contains(Ada.Id) ? new() { [Ada.Id] = Ada } : new Dictionary<Guid, ContactCard>());

    public Task<IReadOnlyDictionary<string, ContactCard>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<string, ContactCard>>(new Dictionary<string, ContactCard>());

    Task<IReadOnlyDictionary<Guid, ColleagueCard>> IColleagueLookup.GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, ColleagueCard>>(Sam is { } sam ? new() { [sam.Id] = sam } : new Dictionary<Guid, ColleagueCard>());

    public Task<IReadOnlyDictionary<Guid, RelationshipCard>> OfContactsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<Guid, RelationshipCard>>(new Dictionary<Guid, RelationshipCard>());
}

[DependsOn(typeof(MeetingsModule))]
public class MeetingsTestModule : ModuleTestModule<MeetingsApp, MeetingsTestDbContext>
{
    protected override void AddOthers(IServiceCollection services, MeetingsApp app)
    {
        services.AddSingleton<IContactLookup>(app.People);
        services.AddSingleton<IColleagueLookup>(app.People);
        services.AddSingleton<IRelationshipLookup>(app.People);
    }
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IMeetingsDbContext))]
public class MeetingsTestDbContext(DbContextOptions<MeetingsTestDbContext> options) : AbpDbContext<MeetingsTestDbContext>(options), IMeetingsDbContext
{
    public DbSet<Offer> Offers { get; set; }
    public DbSet<Meeting> Meetings { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureMeetings();
    }
}
