using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.StandIns.Tests.EntityFrameworkCore;

// A small application of two modules and a host, shaped like the product.
public enum OrderState { Open, Shipped }

public record OrderRenamed(Guid OrderId, string Number);

[EventName("shop.order.shipped.v1")]
public record OrderShipped(Guid OrderId, string Number);

public class Order : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private Order()
    {
    }

    public Order(string number, Guid id = default)
        : base(id) => Number = number;

    public Guid? TenantId { get; private set; }
    public string Number { get; private set; } = null!;
    public OrderState State { get; private set; }
    public DateTime? Due { get; set; }
    public decimal Total { get; set; }
    public List<OrderLine> Lines { get; } = [];

    public void Rename(string number)
    {
        Number = number;
        AddLocalEvent(new OrderRenamed(Id, number));
    }

    public void Ship()
    {
        State = OrderState.Shipped;
        AddDistributedEvent(new OrderShipped(Id, Number));
    }
}

public class OrderLine : Entity<Guid>
{
    private OrderLine()
    {
    }

    public OrderLine(string text) => Text = text;

    public Guid OrderId { get; private set; }
    public string Text { get; set; } = null!;
}

public class StockItem(string name) : AuditedAggregateRoot<Guid>
{
    public string Name { get; set; } = name;
}

[ConnectionStringName("Default")]
public interface IShopDbContext : IEfCoreDbContext
{
    DbSet<Order> Orders { get; }
}

[ConnectionStringName("Default")]
public interface IStockDbContext : IEfCoreDbContext
{
    DbSet<StockItem> StockItems { get; }
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IShopDbContext), typeof(IStockDbContext))]
public class ShopHostDbContext(DbContextOptions<ShopHostDbContext> options)
    : AbpDbContext<ShopHostDbContext>(options), IShopDbContext, IStockDbContext, IHasEventOutbox
{
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<StockItem> StockItems => Set<StockItem>();
    public DbSet<OutgoingEventRecord> OutgoingEvents { get; set; } = null!;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureEventOutbox();
        modelBuilder.Entity<Order>(b =>
        {
            b.ToTable("ShopOrders");
            b.ConfigureByConvention();
            b.Property(o => o.Number).HasMaxLength(64);
            b.Property(o => o.State).HasConversion<string>().HasMaxLength(32);
            b.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Cascade);
            b.HasIndex(o => new { o.TenantId, o.Number });
        });
        modelBuilder.Entity<OrderLine>(b => b.ToTable("ShopOrderLines"));
        modelBuilder.Entity<StockItem>(b => b.ToTable("StockItems"));
    }
}

public interface IOrderRepository : IRepository<Order, Guid>
{
    Task<Order?> FindByNumberAsync(string number);
}

public class OrderRepository(IDbContextProvider<IShopDbContext> provider) : EfCoreRepository<IShopDbContext, Order, Guid>(provider), IOrderRepository
{
    public virtual async Task<Order?> FindByNumberAsync(string number) =>
        await (await GetDbContextAsync()).Orders.FirstOrDefaultAsync(o => o.Number == number, GetCancellationToken());
}

/// <summary>What handlers saw.</summary>
public class Heard : ISingletonDependency
{
    public List<object> Events { get; } = [];
    public Exception? FailWith { get; set; }

    public void Add(object seen)
    {
        if (FailWith is { } failure) throw failure;
        Events.Add(seen);
    }
}

public class WhenOrderIsRenamed(Heard heard, IRepository<StockItem, Guid> items) : ILocalEventHandler<OrderRenamed>, ITransientDependency
{
    public async Task HandleEventAsync(OrderRenamed eventData)
    {
        heard.Add(eventData);
        await items.InsertAsync(new StockItem(eventData.Number));
    }
}

public class WhenOrdersChange(Heard heard) :
    ILocalEventHandler<EntityCreatedEventData<Order>>, ILocalEventHandler<EntityUpdatedEventData<Order>>,
    ILocalEventHandler<EntityDeletedEventData<Order>>, ITransientDependency
{
    public Task HandleEventAsync(EntityCreatedEventData<Order> eventData) => Hear($"created {eventData.Entity.Number}");
    public Task HandleEventAsync(EntityUpdatedEventData<Order> eventData) => Hear($"updated {eventData.Entity.Number}");
    public Task HandleEventAsync(EntityDeletedEventData<Order> eventData) => Hear($"deleted {eventData.Entity.Number}");

    private Task Hear(string what)
    {
        heard.Add(what);
        return Task.CompletedTask;
    }
}

public class WhenOrderShips(Heard heard) : IDistributedEventHandler<OrderShipped>, ITransientDependency
{
    public Task HandleEventAsync(OrderShipped eventData)
    {
        heard.Add(eventData);
        return Task.CompletedTask;
    }
}
