using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Tests.Mail;

/// <summary>The mail module on a SQLite file of its own, with everybody else's answers in the test's hands.</summary>
public sealed class MailApp : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mail-tests-").FullName;
    private IAbpApplicationWithInternalServiceProvider application = null!;

    public TestClock Clock { get; } = new();
    public TestTransport Transport { get; } = new();
    public TestClearance Clearance { get; } = new();
    public TestPeople People { get; } = new();
    public ConcurrentQueue<object> Facts { get; } = new();

    public static async Task<MailApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = new MailApp();
        app.application = await AbpApplicationFactory.CreateAsync<MailTestModule>(options =>
        {
            options.Services.AddSingleton(app);
            options.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                [new("ConnectionStrings:Default", $"Data Source={Path.Combine(app.folder, "mail.db")}"), new("App:SelfUrl", "https://crm.example.org/"),
                 new("Demo:Enabled", "true"), .. settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))]).Build());
        });
        await app.application.InitializeAsync();
        await app.DoAsync(async services =>
        {
            var context = await services.GetRequiredService<IDbContextProvider<MailTestDbContext>>().GetDbContextAsync();
            await context.Database.EnsureCreatedAsync();
        });
        return app;
    }

    /// <summary>In a transactional unit of work, as this user (null: a system) of this tenant.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work, Guid? tenant = null, Guid? user = null)
    {
        await using var scope = application.ServiceProvider.CreateAsyncScope();
        var services = scope.ServiceProvider;
        using var inTenant = services.GetRequiredService<ICurrentTenant>().Change(tenant);
        var claims = user is null ? [] : new[] { new Claim(AbpClaimTypes.UserId, user.Value.ToString()) };
        using var asUser = services.GetRequiredService<ICurrentPrincipalAccessor>().Change(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")));
        using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await work(services);
        await unitOfWork.CompleteAsync();
        return result;
    }

    public Task DoAsync(Func<IServiceProvider, Task> work, Guid? tenant = null, Guid? user = null) => DoAsync<int>(async services =>
    {
        await work(services);
        return 0;
    }, tenant, user);

    public Task PublishAsync<T>(T fact, Guid? tenant = null) where T : class
        => DoAsync(services => services.GetRequiredService<ILocalEventBus>().PublishAsync(fact, onUnitOfWorkComplete: false), tenant);

    public async Task<int> PassAsync()
    {
        await using var scope = application.ServiceProvider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Outbox>().PassAsync();
    }

    public IReadOnlyList<T> Told<T>() => [.. Facts.OfType<T>()];

    public async ValueTask DisposeAsync()
    {
        await application.ShutdownAsync();
        application.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

[DependsOn(typeof(MailModule), typeof(AbpEntityFrameworkCoreSqliteModule))]
public class MailTestModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<MailTestDbContext>(o => o.AddDefaultRepositories(includeAllEntities: true));
        Configure<AbpDbContextOptions>(o => o.UseSqlite());
        Configure<AbpClockOptions>(o => o.Kind = DateTimeKind.Utc);
        Configure<AbpBackgroundWorkerOptions>(o => o.IsEnabled = false);
        Configure<AbpMultiTenancyOptions>(o => o.IsEnabled = true);
        var app = (MailApp)context.Services.First(d => d.ServiceType == typeof(MailApp)).ImplementationInstance!;
        context.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(app.Clock));
        context.Services.Replace(ServiceDescriptor.Singleton<IMailTransport>(app.Transport));
        context.Services.Replace(ServiceDescriptor.Singleton<IMethodInvocationAuthorizationService, EverybodyMay>());
        context.Services.AddSingleton<IClearance>(app.Clearance);
        context.Services.AddSingleton<IContactLookup>(app.People);
        context.Services.AddSingleton<IContactOrigins>(app.People);
        context.Services.AddSingleton<IColleagueLookup>(app.People);
        context.Services.AddSingleton<IRelationshipLookup>(app.People);
        context.Services.AddSingleton<IDueWork, TestDueWork>();
    }

    private sealed class EverybodyMay : IMethodInvocationAuthorizationService
    {
        public Task CheckAsync(MethodInvocationAuthorizationContext context) => Task.CompletedTask;
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
