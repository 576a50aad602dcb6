using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Modularity;

namespace PartnerCrm.StandIns.Tests.Abp;

public class ModuleTests
{
    public class Log
    {
        public List<string> Lines { get; } = [];
    }

    public abstract class Logged : AbpModule
    {
        protected Logged() => SkipAutoServiceRegistration = true;

        public override void PreConfigureServices(ServiceConfigurationContext context) => Write(context, "pre");

        public override void ConfigureServices(ServiceConfigurationContext context) => Write(context, "configure");

        public override Task PostConfigureServicesAsync(ServiceConfigurationContext context)
        {
            Write(context, "post");
            return Task.CompletedTask;
        }

        public override void OnPreApplicationInitialization(ApplicationInitializationContext context) => Write(context.ServiceProvider, "pre-init");

        public override Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            Write(context.ServiceProvider, "init");
            return Task.CompletedTask;
        }

        public override void OnApplicationShutdown(ApplicationShutdownContext context) => Write(context.ServiceProvider, "shutdown");

        private void Write(ServiceConfigurationContext context, string what) => context.Services.GetSingletonInstance<Log>().Lines.Add($"{what} {GetType().Name}");

        private void Write(IServiceProvider provider, string what) => provider.GetRequiredService<Log>().Lines.Add($"{what} {GetType().Name}");
    }

    public class Bottom : Logged;

    [DependsOn(typeof(Bottom))]
    public class Left : Logged;

    [DependsOn(typeof(Bottom))]
    public class Right : Logged;

    [DependsOn(typeof(Right), typeof(Left))]
    public class Top : Logged;

    [DependsOn(typeof(Chicken))]
    public class Egg : AbpModule;

    [DependsOn(typeof(Egg))]
    public class Chicken : AbpModule;

    public class Failing : AbpModule
    {
        public Failing() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context) => throw new InvalidOperationException("no");
    }

    public class ShopOptions
    {
        public string Name { get; set; } = "";
    }

    public class First : AbpModule
    {
        public First() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<ShopOptions>(options => options.Name = context.Services.ExecutePreConfiguredActions(new ShopOptions()).Name + "!");
    }

    [DependsOn(typeof(First))]
    public class Second : AbpModule
    {
        public Second() => SkipAutoServiceRegistration = true;

        public override void PreConfigureServices(ServiceConfigurationContext context) => PreConfigure<ShopOptions>(options => options.Name = "tea");
    }

    [Fact]
    public async Task A_module_comes_after_those_it_depends_on_and_stops_before_them()
    {
        var log = new Log();
        await using (var app = await AbpApp.Start<Top>(services => services.AddSingleton(log))) await app.ShutDown();

        string[] order = ["Bottom", "Right", "Left", "Top"];
        log.Lines.ShouldBe(new[] { "pre", "configure", "post", "pre-init", "init" }.SelectMany(phase => order.Select(m => $"{phase} {m}"))
            .Concat(order.Reverse().Select(m => $"shutdown {m}")));
    }

    [Fact]
    public async Task A_circle_of_modules_is_refused_and_named()
    {
        var error = await Should.ThrowAsync<ArgumentException>(() => AbpApp.Start<Egg>());
        error.Message.ShouldContain("Egg → Chicken → Egg");
    }

    [Fact]
    public async Task A_failing_module_is_named()
    {
        var error = await Should.ThrowAsync<AbpInitializationException>(() => AbpApp.Start<Failing>());
        error.Message.ShouldContain("ConfigureServices phase of the module " + typeof(Failing).FullName);
        error.InnerException.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task What_a_later_module_prepares_an_earlier_one_can_read()
    {
        await using var app = await AbpApp.Start<Second>();
        app.Get<Microsoft.Extensions.Options.IOptions<ShopOptions>>().Value.Name.ShouldBe("tea!");
    }
}
