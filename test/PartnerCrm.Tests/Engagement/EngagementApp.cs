using System.Collections.Concurrent;
using System.Security.Claims;
using Elsa.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Local;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;

namespace PartnerCrm.Tests.Engagement;

/// <summary>The engagement module with its workflows on a SQLite file of its own; mail, meetings and clearance are in the test's hands.</summary>
public sealed class EngagementApp : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagement-tests-").FullName;
    private IAbpApplicationWithInternalServiceProvider application = null!;

    public FixedClock Clock { get; } = new();
    public SaidClearance Clearance { get; } = new();
    public ConcurrentQueue<object> Facts { get; } = new();
    public string ConnectionString => $"Data Source={Path.Combine(folder, "engagement.db")}";

    public static async Task<EngagementApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = new EngagementApp();
        app.application = await AbpApplicationFactory.CreateAsync<EngagementTestModule>(options =>
        {
            options.Services.AddSingleton(app);
            options.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("ConnectionStrings:Default", app.ConnectionString), new("Demo:Enabled", "true"),
                .. settings.Select(s => new KeyValuePair<string, string?>($"Settings:{s.Key}", s.Value)),
            ]).Build());
        });
        await app.application.InitializeAsync();
        await app.DoAsync(async services =>
        {
            var db = await services.GetRequiredService<IDbContextProvider<EngagementTestDbContext>>().GetDbContextAsync();
            await db.Database.EnsureCreatedAsync();
            using var schema = new StreamReader(typeof(Bursts).Assembly.GetManifestResourceStream("Elsa.Schema.sqlite.sql")!);
            await db.Database.ExecuteSqlRawAsync(await schema.ReadToEndAsync());
        });
        await app.DoAsync(services => services.GetRequiredService<EngagementDataSeedContributor>().SeedAsync(new DataSeedContext()));
        return app;
    }

    /// <summary>In a transactional unit of work of this tenant, as this user (null: a system).</summary>
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

    /// <summary>Another module says something; then everything that follows from it by itself happens.</summary>
    public async Task SayAsync<T>(T fact, Guid? tenant = null) where T : class
    {
        await DoAsync(services => services.GetRequiredService<ILocalEventBus>().PublishAsync(fact), tenant);
        await SettleAsync();
    }

    /// <summary>Somebody uses an application service; then everything that follows happens.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use, Guid? user = null, Guid? tenant = null) where TService : notnull
    {
        var result = await DoAsync(services => use(services.GetRequiredService<TService>()), tenant, user);
        await SettleAsync();
        return result;
    }

    /// <summary>Workers pass until nothing is due.</summary>
    public async Task SettleAsync()
    {
        for (var passes = 0; await StartPassAsync() + await SignalPassAsync() + await TimerPassAsync() > 0; passes++)
            if (passes > 100) throw new InvalidOperationException("It goes round in circles.");
    }

    public async Task ReachesAsync(DateTime time)
    {
        Clock.Now = time;
        await SettleAsync();
    }

    public Task WaitAsync(TimeSpan time) => ReachesAsync(Clock.Now + time);

    public async Task<int> SignalPassAsync()
    {
        await using var scope = application.ServiceProvider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignalDispatcher>().PassAsync();
    }

    public async Task<int> StartPassAsync()
    {
        await using var scope = application.ServiceProvider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StartQueueLook>().PassAsync();
    }

    private Task<int> TimerPassAsync() => application.ServiceProvider.GetRequiredService<DueTimers>().PassAsync(100, CancellationToken.None);

    public Task<List<T>> AllAsync<T>(Guid? tenant = null) where T : class, IEntity =>
        DoAsync(services => services.GetRequiredService<IRepository<T>>().GetListAsync(), tenant);

    public IReadOnlyList<T> Said<T>() => [.. Facts.OfType<T>()];

    public async ValueTask DisposeAsync()
    {
        await application.ShutdownAsync();
        application.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
