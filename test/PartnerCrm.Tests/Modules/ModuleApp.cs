using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;

namespace PartnerCrm.Tests;

/// <summary>One module on a SQLite file of its own, by a fixed clock; what the other modules would answer is in the test's hands.</summary>
public abstract class ModuleApp : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("module-tests-").FullName;
    private IAbpApplicationWithInternalServiceProvider application = null!;

    public FixedClock Clock { get; } = new();

    /// <summary>What the module has said to the others, and in which tenant.</summary>
    public ConcurrentQueue<(object Fact, Guid? TenantId)> Heard { get; } = new();

    public IEnumerable<object> Facts => Heard.Select(h => h.Fact);
    public string ConnectionString => $"Data Source={Path.Combine(folder, "module.db")}";
    protected IServiceProvider Services => application.ServiceProvider;

    /// <summary>The module's tables, in the present unit of work.</summary>
    public abstract Task<DbContext> TablesAsync(IServiceProvider services);

    /// <summary>In a transactional unit of work of this tenant, as this user (null: a system).</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work, Guid? tenant = null, Guid? user = null)
    {
        await using var scope = Services.CreateAsyncScope();
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

    public IReadOnlyList<T> Said<T>() => [.. Facts.OfType<T>()];

    public async ValueTask DisposeAsync()
    {
        await application.ShutdownAsync();
        application.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected async Task BeginAsync<TModule>(params (string Key, string Value)[] configuration) where TModule : IAbpModule
    {
        application = await AbpApplicationFactory.CreateAsync<TModule>(options =>
        {
            options.Services.AddSingleton(this);
            options.Services.AddSingleton(GetType(), this);
            options.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("ConnectionStrings:Default", ConnectionString), new("Demo:Enabled", "true"),
                .. configuration.Select(c => new KeyValuePair<string, string?>(c.Key, c.Value)),
            ]).Build());
        });
        await application.InitializeAsync();
        await DoAsync(async services => await (await TablesAsync(services)).Database.EnsureCreatedAsync());
    }
}

/// <summary>A module's app with its tables.</summary>
public abstract class ModuleApp<TTables> : ModuleApp where TTables : DbContext, IEfCoreDbContext
{
    public override async Task<DbContext> TablesAsync(IServiceProvider services) =>
        await services.GetRequiredService<IDbContextProvider<TTables>>().GetDbContextAsync();
}
