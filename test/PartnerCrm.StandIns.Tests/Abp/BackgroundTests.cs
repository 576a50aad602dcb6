using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DistributedLocking;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Threading;

namespace PartnerCrm.StandIns.Tests.Abp;

public class BackgroundTests
{
    public class Sweeper : AsyncPeriodicBackgroundWorkerBase
    {
        public Sweeper(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory)
        {
            Timer.Period = 1;
            Timer.RunOnStart = true;
        }

        public TaskCompletionSource<Guid?> Ran { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Runs { get; private set; }

        public bool IsStopped => StoppingToken.IsCancellationRequested;

        protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
        {
            if (++Runs == 1) throw new InvalidOperationException("the first run fails");
            Ran.TrySetResult(workerContext.ServiceProvider.GetRequiredService<ICurrentTenant>().Id);
            return Task.CompletedTask;
        }
    }

    [DependsOn(typeof(AbpBackgroundWorkersModule), typeof(AbpMultiTenancyModule), typeof(AbpDistributedLockingModule))]
    public class Shop : AbpModule
    {
        public Shop() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddType<Sweeper>();

        public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            using var tenant = context.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(Guid.NewGuid());
            await context.AddBackgroundWorkerAsync<Sweeper>();
        }
    }

    [DependsOn(typeof(Shop))]
    public class Quiet : AbpModule
    {
        public Quiet() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context) => Configure<AbpBackgroundWorkerOptions>(options => options.IsEnabled = false);
    }

    [Fact]
    public async Task A_worker_runs_with_the_application_survives_a_failure_and_inherits_no_tenant()
    {
        await using var app = await AbpApp.Start<Shop>();
        var sweeper = app.Get<Sweeper>();
        (await sweeper.Ran.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeNull();
        await app.ShutDown();
        sweeper.IsStopped.ShouldBeTrue();
        var runs = sweeper.Runs;
        await Task.Delay(30);
        sweeper.Runs.ShouldBe(runs);
    }

    [Fact]
    public async Task Workers_that_are_switched_off_do_not_run()
    {
        await using var app = await AbpApp.Start<Quiet>();
        await Task.Delay(30);
        app.Get<Sweeper>().Runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_lock_is_held_by_one_at_a_time()
    {
        await using var app = await AbpApp.Start<Shop>();
        var locks = app.Get<IAbpDistributedLock>();
        await using (var first = await locks.TryAcquireAsync("till"))
        {
            first.ShouldNotBeNull();
            (await locks.TryAcquireAsync("till")).ShouldBeNull();
            (await locks.TryAcquireAsync("door")).ShouldNotBeNull();
        }

        (await locks.TryAcquireAsync("till")).ShouldNotBeNull();
    }

    [Fact]
    public void A_token_can_be_put_in_place_for_a_while()
    {
        using var source = new CancellationTokenSource();
        var provider = NullCancellationTokenProvider.Instance;
        using (provider.Use(source.Token)) provider.FallbackToProvider().ShouldBe(source.Token);
        provider.Token.ShouldBe(CancellationToken.None);
    }
}
