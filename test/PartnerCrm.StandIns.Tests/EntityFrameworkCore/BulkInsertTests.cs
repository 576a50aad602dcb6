using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.StandIns.Tests.EntityFrameworkCore;

public class BulkInsertTests
{
    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Many_rows_go_in_at_once_and_read_like_any_other(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var tenant = Guid.NewGuid();
        using (shop.Tenant.Change(tenant))
        {
            await shop.DoAsync(async () =>
            {
                var orders = Enumerable.Range(0, 2500).Select(i => new Order($"B-{i}") { Total = i + 0.25m, Due = i % 2 == 0 ? null : Shop.Now.AddDays(i) }).ToList();
                orders[7].Rename("renamed");
                orders[8].SetProperty("Colour", "red");
                orders[9].Ship();
                await shop.Orders.InsertManyAsync(orders);
                (await shop.ContextAsync()).ChangeTracker.Entries().ShouldBeEmpty();
            });

            (await shop.AskAsync(() => shop.Orders.GetCountAsync())).ShouldBe(2500);
            shop.Heard.Events.ShouldHaveSingleItem().ShouldBeOfType<OrderRenamed>();
            var coloured = await shop.AskAsync(() => shop.Orders.GetAsync(o => o.Number == "B-8"));
            coloured.GetProperty<string>("Colour").ShouldBe("red");
            var shipped = await shop.AskAsync(() => shop.Orders.GetAsync(o => o.State == OrderState.Shipped));
            shipped.Number.ShouldBe("B-9");
            shipped.Total.ShouldBe(9.25m);
            shipped.Due.ShouldBe(Shop.Now.AddDays(9));
            shipped.TenantId.ShouldBe(tenant);
            shipped.CreationTime.ShouldBe(Shop.Now);
            shipped.ConcurrencyStamp.Length.ShouldBe(32);

            await shop.DoAsync(async () => (await shop.Orders.GetAsync(shipped.Id)).Rename("changed"));
            (await shop.AskAsync(() => shop.Orders.GetAsync(shipped.Id))).Number.ShouldBe("changed");
        }
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task A_rolled_back_bulk_insert_leaves_nothing(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        using (shop.Begin()) await shop.Items.InsertManyAsync(Enumerable.Range(0, 500).Select(i => new StockItem($"{i}")));
        (await shop.AskAsync(() => shop.Items.GetCountAsync())).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Without_a_transaction_a_bulk_insert_is_all_or_nothing(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var items = Enumerable.Range(0, 500).Select(i => new StockItem($"{i}")).ToList();
        await shop.DoAsync(() => shop.Items.InsertManyAsync(items), transactional: false);
        await Should.ThrowAsync<Exception>(() => shop.DoAsync(
            () => shop.Items.InsertManyAsync(Enumerable.Range(0, 499).Select(i => new StockItem($"{i}")).Append(items[0])), transactional: false));
        (await shop.AskAsync(() => shop.Items.GetCountAsync())).ShouldBe(500);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Entities_that_bring_parts_along_go_the_long_way(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await shop.DoAsync(() => shop.Orders.InsertManyAsync(Enumerable.Range(0, 120).Select(i =>
        {
            var order = new Order($"B-{i}");
            order.Lines.Add(new OrderLine($"line of {i}"));
            return order;
        })));
        var stored = await shop.AskAsync(() => shop.Orders.GetListAsync(includeDetails: true));
        stored.Count.ShouldBe(120);
        stored.ShouldAllBe(o => o.Lines.Count == 1);
    }
}
