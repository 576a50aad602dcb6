using Elsa.Engine;
using Elsa.Extensions;
using Elsa.Features.Services;
using Elsa.Workflows;
using Elsa.Workflows.Helpers;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;
using Elsa.Workflows.Runtime.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Shared;

namespace PartnerCrm.StandIns.Tests.Workflows;

public enum Database { Sqlite, Postgres }

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class Clock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>What the product does in a burst: a row in the same transaction.</summary>
public class Effect
{
    public int Id { get; set; }
    public required string Text { get; set; }
}

public class ProductDbContext(DbContextOptions<ProductDbContext> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();
}

/// <summary>The engine over a database of its own, with units of work as the host has them. <see cref="Restart"/> forgets everything that isn't in the database.</summary>
public sealed class EngineHost : IAsyncDisposable
{
    private sealed record Unit(IServiceProvider Services, DbContext Db, string? TenantId);

    private static readonly AsyncLocal<Unit?> ambient = new();
    private readonly SemaphoreSlim sqliteGate = new(1);
    private readonly Database database;
    private readonly string connection;
    private readonly Action<IModule> workflows;
    private ServiceProvider services;

    private EngineHost(Database database, string connection, Action<IModule> workflows)
    {
        (this.database, this.connection, this.workflows) = (database, connection, workflows);
        services = Build();
    }

    public Clock Clock { get; } = new();
    public string? TenantId { get; set; }

    /// <summary>The so-manieth commit from now on fails, as if the process had died before it.</summary>
    public int CrashAtCommit { get; set; }

    public IServiceProvider Services => services;

    public static async Task<EngineHost> StartAsync(Database database, Action<IModule> workflows)
    {
        var connection = database == Database.Postgres
            ? await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync() + ";Options=-c synchronous_commit=off"
            : $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("crmelsa").FullName, "test.db")}";
        var host = new EngineHost(database, connection, workflows);
        await using var scope = host.services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProductDbContext>();
        if (database == Database.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        await db.Database.EnsureCreatedAsync();
        await db.Database.ExecuteSqlRawAsync(Schema(database));
        return host;
    }

    public static string Schema(Database database)
    {
        using var stream = typeof(Bursts).Assembly.GetManifestResourceStream($"Elsa.Schema.{(database == Database.Sqlite ? "sqlite" : "postgres")}.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }

    public void Restart()
    {
        services.Dispose();
        services = Build();
    }

    public async Task<RunWorkflowInstanceResponse> StartAsync(string definitionId, string? id = null, string? correlationId = null, Dictionary<string, object>? input = null, Dictionary<string, object>? variables = null) =>
        await (await ClientAsync(id)).CreateAndRunInstanceAsync(new()
        {
            WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId(definitionId), CorrelationId = correlationId, Input = input, Variables = variables,
        });

    public async Task<IWorkflowClient> ClientAsync(string? id) => await services.CreateScope().ServiceProvider.GetRequiredService<IWorkflowRuntime>().CreateClientAsync(id);

    public Task PublishAsync(string name, string? correlationId = null, string? instanceId = null, object? payload = null) =>
        services.CreateScope().ServiceProvider.GetRequiredService<IEventPublisher>().PublishAsync(name, correlationId, instanceId, payload: payload);

    public Task<SendStimulusResult> SendAsync<TActivity>(object stimulus, StimulusMetadata metadata) where TActivity : IActivity =>
        services.CreateScope().ServiceProvider.GetRequiredService<IStimulusSender>().SendAsync(ActivityTypeNameHelper.GenerateTypeName<TActivity>(), stimulus, metadata);

    public async Task<int> PassTimersAsync(int max = 500)
    {
        var (timers, fired) = (services.GetRequiredService<DueTimers>(), 0);
        while (await timers.PassAsync(max, CancellationToken.None) is > 0 and var some) fired += some;
        return fired;
    }

    public async Task<string[]> EffectsAsync()
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProductDbContext>().Effects.OrderBy(effect => effect.Id).Select(effect => effect.Text).ToArrayAsync();
    }

    public async Task<List<T>> QueryAsync<T>(FormattableString sql)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProductDbContext>().Database.SqlQuery<T>(sql).ToListAsync();
    }

    public async Task ClearAsync()
    {
        foreach (var table in new FormattableString[] { $"""DELETE FROM "Effects" """, $"""DELETE FROM "ElsaInstances" """, $"""DELETE FROM "ElsaBookmarks" """, $"""DELETE FROM "ElsaJournal" """ })
            await ExecuteAsync(table);
    }

    public async Task ExecuteAsync(FormattableString sql)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProductDbContext>().Database.ExecuteSqlAsync(sql);
    }

    /// <summary>What the host registers for the engine: joins the unit of work that is open, or opens one.</summary>
    public async Task InUnitOfWorkAsync(string? tenantId, Func<IServiceProvider, DbContext, CancellationToken, Task> work, CancellationToken ct)
    {
        if (ambient.Value is { } open)
        {
            await work(open.Services, open.Db, ct);
            return;
        }
        if (database == Database.Sqlite) await sqliteGate.WaitAsync(ct);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ProductDbContext>();
            // What these tests kill is the transaction, not the machine.
            if (database == Database.Sqlite) await db.Database.OpenConnectionAsync(ct);
            if (database == Database.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF", ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            ambient.Value = new(scope.ServiceProvider, db, tenantId);
            await work(scope.ServiceProvider, db, ct);
            await db.SaveChangesAsync(ct);
            if (CrashAtCommit > 0 && --CrashAtCommit == 0) throw new IOException("The process died.");
            await transaction.CommitAsync(ct);
        }
        finally
        {
            ambient.Value = null;
            if (database == Database.Sqlite) sqliteGate.Release();
        }
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    private ServiceProvider Build()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddDbContext<ProductDbContext>(options => _ = database == Database.Sqlite ? options.UseSqlite(connection) : options.UseNpgsql(connection));
        collection.AddSingleton<UnitOfWork>(InUnitOfWorkAsync);
        collection.AddSingleton<CurrentTenantId>(() => ambient.Value is { } unit ? unit.TenantId : TenantId);
        collection.AddElsa(workflows);
        return collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
