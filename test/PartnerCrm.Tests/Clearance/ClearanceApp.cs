using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Clearance;
using PartnerCrm.Contracts;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Modularity;

namespace PartnerCrm.Tests.Clearance;

/// <summary>The clearance module; contacts, organisations and colleagues are as the test says.</summary>
public sealed class ClearanceApp : ModuleApp<ClearanceTestDbContext>
{
    public static readonly Guid Robin = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid Toni = Guid.Parse("00000000-0000-0000-0000-0000000000a2");

    public Known People { get; } = new();

    public static async Task<ClearanceApp> StartAsync()
    {
        var app = new ClearanceApp();
        await app.BeginAsync<ClearanceTestModule>();
        return app;
    }

    public Task SayAsync<T>(T fact) where T : class => DoAsync(services => services.GetRequiredService<ILocalEventBus>().PublishAsync(fact));

    public async Task<OrganisationCard> OrganisationAsync(Guid? leadOwner = null)
    {
        var organisation = new OrganisationCard(Guid.NewGuid(), "Example Makers Ltd", "GB", SubscriberType.Corporate, leadOwner);
        await SayAsync(new OrganisationChanged(organisation, Clock.Now));
        return organisation;
    }

    public async Task<ContactCard> ContactAsync(OrganisationCard organisation, string email, string? slug = null)
    {
        var contact = new ContactCard(
            Guid.NewGuid(), "Ada", "Example", email, null, null, organisation.Id, organisation.Name, "GB", "en", "Europe/London", slug);
        People.Contacts[contact.Id] = contact;
        await SayAsync(new ContactAdded(contact, new OriginFact(Channel.Event, "Seminar", Clock.Now, null, null), "Seminar", Clock.Now));
        return contact;
    }

    public Task ChangeAsync(ContactCard contact)
    {
        People.Contacts[contact.Id] = contact;
        return SayAsync(new ContactChanged(contact, Clock.Now));
    }

    public Task DeleteAsync(ContactCard contact)
    {
        People.Contacts.Remove(contact.Id);
        return SayAsync(new ContactDeleted(contact.Id, Clock.Now));
    }

    public Task<ClearanceAnswer> MayAsync(Guid askedBy, ContactCard contact, Channel channel = Channel.Email) =>
        DoAsync(services => services.GetRequiredService<IClearance>().CheckAsync(new ClearanceQuestion(contact.Id, channel, Purpose.Marketing, askedBy)));

    public Task<ClearanceAnswer> ClaimAsync(Guid askedBy, ContactCard contact, string? effectKey = null) =>
        DoAsync(services => services.GetRequiredService<IClearance>().ClaimAsync(
            new ClearanceQuestion(contact.Id, Channel.Email, Purpose.Marketing, askedBy), effectKey ?? $"claim:{Guid.NewGuid():N}"));

    public async Task AnswerAsync(Guid owner, bool isAllowed)
    {
        var request = (await AllAsync<OwnerRequest>()).First(r => r.OwnerId == owner && r.State == OwnerRequestState.Open);
        await DoAsync(services => services.GetRequiredService<OwnerRequestsAppService>().AnswerAsync(request.Id, new AnswerOwnerRequestInput(isAllowed, null)), user: owner);
    }

    public Task<List<T>> AllAsync<T>() where T : class, IEntity => DoAsync(services => services.GetRequiredService<IRepository<T>>().GetListAsync());

    public sealed class Known : IContactLookup, IOrganisationLookup, IColleagueLookup
    {
        public Dictionary<Guid, ContactCard> Contacts { get; } = [];

        public Task<IReadOnlyDictionary<Guid, ContactCard>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ContactCard>>(ids.Where(Contacts.ContainsKey).ToDictionary(id => id, id => Contacts[id]));

        public Task<IReadOnlyDictionary<string, ContactCard>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<string, ContactCard>>(new Dictionary<string, ContactCard>());

        Task<IReadOnlyDictionary<Guid, OrganisationCard>> IOrganisationLookup.GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<Guid, OrganisationCard>>(new Dictionary<Guid, OrganisationCard>());

        Task<IReadOnlyDictionary<Guid, ColleagueCard>> IColleagueLookup.GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ColleagueCard>>(new Dictionary<Guid, ColleagueCard>());
    }
}

[DependsOn(typeof(ClearanceModule))]
public class ClearanceTestModule : ModuleTestModule<ClearanceApp, ClearanceTestDbContext>
{
    protected override void AddOthers(IServiceCollection services, ClearanceApp app)
    {
        services.AddSingleton<IContactLookup>(app.People);
        services.AddSingleton<IOrganisationLookup>(app.People);
        services.AddSingleton<IColleagueLookup>(app.People);
        Configure<SuppressionOptions>(options => options.Secret = [1, 2, 3]);
    }
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IClearanceDbContext))]
public class ClearanceTestDbContext(DbContextOptions<ClearanceTestDbContext> options) : AbpDbContext<ClearanceTestDbContext>(options), IClearanceDbContext
{
    public DbSet<Suppression> Suppressions { get; set; }
    public DbSet<Hold> Holds { get; set; }
    public DbSet<ContactBasis> ContactBases { get; set; }
    public DbSet<OrganisationStanding> OrganisationStandings { get; set; }
    public DbSet<Touch> Touches { get; set; }
    public DbSet<OwnerRequest> OwnerRequests { get; set; }
    public DbSet<Decision> Decisions { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureClearance();
    }
}
