using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EntityFrameworkCore.Sqlite;

namespace PartnerCrm.StandIns.Tests.EntityFrameworkCore;

public class UnitOfWorkTests
{
    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Modules_share_one_context_and_one_transaction(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        using (shop.Begin())
        {
            var forShop = await shop.Get<IDbContextProvider<IShopDbContext>>().GetDbContextAsync();
            var forStock = await shop.Get<IDbContextProvider<IStockDbContext>>().GetDbContextAsync();
            forStock.ShouldBeSameAs(forShop);
            forShop.Database.CurrentTransaction.ShouldNotBeNull();
            await shop.Orders.InsertAsync(new Order("A-1"), autoSave: true);
            await shop.Items.InsertAsync(new StockItem("bolt"), autoSave: true);
        }

        (await shop.AskAsync(() => shop.Orders.GetCountAsync())).ShouldBe(0, "it was not completed");
        (await shop.AskAsync(() => shop.Items.GetCountAsync())).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task What_handlers_do_is_in_the_same_transaction(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        Guid id = default;
        await shop.DoAsync(async () => id = (await shop.Orders.InsertAsync(new Order("A-1"))).Id);
        await shop.DoAsync(async () => (await shop.Orders.GetAsync(id)).Rename("A-2"));
        await shop.DoAsync(() => shop.Orders.DeleteAsync(id));

        shop.Heard.Events.ShouldBe(["created A-1", new OrderRenamed(id, "A-2"), "updated A-2", "deleted A-2"]);
        (await shop.AskAsync(() => shop.Items.GetListAsync())).ShouldHaveSingleItem().Name.ShouldBe("A-2");
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task A_handler_that_fails_undoes_everything(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        Guid id = default;
        await shop.DoAsync(async () => id = (await shop.Orders.InsertAsync(new Order("A-1"))).Id);
        shop.Heard.FailWith = new BusinessException("Shop:Full");
        await Should.ThrowAsync<BusinessException>(() => shop.DoAsync(async () => (await shop.Orders.GetAsync(id)).Rename("A-2")));
        (await shop.AskAsync(() => shop.Orders.GetAsync(id))).Number.ShouldBe("A-1");
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task A_unit_of_work_without_transaction_has_none(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await shop.DoAsync(async () =>
        {
            (await shop.ContextAsync()).Database.CurrentTransaction.ShouldBeNull();
            await shop.Orders.InsertAsync(new Order("A-1"));
        }, transactional: false);
        (await shop.AskAsync(() => shop.Orders.GetCountAsync())).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task What_leaves_the_process_waits_in_the_outbox_until_it_is_sent(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var sending = shop.Get<OutboxSending>();
        Guid id = default;
        await shop.DoAsync(async () => id = (await shop.Orders.InsertAsync(new Order("A-1"))).Id);
        using (shop.Begin())
        {
            (await shop.Orders.GetAsync(id)).Ship();
            await (await shop.ContextAsync()).SaveChangesAsync();
        }

        (await sending.SendAllAsync(default)).ShouldBe(0, "its transaction was rolled back");
        await shop.DoAsync(async () => (await shop.Orders.GetAsync(id)).Ship());
        shop.Heard.Events.OfType<OrderShipped>().ShouldBeEmpty();
        (await shop.AskAsync(async () => (await shop.ContextAsync()).OutgoingEvents.Single())).EventName.ShouldBe("shop.order.shipped.v1");

        shop.Heard.FailWith = new BusinessException("Shop:Full");
        (await sending.SendAllAsync(default)).ShouldBe(0);
        shop.Heard.FailWith = null;
        (await sending.SendAllAsync(default)).ShouldBe(1);
        shop.Heard.Events.OfType<OrderShipped>().ShouldBe([new OrderShipped(id, "A-1")]);
        (await sending.SendAllAsync(default)).ShouldBe(0);
    }
}
