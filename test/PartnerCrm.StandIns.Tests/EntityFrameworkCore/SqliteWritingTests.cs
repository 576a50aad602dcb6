using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore.Sqlite;

namespace PartnerCrm.StandIns.Tests.EntityFrameworkCore;

public class SqliteWritingTests
{
    [Fact]
    public async Task The_gate_lets_writers_in_as_they_came()
    {
        var gate = new WriteGate("shop.db");
        var first = await gate.EnterAsync(default);
        var entered = new List<int>();
        var writers = Enumerable.Range(0, 50).Select(async i =>
        {
            using (await gate.EnterAsync(default)) entered.Add(i);
        }).ToList();
        entered.ShouldBeEmpty();
        first.Dispose();
        await Task.WhenAll(writers);
        entered.ShouldBe(Enumerable.Range(0, 50));
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_queue()
    {
        var gate = new WriteGate("shop.db");
        var first = await gate.EnterAsync(default);
        using var patience = new CancellationTokenSource();
        var impatient = gate.EnterAsync(patience.Token).AsTask();
        var next = gate.EnterAsync(default).AsTask();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        first.Dispose();
        first.Dispose();
        (await next).Dispose();
        (await gate.EnterAsync(default)).Dispose();
    }

    [Fact]
    public async Task Many_writers_lose_nothing()
    {
        await using var shop = await Shop.OpenAsync("sqlite");
        await shop.DoAsync(() => shop.Items.InsertAsync(new StockItem("0")));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => shop.DoAsync(async () =>
        {
            var counter = await shop.Items.FirstAsync(c => true);
            counter.Name = (int.Parse(counter.Name) + 1).ToString();
        }))));
        (await shop.AskAsync(() => shop.Items.FirstAsync(c => true))).Name.ShouldBe("40");
    }

    [Fact]
    public async Task A_second_writer_inside_an_open_one_is_told_instead_of_waiting_forever()
    {
        await using var shop = await Shop.OpenAsync("sqlite");
        using var outer = shop.Begin();
        await shop.Orders.InsertAsync(new Order("A-1"), autoSave: true);
        using (shop.Begin(requiresNew: true))
            (await Should.ThrowAsync<AbpException>(() => shop.Orders.InsertAsync(new Order("A-2")))).Message.ShouldContain("requiresNew");
        using (var inner = shop.Begin(transactional: false, requiresNew: true))
        {
            (await shop.Orders.GetCountAsync()).ShouldBe(0, "reading is allowed, and sees what is committed");
            await shop.Orders.InsertAsync(new Order("A-3"));
            await Should.ThrowAsync<AbpException>(() => inner.CompleteAsync());
        }

        var afterwards = 0;
        outer.OnCompleted(() => shop.DoAsync(async () =>
        {
            await shop.Orders.InsertAsync(new Order("A-4"));
            afterwards++;
        }));
        await outer.CompleteAsync();
        afterwards.ShouldBe(1);
        (await shop.AskAsync(() => shop.Orders.GetCountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Reading_does_not_wait_for_the_writer()
    {
        await using var shop = await Shop.OpenAsync("sqlite");
        using var writer = shop.Begin();
        await shop.Orders.InsertAsync(new Order("A-1"), autoSave: true);
        var clock = Stopwatch.StartNew();
        (await shop.AskAsync(() => shop.Orders.GetCountAsync())).ShouldBe(0);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Connections_are_durable_and_checked()
    {
        await using var shop = await Shop.OpenAsync("sqlite");
        await shop.DoAsync(async () =>
        {
            var database = (await shop.ContextAsync()).Database;
            var found = await database.SqlQueryRaw<string>(
                "SELECT journal_mode || ' ' || synchronous || ' ' || foreign_keys AS Value FROM pragma_journal_mode, pragma_synchronous, pragma_foreign_keys").ToListAsync();
            found.ShouldBe(["wal 2 1"]);
        });
    }
}
