using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;

namespace PartnerCrm.StandIns.Tests.Abp;

public class EntityTests
{
    public class Order : FullAuditedAggregateRoot<Guid>, IMultiTenant
    {
        public Order(Guid id) : base(id)
        {
        }

        public Guid? TenantId { get; private set; }

        public void Place()
        {
            AddLocalEvent("first");
            AddLocalEvent("second");
        }
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    [DependsOn(typeof(AbpDddDomainModule))]
    public class Shop : AbpModule
    {
        public Shop() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
            Configure<AbpSequentialGuidGeneratorOptions>(options => options.DefaultSequentialGuidType = SequentialGuidType.SequentialAsString);
        }
    }

    private static readonly DateTime Monday = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static Task<AbpApp> StartOnMonday() =>
        AbpApp.Start<Shop>(services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(services, new At(Monday)));

    [Fact]
    public async Task The_clock_reads_the_time_provider()
    {
        await using var app = await StartOnMonday();
        var clock = app.Get<IClock>();
        clock.Now.ShouldBe(Monday);
        clock.Now.Kind.ShouldBe(DateTimeKind.Utc);
        clock.Normalize(DateTime.SpecifyKind(Monday, DateTimeKind.Unspecified)).Kind.ShouldBe(DateTimeKind.Utc);
        clock.Normalize(Monday.ToLocalTime()).ShouldBe(Monday);
    }

    [Fact]
    public async Task Ids_grow_as_text()
    {
        await using var app = await StartOnMonday();
        var ids = app.Get<IGuidGenerator>();
        var first = ids.Create();
        await Task.Delay(20);
        string.CompareOrdinal(first.ToString(), ids.Create().ToString()).ShouldBeLessThan(0);
    }

    [Fact]
    public async Task An_entity_belongs_to_the_tenant_in_whose_name_it_is_made()
    {
        await using var app = await StartOnMonday();
        var tenant = Guid.NewGuid();
        using (app.Get<ICurrentTenant>().Change(tenant)) new Order(Guid.NewGuid()).TenantId.ShouldBe(tenant);
        new Order(Guid.NewGuid()).TenantId.ShouldBeNull();
    }

    [Fact]
    public async Task Who_and_when_are_filled_in_unless_the_user_is_of_another_tenant()
    {
        await using var app = await StartOnMonday();
        var setter = app.Get<IAuditPropertySetter>();
        var alice = Guid.NewGuid();
        var order = new Order(Guid.NewGuid());
        using (app.Get<ICurrentPrincipalAccessor>().Change([new(AbpClaimTypes.UserId, alice.ToString())]))
        {
            setter.SetCreationProperties(order);
            setter.SetModificationProperties(order);
            setter.SetDeletionProperties(order);
        }

        (order.CreationTime, order.CreatorId).ShouldBe((Monday, alice));
        (order.LastModificationTime, order.LastModifierId).ShouldBe((Monday, alice));
        (order.DeletionTime, order.DeleterId).ShouldBe((Monday, alice));

        using (app.Get<ICurrentPrincipalAccessor>().Change([new(AbpClaimTypes.UserId, alice.ToString()), new(AbpClaimTypes.TenantId, Guid.NewGuid().ToString())]))
            setter.SetModificationProperties(order);
        order.LastModifierId.ShouldBeNull();
    }

    [Fact]
    public void Events_keep_their_order_until_they_are_cleared()
    {
        var order = new Order(Guid.NewGuid());
        order.Place();
        var events = order.GetLocalEvents().ToList();
        events.Select(e => e.EventData).ShouldBe(["first", "second"]);
        events[1].EventOrder.ShouldBeGreaterThan(events[0].EventOrder);
        order.ClearLocalEvents();
        order.GetLocalEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Two_entities_are_equal_by_type_and_id_only_once_they_have_one()
    {
        var id = Guid.NewGuid();
        new Order(id).EntityEquals(new Order(id)).ShouldBeTrue();
        new Order(Guid.Empty).EntityEquals(new Order(Guid.Empty)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_filter_is_off_only_within_its_scope()
    {
        await using var app = await StartOnMonday();
        var filter = app.Get<IDataFilter>();
        filter.IsEnabled<ISoftDelete>().ShouldBeTrue();
        using (filter.Disable<ISoftDelete>())
        {
            filter.IsEnabled<ISoftDelete>().ShouldBeFalse();
            using (filter.Enable<ISoftDelete>()) filter.IsEnabled<ISoftDelete>().ShouldBeTrue();
            filter.IsEnabled<ISoftDelete>().ShouldBeFalse();
            filter.IsEnabled<IMultiTenant>().ShouldBeTrue();
        }

        filter.IsEnabled<ISoftDelete>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_query_over_memory_runs_without_a_database()
    {
        await using var app = await StartOnMonday();
        var numbers = new[] { 3, 1, 2 }.AsQueryable();
        var executer = app.Get<IAsyncQueryableExecuter>();
        (await executer.CountAsync(numbers.WhereIf(true, n => n > 1))).ShouldBe(2);
        (await executer.ToListAsync(numbers.OrderBy(n => n).PageBy(1, 1))).ShouldBe([2]);
        (await executer.MaxAsync(numbers)).ShouldBe(3);
    }

    [Fact]
    public void Extra_properties_come_back_as_what_they_were()
    {
        var order = new Order(Guid.NewGuid());
        var id = Guid.NewGuid();
        order.SetProperty("Id", id.ToString()).SetProperty("Count", 3L).SetProperty("Day", "Monday");
        order.GetProperty<Guid>("Id").ShouldBe(id);
        order.GetProperty<int>("Count").ShouldBe(3);
        order.GetProperty<DayOfWeek>("Day").ShouldBe(DayOfWeek.Monday);
        order.GetProperty("None", "nothing").ShouldBe("nothing");
    }

    [Fact]
    public void Guards_refuse_what_is_missing_or_too_long()
    {
        Should.Throw<ArgumentException>(() => Check.NotNullOrWhiteSpace(" ", "name")).Message.ShouldContain("name");
        Should.Throw<ArgumentException>(() => Check.NotNullOrWhiteSpace("long", "name", maxLength: 3));
        Check.Length(null, "name", 3).ShouldBeNull();
        new BusinessException("Shop:TooMany").WithData("Limit", 5).Data["Limit"].ShouldBe(5);
    }
}
