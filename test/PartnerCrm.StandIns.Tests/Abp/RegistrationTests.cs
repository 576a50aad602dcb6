using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application;
using Volo.Abp.Application.Services;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.Domain.Services;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Json.SystemTextJson;
using Volo.Abp.Modularity;

namespace PartnerCrm.StandIns.Tests.Abp;

public class RegistrationTests
{
    public interface ISender;

    public interface IOrderSender : ISender;

    public interface IUnrelated;

    public class OrderSender : IOrderSender, IUnrelated, ITransientDependency;

    public interface ICounter;

    public interface ISharedCounter;

    public class SharedCounter : ICounter, ISharedCounter, ISingletonDependency;

    public interface IGreeter
    {
        string Greet();
    }

    public class Greeter : IGreeter, ITransientDependency
    {
        public string Greet() => "hello";
    }

    [Dependency(ReplaceServices = true)]
    [ExposeServices(typeof(IGreeter))]
    public class LoudGreeter : IGreeter, ITransientDependency
    {
        public string Greet() => "HELLO";
    }

    [Dependency(ServiceLifetime.Singleton, TryRegister = true)]
    [ExposeServices(typeof(IGreeter))]
    public class ShyGreeter : IGreeter
    {
        public string Greet() => "…";
    }

    [DisableConventionalRegistration]
    public class Hidden : ITransientDependency;

    public class Prices : DomainService
    {
        public DateTime Now => Clock.Now;
    }

    public class OrdersAppService(Prices prices, IGreeter greeter, string currency = "EUR") : ApplicationService
    {
        public Prices Prices { get; } = prices;

        public virtual string Currency() => currency + greeter.Greet();
    }

    [DependsOn(
        typeof(AbpDddApplicationModule), typeof(AbpBackgroundWorkersModule), typeof(AbpDistributedLockingModule), typeof(AbpJsonSystemTextJsonModule))]
    public class Shop : AbpModule
    {
        public Shop() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddTypes(
            typeof(OrderSender), typeof(SharedCounter), typeof(Greeter), typeof(LoudGreeter), typeof(ShyGreeter), typeof(Hidden), typeof(Prices), typeof(OrdersAppService));
    }

    [Fact]
    public async Task A_class_is_itself_and_each_interface_whose_name_ends_its_own()
    {
        await using var app = await AbpApp.Start<Shop>();
        app.Get<OrderSender>().ShouldNotBeNull();
        app.Get<IOrderSender>().ShouldBeOfType<OrderSender>();
        app.Get<ISender>().ShouldBeOfType<OrderSender>();
        app.Services.ShouldNotContain(d => d.ServiceType == typeof(IUnrelated));
    }

    [Fact]
    public async Task A_singleton_is_one_object_whatever_it_is_asked_for_as()
    {
        await using var app = await AbpApp.Start<Shop>();
        app.Get<ICounter>().ShouldBeSameAs(app.Get<SharedCounter>());
        app.Get<ISharedCounter>().ShouldBeSameAs(app.Get<SharedCounter>());
    }

    [Fact]
    public async Task A_replacement_replaces_and_a_try_only_fills_a_gap()
    {
        await using var app = await AbpApp.Start<Shop>();
        app.Get<IGreeter>().Greet().ShouldBe("HELLO");
        app.Services.Count(d => d.ServiceType == typeof(IGreeter)).ShouldBe(1);
    }

    [Fact]
    public async Task A_class_that_opts_out_stays_out()
    {
        await using var app = await AbpApp.Start<Shop>();
        app.Services.ShouldNotContain(d => d.ServiceType == typeof(Hidden));
    }

    [Fact]
    public async Task Properties_are_set_on_plain_classes_and_on_proxies()
    {
        await using var app = await AbpApp.Start<Shop>();
        var service = app.Get<OrdersAppService>();
        ProxyHelper.IsProxy(service).ShouldBeTrue();
        ProxyHelper.GetUnProxiedType(service).ShouldBe(typeof(OrdersAppService));
        service.LazyServiceProvider.ShouldNotBeNull();
        service.ServiceProvider.ShouldNotBeNull();
        ProxyHelper.IsProxy(service.Prices).ShouldBeFalse();
        service.Prices.Now.ShouldBeGreaterThan(DateTime.UnixEpoch);
        service.Currency().ShouldBe("EURHELLO");
    }

    [Fact]
    public async Task A_lazy_provider_gives_the_same_transient_twice()
    {
        await using var app = await AbpApp.Start<Shop>();
        var lazy = app.Get<IAbpLazyServiceProvider>();
        lazy.LazyGetRequiredService<OrderSender>().ShouldBeSameAs(lazy.LazyGetRequiredService<OrderSender>());
        lazy.LazyGetService<IUnrelated>().ShouldBeNull();
    }

    [Fact]
    public async Task Every_registration_resolves()
    {
        await using var app = await AbpApp.Start<Shop>();
        foreach (var type in app.Services.Where(d => !d.ServiceType.IsGenericTypeDefinition && !d.IsKeyedService).Select(d => d.ServiceType).Distinct())
            Should.NotThrow(() => app.Get(type), type.FullName);
    }
}
