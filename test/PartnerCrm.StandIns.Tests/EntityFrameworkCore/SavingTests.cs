using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.StandIns.Tests.EntityFrameworkCore;

public class SavingTests
{
    private static readonly Guid User = Guid.Parse("0a000000-0000-0000-0000-000000000001");

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task A_new_entity_is_stamped_when_it_is_inserted(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        Guid id = default;
        using (shop.As(User))
            await shop.DoAsync(async () =>
            {
                var order = await shop.Orders.InsertAsync(new Order("A-1") { Due = new DateTime(2030, 5, 1, 0, 0, 0, DateTimeKind.Utc), Total = 12.50m });
                order.CreationTime.ShouldBe(Shop.Now);
                id = order.Id;
            });

        id.ShouldNotBe(Guid.Empty);
        var stored = await shop.AskAsync(() => shop.Orders.GetAsync(id));
        stored.CreatorId.ShouldBe(User);
        stored.CreationTime.ShouldBe(Shop.Now);
        stored.CreationTime.Kind.ShouldBe(DateTimeKind.Utc);
        stored.Due!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        stored.Total.ShouldBe(12.50m);
        stored.ConcurrencyStamp.Length.ShouldBe(32);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task A_change_is_stamped_and_renews_the_concurrency_stamp(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await shop.DoAsync(() => shop.Orders.InsertAsync(new Order("A-1")));
        var before = await shop.AskAsync(() => shop.Orders.FirstAsync(o => true));
        using (shop.As(User))
            await shop.DoAsync(async () => (await shop.Orders.GetAsync(before.Id)).Rename("A-2"));

        var after = await shop.AskAsync(() => shop.Orders.GetAsync(before.Id));
        after.Number.ShouldBe("A-2");
        after.LastModificationTime.ShouldBe(Shop.Now);
        after.LastModifierId.ShouldBe(User);
        after.ConcurrencyStamp.ShouldNotBe(before.ConcurrencyStamp);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Two_who_change_the_same_version_are_told(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await shop.DoAsync(() => shop.Orders.InsertAsync(new Order("A-1")));
        var read = await shop.AskAsync(() => shop.Orders.FirstAsync(o => true));
        await shop.DoAsync(async () => (await shop.Orders.GetAsync(read.Id)).Rename("A-2"));

        await Should.ThrowAsync<AbpDbConcurrencyException>(() => shop.DoAsync(async () =>
        {
            var order = await shop.Orders.GetAsync(read.Id);
            order.SetConcurrencyStampIfNotNull(read.ConcurrencyStamp);
            order.Rename("A-3");
        }));
        (await shop.AskAsync(() => shop.Orders.GetAsync(read.Id))).Number.ShouldBe("A-2");
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task A_changed_part_changes_its_root(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await shop.DoAsync(async () =>
        {
            var order = new Order("A-1");
            order.Lines.Add(new OrderLine("one"));
            order.Lines.Add(new OrderLine("two"));
            await shop.Orders.InsertAsync(order);
        });
        var before = await shop.AskAsync(() => shop.Orders.FirstAsync(o => true));

        await shop.DoAsync(async () => (await shop.Orders.GetAsync(before.Id)).Lines.First(l => l.Text == "one").Text = "uno");
        var changed = await shop.AskAsync(() => shop.Orders.GetAsync(before.Id));
        changed.ConcurrencyStamp.ShouldNotBe(before.ConcurrencyStamp);

        await shop.DoAsync(async () => (await shop.Orders.GetAsync(before.Id)).Lines.RemoveAll(l => l.Text == "two"));
        var shrunk = await shop.AskAsync(() => shop.Orders.GetAsync(before.Id));
        shrunk.ConcurrencyStamp.ShouldNotBe(changed.ConcurrencyStamp);
        shrunk.Lines.ShouldHaveSingleItem().Text.ShouldBe("uno");

        await shop.DoAsync(async () => (await shop.Orders.GetAsync(before.Id)).Lines.Add(new OrderLine("three")));
        (await shop.AskAsync(() => shop.Orders.GetAsync(before.Id))).Lines.Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Deleting_marks_and_hides(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        Guid id = default;
        await shop.DoAsync(async () =>
        {
            var order = new Order("A-1");
            order.Lines.Add(new OrderLine("one"));
            id = (await shop.Orders.InsertAsync(order)).Id;
        });
        using (shop.As(User)) await shop.DoAsync(() => shop.Orders.DeleteAsync(id));

        (await shop.AskAsync(() => shop.Orders.FindAsync(id))).ShouldBeNull();
        await Should.ThrowAsync<EntityNotFoundException>(() => shop.AskAsync(() => shop.Orders.GetAsync(id)));
        using (shop.Get<IDataFilter>().Disable<ISoftDelete>())
        {
            var deleted = await shop.AskAsync(() => shop.Orders.GetAsync(id));
            deleted.IsDeleted.ShouldBeTrue();
            deleted.DeleterId.ShouldBe(User);
            deleted.DeletionTime.ShouldBe(Shop.Now);
            deleted.Lines.Count.ShouldBe(1);
        }

        (await shop.AskAsync(() => shop.Orders.GetCountAsync())).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Deleting_hard_removes_the_row(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        Guid id = default;
        await shop.DoAsync(async () => id = (await shop.Orders.InsertAsync(new Order("A-1"))).Id);
        await shop.DoAsync(async () => await shop.Orders.HardDeleteAsync(await shop.Orders.GetAsync(id)));
        using (shop.Get<IDataFilter>().Disable<ISoftDelete>())
            (await shop.AskAsync(() => shop.Orders.FindAsync(id))).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Tenants_see_their_own(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        Guid one = Guid.NewGuid(), two = Guid.NewGuid();
        foreach (Guid? tenant in new Guid?[] { null, one, two })
            using (shop.Tenant.Change(tenant))
                await shop.DoAsync(() => shop.Orders.InsertAsync(new Order($"of {tenant}")));

        foreach (Guid? tenant in new Guid?[] { null, one, two, one })
            using (shop.Tenant.Change(tenant))
            {
                var order = (await shop.AskAsync(() => shop.Orders.GetListAsync())).ShouldHaveSingleItem();
                order.TenantId.ShouldBe(tenant);
                order.Number.ShouldBe($"of {tenant}");
            }

        using (shop.Tenant.Change(one))
        using (shop.Get<IDataFilter>().Disable<IMultiTenant>())
            (await shop.AskAsync(() => shop.Orders.GetCountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task A_filter_that_is_off_is_not_in_the_statement()
    {
        await using var shop = await Shop.OpenAsync("sqlite");
        var all = await shop.AskAsync(async () => (await shop.Orders.GetQueryableAsync()).ToQueryString());
        all.ShouldContain("\"IsDeleted\"");
        all.ShouldContain("\"TenantId\" IS NULL");
        using (shop.Get<IDataFilter>().Disable<ISoftDelete>())
        using (shop.Get<IDataFilter>().Disable<IMultiTenant>())
            (await shop.AskAsync(async () => (await shop.Orders.GetQueryableAsync()).Select(o => o.Number).ToQueryString())).ShouldNotContain("WHERE");
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task Extra_properties_come_back(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        Guid id = default;
        await shop.DoAsync(async () => id = (await shop.Orders.InsertAsync(new Order("A-1").SetProperty("Colour", "red").SetProperty("Size", 3))).Id);
        await shop.DoAsync(async () => (await shop.Orders.GetAsync(id)).SetProperty("Colour", "blue"));
        var order = await shop.AskAsync(() => shop.Orders.GetAsync(id));
        order.GetProperty<string>("Colour").ShouldBe("blue");
        order.GetProperty<int>("Size").ShouldBe(3);
    }

    [Theory, MemberData(nameof(Shop.Databases), MemberType = typeof(Shop))]
    public async Task A_repository_of_a_modules_own_is_used_for_the_entity(string database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await shop.DoAsync(() => shop.Orders.InsertAsync(new Order("A-1")));
        (await shop.AskAsync(() => shop.Get<IOrderRepository>().FindByNumberAsync("A-1"))).ShouldNotBeNull();
        shop.Orders.ToEfCoreRepository().ShouldBeAssignableTo<OrderRepository>();
        (await shop.Get<IOrderRepository>().FindByNumberAsync("A-1")).ShouldNotBeNull("a call outside a unit of work gets one of its own");
        shop.Get<IReadOnlyRepository<Order, Guid>>().IsChangeTrackingEnabled.ShouldBe(false);
        await shop.AskAsync(async () =>
        {
            await shop.Get<IReadOnlyRepository<Order, Guid>>().GetListAsync();
            (await shop.ContextAsync()).ChangeTracker.Entries().ShouldBeEmpty();
            return 0;
        });
    }
}
