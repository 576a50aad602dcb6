using Elsa.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Engagement;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;

namespace PartnerCrm.Tests.Engagement;

/// <summary>The engagement module with its workflows; mail, meetings and clearance are in the test's hands.</summary>
public sealed class EngagementApp : ModuleApp<EngagementTestDbContext>
{
    public SaidClearance Clearance { get; } = new();

    public static async Task<EngagementApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = new EngagementApp();
        await app.BeginAsync<EngagementTestModule>([.. settings.Select(s => ($"Settings:{s.Key}", s.Value))]);
        await app.DoAsync(async services =>
        {
            using var schema = new StreamReader(typeof(Bursts).Assembly.GetManifestResourceStream("Elsa.Schema.sqlite.sql")!);
            await (await app.TablesAsync(services)).Database.ExecuteSqlRawAsync(await schema.ReadToEndAsync());
        });
        await app.DoAsync(services => services.GetRequiredService<EngagementDataSeedContributor>().SeedAsync(new DataSeedContext()));
        return app;
    }

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
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignalDispatcher>().PassAsync();
    }

    public async Task<int> StartPassAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StartQueueLook>().PassAsync();
    }

    private Task<int> TimerPassAsync() => Services.GetRequiredService<DueTimers>().PassAsync(100, CancellationToken.None);

    public Task<List<T>> AllAsync<T>(Guid? tenant = null) where T : class, IEntity =>
        DoAsync(services => services.GetRequiredService<IRepository<T>>().GetListAsync(), tenant);
}
