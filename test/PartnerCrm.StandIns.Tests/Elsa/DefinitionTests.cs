using Elsa.Common.Models;
using Elsa.Extensions;
using Elsa.Scheduling.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Exceptions;

namespace PartnerCrm.StandIns.Tests.Workflows;

/// <summary>Definitions, their versions, and state that outlives both.</summary>
public class DefinitionTests
{
    private sealed class First() : Flow(builder => builder.Root = new Sequence { Id = "main", Activities = { new Event("go") { Id = "go" }, new Note("first") { Id = "note" } } }, "Escalation", 1);

    private sealed class Second() : Flow(builder => builder.Root = new Sequence { Id = "main", Activities = { new Event("go") { Id = "go" }, new Note("second") { Id = "note" } } }, "Escalation", 2);

    private sealed class Third() : Flow(builder => builder.Root = new Sequence { Id = "main", Activities = { new Note("new") { Id = "new" }, new Event("go") { Id = "go" }, new Note("third") { Id = "note" } } }, "Escalation", 1);

    private sealed class Renamed() : Flow(builder => builder.Root = new Sequence { Id = "main", Activities = { new Event("go") { Id = "went" } } }, "Escalation", 1);

    [Fact]
    public async Task An_instance_stays_with_the_version_it_started_with()
    {
        await using var host = await EngineHost.StartAsync(Database.Sqlite, elsa => elsa.AddWorkflow<First>().AddWorkflow<Second>());
        await host.StartAsync("Escalation", "latest");
        await (await host.ClientAsync("old")).CreateAndRunInstanceAsync(new() { WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId("Escalation", VersionOptions.SpecificVersion(1)) });

        await host.PublishAsync("go");

        (await host.EffectsAsync()).ShouldBe(["second", "first"]);
        await Should.ThrowAsync<WorkflowDefinitionNotFoundException>(host.StartAsync("Nothing"));
    }

    [Theory]
    [InlineData(typeof(Second), "Escalation v1, which isn't registered")]
    [InlineData(typeof(Renamed), "'go', which Escalation v1 no longer has")]
    public async Task A_build_that_lacks_what_an_instance_needs_says_so_and_leaves_it_alone(Type later, string says)
    {
        var workflow = typeof(First);
        await using var host = await EngineHost.StartAsync(Database.Sqlite, elsa => elsa.UseWorkflowRuntime(runtime => runtime.AddWorkflow(workflow)));
        await host.StartAsync("Escalation", "1");

        workflow = later;
        host.Restart();
        (await Should.ThrowAsync<InvalidOperationException>(host.PublishAsync("go"))).Message.ShouldContain(says);

        workflow = typeof(First);
        host.Restart();
        await host.PublishAsync("go");
        (await host.EffectsAsync()).ShouldBe(["first"]);
    }

    [Fact]
    public async Task Activities_may_be_inserted_where_the_others_have_ids()
    {
        var workflow = typeof(First);
        await using var host = await EngineHost.StartAsync(Database.Sqlite, elsa => elsa.UseWorkflowRuntime(runtime => runtime.AddWorkflow(workflow)));
        await host.StartAsync("Escalation", "1");

        workflow = typeof(Third);
        host.Restart();
        await host.PublishAsync("go");

        (await host.EffectsAsync()).ShouldBe(["third"]);
    }

    [Fact]
    public async Task State_of_another_schema_is_refused()
    {
        await using var host = await EngineHost.StartAsync(Database.Sqlite, elsa => elsa.AddWorkflow<First>());
        await host.StartAsync("Escalation", "1");
        await host.ExecuteAsync($"""UPDATE "ElsaInstances" SET "State" = replace("State", '"s":1', '"s":0')""");

        (await Should.ThrowAsync<InvalidOperationException>(host.PublishAsync("go"))).Message.ShouldContain("stored with schema 0; this build reads schema 1");
    }

    private sealed class Waiting() : Flow(builder => builder.Root = Delay.FromHours(1), "Waiting", 1);

    [Fact]
    public async Task A_timer_that_this_build_cannot_run_waits_for_one_that_can()
    {
        var workflow = typeof(Waiting);
        await using var host = await EngineHost.StartAsync(Database.Sqlite, elsa => elsa.UseWorkflowRuntime(runtime => runtime.AddWorkflow(workflow)));
        await host.StartAsync("Waiting", "1");
        workflow = typeof(First);
        host.Restart();
        for (var pass = 0; pass < 15; pass++)
        {
            host.Clock.Now += TimeSpan.FromHours(1);
            (await host.PassTimersAsync()).ShouldBe(1);
        }

        workflow = typeof(Waiting);
        host.Restart();
        host.Clock.Now += TimeSpan.FromHours(1);
        await host.PassTimersAsync();

        (await (await host.ClientAsync("1")).ExportStateAsync()).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    private sealed class SameIds() : Flow(builder => builder.Root = new Sequence { Activities = { new Note("a") { Id = "x" }, new Note("b") { Id = "x" } } });

    private sealed class SameObject() : Flow(builder =>
    {
        var note = new Note("a");
        builder.Root = new Sequence { Activities = { note, note } };
    });

    private sealed class SameNames() : Flow(builder => builder.Root = new Sequence { Variables = { new Variable<int>("n", 0), new Variable<int>("n", 1) } });

    private sealed class FirstAgain() : Flow(builder => builder.Root = new Note("again"), "Escalation", 1);

    [Theory]
    [InlineData(typeof(SameIds), "two activities with the id 'x'")]
    [InlineData(typeof(SameObject), "used twice")]
    [InlineData(typeof(SameNames), "two variables with the name 'n'")]
    [InlineData(typeof(FirstAgain), "Escalation v1 is registered twice")]
    public async Task A_definition_that_cannot_be_stored_is_refused(Type workflow, string says)
    {
        await using var host = await EngineHost.StartAsync(Database.Sqlite, elsa => elsa.AddWorkflow<First>().UseWorkflowRuntime(runtime => runtime.AddWorkflow(workflow)));
        (await Should.ThrowAsync<InvalidOperationException>(host.StartAsync("Escalation"))).Message.ShouldContain(says);
    }

    private sealed class ByPlace() : Flow(builder => builder.Root = new If(_ => true) { Then = new Sequence { Activities = { new Event("go") } } });

    [Fact]
    public async Task Without_an_id_an_activity_is_named_by_its_place()
    {
        await using var host = await EngineHost.StartAsync(Database.Sqlite, elsa => elsa.AddWorkflow<ByPlace>());
        (await host.StartAsync("ByPlace")).Bookmarks.Single().ActivityId.ShouldBe("root.Then.Activities[0]");
    }
}
