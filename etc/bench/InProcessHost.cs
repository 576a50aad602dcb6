using Elsa.Extensions;
using PartnerCrm.Host;
using Volo.Abp.Uow;

namespace PartnerCrm.Bench;

/// <summary>The whole host in this process, its workers and timers running, with the bench's workflows beside the product's.</summary>
internal sealed class InProcessHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private InProcessHost(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public static async Task<InProcessHost> StartAsync(BenchDatabase database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(database.Configuration);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration.AddPartnerCrm();
        builder.Host.UseFoundation();
        await builder.AddApplicationAsync<PartnerCrmHostModule>();
        builder.Services.AddElsa(elsa => elsa.AddWorkflow<WaitingWorkflow>().AddWorkflow<TimerWorkflow>());
        var app = builder.Build();
        await app.InitializeApplicationAsync();
        await app.StartAsync();
        return new InProcessHost(app);
    }

    /// <summary>In a scope and a transaction of its own.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await work(scope.ServiceProvider);
        await unitOfWork.CompleteAsync();
        return result;
    }

    public Task DoAsync(Func<IServiceProvider, Task> work) => DoAsync(async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>All of the items, so many at a time.</summary>
    public static Task ByCallersAsync<T>(int callers, IEnumerable<T> items, Func<T, Task> call) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = callers }, async (item, _) => await call(item));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
