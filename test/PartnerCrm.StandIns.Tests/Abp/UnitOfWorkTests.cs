using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Modularity;
using Volo.Abp.Uow;

namespace PartnerCrm.StandIns.Tests.Abp;

public class UnitOfWorkTests
{
    public record Ordered(string What);

    public record Shipped(string What);

    [EventName("shop.sold.v1")]
    public record Sold(string What);

    public class Log : ISingletonDependency
    {
        public List<string> Lines { get; } = [];
    }

    public class Database(Log log) : IDatabaseApi, ISupportsSavingChanges
    {
        public Task SaveChangesAsync(CancellationToken cancellationToken = default)
        {
            log.Lines.Add("save");
            return Task.CompletedTask;
        }
    }

    public sealed class Transaction(Log log) : ITransactionApi
    {
        public Task CommitAsync(CancellationToken cancellationToken = default)
        {
            log.Lines.Add("commit");
            return Task.CompletedTask;
        }

        public void Dispose() => log.Lines.Add("dispose");
    }

    public class WhenOrdered(Log log, ILocalEventBus events, IUnitOfWorkManager units) : ILocalEventHandler<Ordered>, ITransientDependency
    {
        public async Task HandleEventAsync(Ordered eventData)
        {
            log.Lines.Add($"ordered {eventData.What}");
            units.Current.ShouldNotBeNull();
            if (eventData.What == "nothing") throw new InvalidOperationException("nothing to order");
            if (eventData.What == "tea") await events.PublishAsync(new Shipped("tea"));
        }
    }

    [LocalEventHandlerOrder(-1)]
    public class FirstWhenOrdered(Log log) : ILocalEventHandler<Ordered>, ITransientDependency
    {
        public Task HandleEventAsync(Ordered eventData)
        {
            log.Lines.Add("first");
            return Task.CompletedTask;
        }
    }

    public class WhenShipped(Log log) : ILocalEventHandler<Shipped>, IDistributedEventHandler<Sold>, ITransientDependency
    {
        public Task HandleEventAsync(Shipped eventData)
        {
            log.Lines.Add($"shipped {eventData.What}");
            return Task.CompletedTask;
        }

        public Task HandleEventAsync(Sold eventData)
        {
            log.Lines.Add($"sold {eventData.What}");
            return Task.CompletedTask;
        }
    }

    public class Animal : AggregateRoot<Guid>
    {
        public Animal() => Id = Guid.NewGuid();
    }

    public class Cat : Animal;

    public class WhenAnimalChanges(Log log) : ILocalEventHandler<EntityUpdatedEventData<Cat>>, ILocalEventHandler<EntityChangedEventData<Animal>>, ITransientDependency
    {
        public Task HandleEventAsync(EntityUpdatedEventData<Cat> eventData) => Write("cat");

        public Task HandleEventAsync(EntityChangedEventData<Animal> eventData) => Write("animal");

        private Task Write(string line)
        {
            log.Lines.Add(line);
            return Task.CompletedTask;
        }
    }

    public class Outbox : IEventOutbox, ISingletonDependency
    {
        public List<OutgoingEventInfo> Events { get; } = [];

        public Task EnqueueAsync(OutgoingEventInfo outgoingEvent)
        {
            Events.Add(outgoingEvent);
            return Task.CompletedTask;
        }

        public Task<List<OutgoingEventInfo>> GetWaitingEventsAsync(int maxCount, CancellationToken cancellationToken = default) => Task.FromResult(Events);

        public Task DeleteAsync(Guid id) => Task.CompletedTask;

        public Task DeleteManyAsync(IEnumerable<Guid> ids) => Task.CompletedTask;
    }

    [DependsOn(typeof(AbpDddDomainModule))]
    public class Shop : AbpModule
    {
        public Shop() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddTypes(
            typeof(Log), typeof(WhenOrdered), typeof(FirstWhenOrdered), typeof(WhenShipped), typeof(WhenAnimalChanges), typeof(Outbox));
    }

    [DependsOn(typeof(Shop))]
    public class ShopWithOutbox : AbpModule
    {
        public ShopWithOutbox() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpDistributedEventBusOptions>(options => options.Outboxes.Configure(outbox => outbox.ImplementationType = typeof(Outbox)));
    }

    [Fact]
    public async Task Completing_saves_then_publishes_until_nothing_is_left_then_commits()
    {
        await using var app = await AbpApp.Start<Shop>();
        var log = app.Get<Log>();
        using (var unit = app.Get<IUnitOfWorkManager>().Begin(isTransactional: true))
        {
            unit.AddDatabaseApi("db", new Database(log));
            unit.AddTransactionApi("db", new Transaction(log));
            unit.OnCompleted(() =>
            {
                log.Lines.Add("completed");
                return Task.CompletedTask;
            });
            await app.Get<ILocalEventBus>().PublishAsync(new Ordered("tea"));
            log.Lines.ShouldBeEmpty();
            await unit.CompleteAsync();
        }

        log.Lines.ShouldBe(["save", "first", "ordered tea", "save", "shipped tea", "save", "commit", "completed", "dispose"]);
    }

    [Fact]
    public async Task A_failing_handler_fails_the_unit_of_work_before_it_commits()
    {
        await using var app = await AbpApp.Start<Shop>();
        var log = app.Get<Log>();
        Exception? told = null;
        using (var unit = app.Get<IUnitOfWorkManager>().Begin(isTransactional: true))
        {
            unit.AddTransactionApi("db", new Transaction(log));
            unit.Failed += (_, e) => told = e.Exception;
            await app.Get<ILocalEventBus>().PublishAsync(new Ordered("nothing"));
            (await Should.ThrowAsync<InvalidOperationException>(() => unit.CompleteAsync())).Message.ShouldBe("nothing to order");
        }

        told.ShouldBeOfType<InvalidOperationException>();
        log.Lines.ShouldNotContain("commit");
    }

    [Fact]
    public async Task An_unfinished_unit_of_work_publishes_nothing_and_says_that_it_failed()
    {
        await using var app = await AbpApp.Start<Shop>();
        var failed = false;
        using (var unit = app.Get<IUnitOfWorkManager>().Begin())
        {
            unit.Failed += (_, _) => failed = true;
            await app.Get<ILocalEventBus>().PublishAsync(new Ordered("tea"));
        }

        failed.ShouldBeTrue();
        app.Get<Log>().Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_unit_of_work_or_when_it_must_not_wait_an_event_is_handled_at_once()
    {
        await using var app = await AbpApp.Start<Shop>();
        await app.Get<ILocalEventBus>().PublishAsync(new Shipped("milk"));
        using var unit = app.Get<IUnitOfWorkManager>().Begin();
        await app.Get<ILocalEventBus>().PublishAsync(new Shipped("bread"), onUnitOfWorkComplete: false);
        app.Get<Log>().Lines.ShouldBe(["shipped milk", "shipped bread"]);
    }

    [Fact]
    public async Task An_inner_one_is_part_of_the_outer_unless_it_must_be_new()
    {
        await using var app = await AbpApp.Start<Shop>();
        var manager = app.Get<IUnitOfWorkManager>();
        using var outer = manager.Begin();
        using (var inner = manager.Begin())
        {
            inner.Id.ShouldBe(outer.Id);
            await inner.CompleteAsync();
            outer.IsCompleted.ShouldBeFalse();
        }

        using (var own = manager.Begin(requiresNew: true))
        {
            own.Outer.ShouldBe(outer);
            manager.Current.ShouldBe(own);
        }

        manager.Current.ShouldBe(outer);
    }

    [Fact]
    public async Task A_change_of_an_entity_is_told_once_and_of_its_base_class_too()
    {
        await using var app = await AbpApp.Start<Shop>();
        var cat = new Cat();
        using var unit = app.Get<IUnitOfWorkManager>().Begin();
        app.Get<IEntityChangeEventHelper>().PublishEntityUpdatedEvent(cat);
        app.Get<IEntityChangeEventHelper>().PublishEntityUpdatedEvent(cat);
        await unit.CompleteAsync();
        app.Get<Log>().Lines.ShouldBe(["cat", "animal"]);
    }

    [Fact]
    public async Task A_distributed_event_is_handled_here_when_there_is_no_outbox()
    {
        await using var app = await AbpApp.Start<Shop>();
        using var unit = app.Get<IUnitOfWorkManager>().Begin();
        await app.Get<IDistributedEventBus>().PublishAsync(new Sold("tea"));
        await unit.CompleteAsync();
        app.Get<Log>().Lines.ShouldBe(["sold tea"]);
    }

    [Fact]
    public async Task An_outbox_takes_it_under_its_name()
    {
        await using var app = await AbpApp.Start<ShopWithOutbox>();
        using var unit = app.Get<IUnitOfWorkManager>().Begin();
        await app.Get<IDistributedEventBus>().PublishAsync(new Sold("tea"));
        app.Get<Outbox>().Events.ShouldBeEmpty();
        await unit.CompleteAsync();
        app.Get<Log>().Lines.ShouldBeEmpty();
        app.Get<Outbox>().Events.ShouldHaveSingleItem().EventName.ShouldBe("shop.sold.v1");
    }
}
