using System.Security.Claims;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnerCrm.Shared;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EntityFrameworkCore.PostgreSql;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.StandIns.Tests.EntityFrameworkCore;

[DependsOn(typeof(AbpEntityFrameworkCoreSqliteModule), typeof(AbpEntityFrameworkCorePostgreSqlModule), typeof(AbpMultiTenancyModule))]
public class ShopModule : AbpModule
{
    // The tests of other stand-ins live in the same assembly.
    public ShopModule() => SkipAutoServiceRegistration = true;

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddTypes(
            typeof(Heard), typeof(OrderRepository), typeof(WhenOrderIsRenamed), typeof(WhenOrdersChange), typeof(WhenOrderShips));
        context.Services.AddAbpDbContext<ShopHostDbContext>(options =>
        {
            options.AddDefaultRepositories(includeAllEntities: true);
            options.AddRepository<Order, OrderRepository>();
            options.Entity<Order>(order => order.DefaultWithDetailsFunc = orders => orders.Include(o => o.Lines));
        });
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpDistributedEventBusOptions>(options => options.Outboxes.Configure(config => config.UseDbContext<ShopHostDbContext>()));
    }
}

/// <summary>The application on one database of its own.</summary>
public sealed class Shop : IAsyncDisposable
{
    public static readonly DateTime Now = new(2030, 3, 4, 9, 0, 0, DateTimeKind.Utc);
    private readonly IAbpApplicationWithInternalServiceProvider application;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shop");

    private Shop(string database, string? connectionString)
    {
        ConnectionString = connectionString ?? $"Data Source={Path.Combine(folder.FullName, "shop.db")}";
        application = AbpApplicationFactory.Create<ShopModule>(options =>
        {
            options.Services.Configure<AbpDbConnectionOptions>(o => o.ConnectionStrings.Default = ConnectionString);
            options.Services.Configure<AbpDbContextOptions>(o =>
            {
                if (database == "sqlite") o.UseSqlite();
                else o.UseNpgsql();
            });
            options.Services.AddSingleton<TimeProvider>(new FixedTime());
        });
    }

    public string ConnectionString { get; }
    public Heard Heard => Get<Heard>();
    public IRepository<Order, Guid> Orders => Get<IRepository<Order, Guid>>();
    public IRepository<StockItem, Guid> Items => Get<IRepository<StockItem, Guid>>();
    public ICurrentTenant Tenant => Get<ICurrentTenant>();

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    public static async Task<Shop> OpenAsync(string database)
    {
        var shop = new Shop(database, database == "sqlite" ? null : await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync());
        await shop.application.InitializeAsync();
        await shop.DoAsync(async () => await (await shop.ContextAsync()).Database.EnsureCreatedAsync(), transactional: false);
        return shop;
    }

    public T Get<T>() where T : notnull => application.ServiceProvider.GetRequiredService<T>();

    public IUnitOfWork Begin(bool transactional = true, bool requiresNew = false) => Get<IUnitOfWorkManager>().Begin(requiresNew, transactional);

    public async Task DoAsync(Func<Task> work, bool transactional = true)
    {
        using var unitOfWork = Begin(transactional, requiresNew: true);
        await work();
        await unitOfWork.CompleteAsync();
    }

    public async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        using var unitOfWork = Begin(transactional: false, requiresNew: true);
        return await question();
    }

    public async Task<ShopHostDbContext> ContextAsync() => await Get<IDbContextProvider<ShopHostDbContext>>().GetDbContextAsync();

    public IDisposable As(Guid user) =>
        Get<ICurrentPrincipalAccessor>().Change(new ClaimsPrincipal(new ClaimsIdentity([new Claim(AbpClaimTypes.UserId, user.ToString())], "test")));

    public ValueTask DisposeAsync()
    {
        application.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
