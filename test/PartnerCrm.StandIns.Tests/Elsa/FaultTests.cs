using Elsa.Extensions;
using Elsa.Features.Services;
using Elsa.Scheduling.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Exceptions;
using Microsoft.Extensions.DependencyInjection;

namespace PartnerCrm.StandIns.Tests.Workflows;

public sealed class FaultsOnSqliteTests() : FaultTests(Database.Sqlite);

public sealed class FaultsOnPostgresTests() : FaultTests(Database.Postgres);

/// <summary>What goes wrong, and what stays right.</summary>
public abstract class FaultTests(Database database)
{
    private Task<EngineHost> HostAsync(Action<IModule> workflows) => EngineHost.StartAsync(database, workflows);

    private sealed class Failing() : Flow(builder => builder.Root = new Sequence { Activities = { new Event("go"), new Note("before"), new Boom("no such mailbox") { Id = "boom" }, new Note("after") } });

    private sealed class FailingAfterSaving() : Flow(builder => builder.Root = new Sequence { Activities = { new Event("go"), new Boom("no such mailbox", saves: true) } });

    [Theory]
    [InlineData("Failing")]
    [InlineData("FailingAfterSaving")]
    public async Task An_activity_that_throws_is_undone_and_written_down_and_the_unit_of_work_goes_on(string workflow)
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Failing>().AddWorkflow<FailingAfterSaving>());
        await host.StartAsync(workflow, "f");

        await host.InUnitOfWorkAsync(null, async (_, db, _) =>
        {
            db.Add(new Effect { Text = "signal taken" });
            await host.PublishAsync("go");
            db.Add(new Effect { Text = "and deleted" });
        }, default);

        (await host.EffectsAsync()).ShouldBe(["signal taken", "and deleted"]);
        var state = await (await host.ClientAsync("f")).ExportStateAsync();
        (state.Status, state.SubStatus).ShouldBe((WorkflowStatus.Finished, WorkflowSubStatus.Faulted));
        state.Incidents.Single().Message.ShouldBe("no such mailbox");
        state.Incidents.Single().Exception!.Type.ShouldBe(typeof(InvalidOperationException));
        state.Bookmarks.ShouldBeEmpty();
        await host.PublishAsync("go");
        (await host.EffectsAsync()).Length.ShouldBe(2);
    }

    private sealed class FailingAtOnce() : Flow(builder => builder.Root = new Boom("not even begun"));

    [Fact]
    public async Task A_start_that_throws_is_written_down_too()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<FailingAtOnce>());

        var response = await host.StartAsync("FailingAtOnce", "f");

        response.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        response.Incidents.Single().Message.ShouldBe("not even begun");
        (await host.EffectsAsync()).ShouldBeEmpty();
    }

    private sealed class Late() : Flow(builder => builder.Root = new Sequence { Activities = { Delay.FromHours(1), new Note(context => context.GetWorkflowExecutionContext().Id) } });

    private sealed class LateAndFailing() : Flow(builder => builder.Root = new Sequence { Activities = { Delay.FromHours(1), new Boom("poisoned") } });

    [Fact]
    public async Task One_poisoned_instance_stops_nobody_else()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Late>().AddWorkflow<LateAndFailing>());
        for (var index = 0; index < 60; index++) await host.StartAsync(index % 7 == 3 ? "LateAndFailing" : "Late", $"{index:00}");

        host.Clock.Now += TimeSpan.FromHours(2);
        await host.PassTimersAsync();

        (await host.EffectsAsync()).Order().ShouldBe(Enumerable.Range(0, 60).Where(index => index % 7 != 3).Select(index => $"{index:00}"));
        (await host.QueryAsync<int>($"""SELECT count(*) AS "Value" FROM "ElsaInstances" WHERE "SubStatus" = {(int)WorkflowSubStatus.Faulted}""")).ShouldBe([9]);
    }

    [Fact]
    public async Task What_was_not_committed_did_not_happen()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Late>().AddWorkflow<Failing>());
        host.CrashAtCommit = 1;
        await Should.ThrowAsync<IOException>(host.StartAsync("Late", "1"));
        (await (await host.ClientAsync("1")).InstanceExistsAsync()).ShouldBeFalse();

        await host.StartAsync("Late", "1");
        host.Clock.Now += TimeSpan.FromHours(2);
        host.CrashAtCommit = 2;
        await host.PassTimersAsync();
        (await host.EffectsAsync()).ShouldBeEmpty();

        host.Restart();
        host.CrashAtCommit = 0;
        (await host.PassTimersAsync()).ShouldBe(0);
        host.Clock.Now += TimeSpan.FromSeconds(16);
        (await host.PassTimersAsync()).ShouldBe(1);
        (await host.EffectsAsync()).ShouldBe(["1"]);
    }

    [Fact]
    public async Task What_can_never_be_committed_is_a_fault_in_the_end()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Late>());
        await host.StartAsync("Late", "1");
        host.Clock.Now += TimeSpan.FromHours(1);

        for (var attempt = 0; attempt < 10; attempt++)
        {
            host.CrashAtCommit = 2;
            await host.PassTimersAsync();
            host.Clock.Now += TimeSpan.FromMinutes(5);
        }

        (await (await host.ClientAsync("1")).ExportStateAsync()).Incidents.Single().Message.ShouldBe("The process died.");
        host.CrashAtCommit = 0;
        (await host.PassTimersAsync()).ShouldBe(0);
    }

    private sealed class Ticking() : Flow(builder =>
    {
        var ticks = builder.WithVariable("Ticks", 0).WithWorkflowStorage();
        builder.Root = new While(context => ticks.Get(context) < 20)
        {
            Body = new Sequence { Activities = { new Event("tick"), new SetVariable<int>(ticks, context => ticks.Get(context) + 1), new Note(context => $"{ticks.Get(context)}") } },
        };
    });

    [Fact]
    public async Task Deliveries_to_one_instance_come_one_after_the_other()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Ticking>());
        await host.StartAsync("Ticking", "t");

        await Parallel.ForAsync(0, 20, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (index, _) => await host.PublishAsync("tick", instanceId: index % 2 == 0 ? "t" : null));

        (await host.EffectsAsync()).ShouldBe(Enumerable.Range(1, 20).Select(tick => $"{tick}"));
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Late>());
        await host.StartAsync("Late", "1");
        await Should.ThrowAsync<Exception>(host.StartAsync("Late", "1"));
        (await host.QueryAsync<int>($"""SELECT count(*) AS "Value" FROM "ElsaBookmarks" """)).ShouldBe([1]);
    }

    [Fact]
    public async Task Tenants_do_not_see_each_other_and_timers_run_in_their_own()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Late>().AddWorkflow<Failing>());
        host.TenantId = "a";
        await host.StartAsync("Late", "in a");
        host.TenantId = "b";
        await host.StartAsync("Late", "in b");
        await host.StartAsync("Failing", "f");

        await Should.ThrowAsync<WorkflowInstanceNotFoundException>((await host.ClientAsync("in a")).CancelAsync());
        (await (await host.ClientAsync("in a")).InstanceExistsAsync()).ShouldBeFalse();
        host.TenantId = "a";
        await host.PublishAsync("go");
        await host.PublishAsync("go", instanceId: "f");
        host.TenantId = null;
        host.Clock.Now += TimeSpan.FromHours(2);
        (await host.PassTimersAsync()).ShouldBe(2);

        (await host.EffectsAsync()).Order().ShouldBe(["in a", "in b"]);
        (await host.QueryAsync<int>($"""SELECT count(*) AS "Value" FROM "ElsaInstances" WHERE "SubStatus" = {(int)WorkflowSubStatus.Faulted}""")).ShouldBe([0]);
    }

    [Fact]
    public async Task Thousands_of_overdue_timers_fire_once_each()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Late>());
        await host.InUnitOfWorkAsync(null, async (_, _, _) =>
        {
            for (var index = 0; index < 2_000; index++) await host.StartAsync("Late", $"{index:00000}");
        }, default);
        host.Restart();
        host.Clock.Now += TimeSpan.FromDays(3);

        (await host.PassTimersAsync(256)).ShouldBe(2_000);

        (await host.EffectsAsync()).Order().ShouldBe(Enumerable.Range(0, 2_000).Select(index => $"{index:00000}"));
    }

    [Fact]
    public async Task The_host_fires_what_becomes_due_soon_after_it_is()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Late>().UseScheduling());
        await host.StartAsync("Late", "1");
        host.Clock.Now += TimeSpan.FromHours(2);
        var service = host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().Single();

        await service.StartAsync(default);
        var until = DateTime.UtcNow.AddSeconds(20);
        while ((await host.EffectsAsync()).Length == 0 && DateTime.UtcNow < until) await Task.Delay(20);
        await service.StopAsync(default);

        (await host.EffectsAsync()).ShouldBe(["1"]);
    }
}
