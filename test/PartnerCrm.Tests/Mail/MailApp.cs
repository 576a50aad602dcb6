using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Modularity;

namespace PartnerCrm.Tests.Mail;

/// <summary>The mail module, with everybody else's answers in the test's hands.</summary>
public sealed class MailApp : ModuleApp<MailTestDbContext>
{
    // A Tuesday.
    private MailApp() => Clock.Now = new DateTime(2026, 8, 4, 9, 0, 0, DateTimeKind.Utc);

    public TestTransport Transport { get; } = new();
    public TestClearance Clearance { get; } = new();
    public TestPeople People { get; } = new();

    public static async Task<MailApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = new MailApp();
        await app.BeginAsync<MailTestModule>([("App:SelfUrl", "https://crm.example.org/"), .. settings]);
        return app;
    }

    public Task PublishAsync<T>(T fact, Guid? tenant = null) where T : class
        => DoAsync(services => services.GetRequiredService<ILocalEventBus>().PublishAsync(fact, onUnitOfWorkComplete: false), tenant);

    public async Task<int> PassAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Outbox>().PassAsync();
    }
}

[DependsOn(typeof(MailModule))]
public class MailTestModule : ModuleTestModule<MailApp, MailTestDbContext>
{
    protected override void AddOthers(IServiceCollection services, MailApp app)
    {
        services.Replace(ServiceDescriptor.Singleton<IMailTransport>(app.Transport));
        services.AddSingleton<IClearance>(app.Clearance);
        services.AddSingleton<IContactLookup>(app.People);
        services.AddSingleton<IContactOrigins>(app.People);
        services.AddSingleton<IColleagueLookup>(app.People);
        services.AddSingleton<IRelationshipLookup>(app.People);
    }
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IMailDbContext))]
public class MailTestDbContext(DbContextOptions<MailTestDbContext> options) : AbpDbContext<MailTestDbContext>(options), IMailDbContext
{
    public DbSet<MailMessage> MailMessages { get; set; }
    public DbSet<MailSource> MailSources { get; set; }
    public DbSet<IncomingMail> IncomingMails { get; set; }
    public DbSet<Template> MailTemplates { get; set; }
    public DbSet<UnsubscribeToken> UnsubscribeTokens { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureMail();
    }
}
