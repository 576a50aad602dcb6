using Elsa.Extensions;
using Elsa.Features.Services;
using Elsa.Scheduling.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Stimuli;

namespace PartnerCrm.StandIns.Tests.Workflows;

public sealed class EngineOnSqliteTests() : EngineTests(Database.Sqlite);

public sealed class EngineOnPostgresTests() : EngineTests(Database.Postgres);

/// <summary>What each construct does, over waits and restarts.</summary>
public abstract class EngineTests(Database database)
{
    private Task<EngineHost> HostAsync(Action<IModule> workflows) => EngineHost.StartAsync(database, workflows);

    private sealed class Counting() : Flow(builder =>
    {
        var (count, kind) = (builder.WithVariable("Count", 0), builder.WithVariable<string>("Kind", ""));
        builder.Root = new Sequence
        {
            Activities =
            {
                new While(context => count.Get(context) < 3)
                {
                    Body = new Sequence
                    {
                        Activities =
                        {
                            new If(context => count.Get(context) == 1) { Then = new Note("one"), Else = new Note(context => $"not one but {count.Get(context)}") },
                            new SetVariable<int>(count, context => count.Get(context) + 1),
                        },
                    },
                },
                new Inline(context => kind.Set(context, "b")),
                new Switch { Cases = { new SwitchCase("a", context => kind.Get(context) == "a", new Note("case a")), new SwitchCase("b", context => kind.Get(context) == "b", new Note("case b")) } },
                new Fork { Branches = { new Note("left"), new Note("right") } },
            },
        };
    });

    [Fact]
    public async Task What_waits_for_nothing_runs_to_its_end_at_once()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Counting>());

        var response = await host.StartAsync("Counting");

        (response.Status, response.SubStatus).ShouldBe((WorkflowStatus.Finished, WorkflowSubStatus.Finished));
        (await host.EffectsAsync()).ShouldBe(["not one but 0", "one", "not one but 2", "case b", "left", "right"]);
        (await host.QueryAsync<int>($"""SELECT count(*) AS "Value" FROM "ElsaBookmarks" """)).ShouldBe([0]);
    }

    private sealed class Remembering() : Flow(builder =>
    {
        var (kept, lost, payload) = (builder.WithVariable("Kept", "").WithWorkflowStorage(), builder.WithVariable("Lost", "first"), builder.WithVariable<object?>("Payload", null));
        builder.Root = new Sequence
        {
            Activities =
            {
                new SetVariable<string>(kept, context => context.GetInput<string>("name")),
                new SetVariable<string>(lost, "set"),
                new Event("go") { Id = "wait", Result = new Output<object?>(payload) },
                new Note(context => $"{kept.Get(context)}, {lost.Get(context)}, {payload.Get(context)}, {context.GetInput<string>("name") ?? "no input"}"),
            },
        };
    });

    [Fact]
    public async Task Stored_variables_survive_a_wait_and_nothing_else_does()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Remembering>());
        var started = await host.StartAsync("Remembering", "r1", input: new() { ["name"] = "Ada" });
        started.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        started.Bookmarks.Single().Payload.ShouldBe(new EventStimulus("go"));

        host.Restart();
        await host.PublishAsync("go", payload: "hello");

        (await host.EffectsAsync()).ShouldBe(["Ada, first, hello, no input"]);
        (await (await host.ClientAsync("r1")).ExportStateAsync()).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    private sealed class Patient() : Flow(builder => builder.Root = new Sequence { Activities = { Delay.FromDays(3653), new Note("ten years later"), Delay.FromSeconds(1), new Note("a second later") } });

    [Fact]
    public async Task A_delay_may_take_years()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Patient>());
        await host.StartAsync("Patient");

        host.Clock.Now += TimeSpan.FromDays(3652.9);
        (await host.PassTimersAsync()).ShouldBe(0);
        host.Restart();
        host.Clock.Now += TimeSpan.FromDays(0.2);
        (await host.PassTimersAsync()).ShouldBe(1);
        host.Clock.Now += TimeSpan.FromSeconds(1);
        (await host.PassTimersAsync()).ShouldBe(1);

        (await host.EffectsAsync()).ShouldBe(["ten years later", "a second later"]);
    }

    private sealed class Forking() : Flow(builder => builder.Root = new Sequence
    {
        Activities =
        {
            new Fork
            {
                JoinMode = ForkJoinMode.WaitAny,
                Branches =
                {
                    new Sequence { Activities = { new Event("reply"), new Note("they replied") } },
                    new Sequence { Activities = { Delay.FromDays(7), new Note("reminded"), new Fork { Branches = { new Event("late reply"), Delay.FromDays(14) } }, new Note("gave up") } },
                },
            },
            new Fork { JoinMode = ForkJoinMode.WaitAll, Branches = { new Event("a"), new Event("b"), new Fork { JoinMode = ForkJoinMode.WaitAny, Branches = { new Event("c"), new Event("d") } } } },
            new Note("all"),
        },
    });

    [Fact]
    public async Task The_first_branch_ends_the_others_or_all_are_waited_for()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Forking>());
        await host.StartAsync("Forking", "f");
        host.Clock.Now += TimeSpan.FromDays(8);
        await host.PassTimersAsync();
        host.Restart();

        await host.PublishAsync("reply", instanceId: "f");
        host.Clock.Now += TimeSpan.FromDays(30);
        (await host.PassTimersAsync()).ShouldBe(0);
        await host.PublishAsync("late reply");
        foreach (var name in new[] { "b", "d", "c" }) await host.PublishAsync(name);
        (await host.EffectsAsync()).ShouldBe(["reminded", "they replied"]);
        host.Restart();
        await host.PublishAsync("a");

        (await host.EffectsAsync()).ShouldBe(["reminded", "they replied", "all"]);
    }

    private sealed class Stopping() : Flow(builder => builder.Root = new Fork
    {
        JoinMode = ForkJoinMode.WaitAll,
        Branches = { new Sequence { Activities = { new Event("stop"), new Finish(), new Note("never") } }, new Event("x"), Delay.FromDays(1) },
    });

    [Fact]
    public async Task Finish_ends_everything_that_waits()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Stopping>());
        (await host.StartAsync("Stopping", "s")).Bookmarks.Count.ShouldBe(3);

        await host.PublishAsync("stop");

        (await (await host.ClientAsync("s")).ExportStateAsync()).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await host.QueryAsync<int>($"""SELECT count(*) AS "Value" FROM "ElsaBookmarks" """)).ShouldBe([0]);
        (await host.EffectsAsync()).ShouldBeEmpty();
    }

    private sealed class Asking() : Flow(builder =>
    {
        var (answer, round) = (builder.WithVariable<string?>("Answer", null).WithWorkflowStorage(), builder.WithVariable("Round", 0).WithWorkflowStorage());
        builder.Root = new While(context => round.Get(context) < 2)
        {
            Body = new Sequence
            {
                Activities =
                {
                    new SetVariable<int>(round, context => round.Get(context) + 1),
                    new AwaitAnswer { Id = "ask", Result = new Output<string>(answer) },
                    new Note(context => $"{round.Get(context)}: {answer.Get(context)}"),
                },
            },
        };
    });

    [Fact]
    public async Task An_activity_of_ones_own_waits_for_an_answer_or_loses_patience()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Asking>());
        await host.StartAsync("Asking", "q");
        host.Restart();
        host.Clock.Now += TimeSpan.FromDays(8);
        await host.PassTimersAsync();
        host.Restart();

        var sent = await host.SendAsync<AwaitAnswer>(new AnswerStimulus("answer"), new() { WorkflowInstanceId = "q", Input = new Dictionary<string, object> { ["text"] = "Yes" } });
        var again = await host.SendAsync<AwaitAnswer>(new AnswerStimulus("answer"), new() { WorkflowInstanceId = "q" });

        sent.WorkflowInstanceResponses.Single().SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        again.WorkflowInstanceResponses.ShouldBeEmpty();
        (await host.EffectsAsync()).ShouldBe(["1: silence", "2: Yes after asking 1"]);
    }

    private sealed class Repeating() : Flow(builder => builder.Root = new Twice { Id = "twice", Body = new Sequence { Activities = { new Event("next"), new Note("next") } } });

    [Fact]
    public async Task Callbacks_are_found_again_after_a_restart()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Repeating>());
        await host.StartAsync("Repeating", "t");
        host.Restart();
        await host.PublishAsync("next");
        host.Restart();
        await host.PublishAsync("next");

        (await host.EffectsAsync()).ShouldBe(["next", "next"]);
        (await (await host.ClientAsync("t")).ExportStateAsync()).Status.ShouldBe(WorkflowStatus.Finished);
    }

    private sealed class Listening() : Flow(builder => builder.Root = new Sequence { Activities = { new Event("ping") { Id = "wait" }, new Note(context => $"pinged {context.GetWorkflowExecutionContext().Id}") } });

    [Fact]
    public async Task An_event_reaches_those_it_is_for_oldest_first()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Listening>());
        foreach (var (id, correlation) in new[] { ("3", "x"), ("1", "x"), ("2", "y"), ("4", "y"), ("5", "y") }) await host.StartAsync("Listening", id, correlation);

        await host.PublishAsync("pong");
        await host.PublishAsync("ping", correlationId: "x");
        await host.PublishAsync("ping", instanceId: "5");
        await host.PublishAsync("ping", correlationId: "z");
        (await host.EffectsAsync()).ShouldBe(["pinged 3", "pinged 1", "pinged 5"]);
        await host.PublishAsync("ping");
        await host.PublishAsync("ping");

        (await host.EffectsAsync()).ShouldBe(["pinged 3", "pinged 1", "pinged 5", "pinged 2", "pinged 4"]);
    }

    [Fact]
    public async Task Every_listener_is_reached_however_many_there_are()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Listening>());
        for (var index = 0; index < 120; index++) await host.StartAsync("Listening", $"{index:000}");

        await host.PublishAsync("ping");

        (await host.EffectsAsync()).ShouldBe(Enumerable.Range(0, 120).Select(index => $"pinged {index:000}"));
    }

    [Fact]
    public async Task A_bookmark_is_used_once()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Listening>());
        var bookmark = (await host.StartAsync("Listening", "1")).Bookmarks.Single().Id;
        var client = await host.ClientAsync("1");

        (await client.RunInstanceAsync(new() { BookmarkId = bookmark })).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await client.RunInstanceAsync(new() { BookmarkId = bookmark })).SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        (await host.EffectsAsync()).ShouldBe(["pinged 1"]);
    }

    private sealed class Telling() : Flow(builder => builder.Root = new Fork
    {
        Branches = { new Sequence { Activities = { new Event("tell") , new Tell("ping"), new Tell("self", toSelf: true), new Note("told") } }, new Sequence { Activities = { new Event("self"), new Note("heard myself") } } },
    });

    [Fact]
    public async Task Activities_may_publish_to_others_and_to_their_own_instance()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Listening>().AddWorkflow<Telling>());
        await host.StartAsync("Listening", "1");
        await host.StartAsync("Telling", "2");

        await host.PublishAsync("tell");

        (await host.EffectsAsync()).ShouldBe(["pinged 1", "told", "heard myself"]);
        (await (await host.ClientAsync("2")).ExportStateAsync()).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task An_instance_can_be_made_first_looked_at_cancelled_and_deleted()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Remembering>());
        var client = await host.ClientAsync("c");
        (await client.InstanceExistsAsync()).ShouldBeFalse();
        await client.CreateInstanceAsync(new() { WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId("Remembering"), Input = new Dictionary<string, object> { ["name"] = "Ada" } });
        (await client.ExportStateAsync()).SubStatus.ShouldBe(WorkflowSubStatus.Pending);

        (await client.RunInstanceAsync(new())).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await client.ExportStateAsync()).Bookmarks.Single().ActivityId.ShouldBe("wait");
        await client.CancelAsync();
        (await client.ExportStateAsync()).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        await host.PublishAsync("go");
        (await host.EffectsAsync()).ShouldBeEmpty();

        (await client.DeleteAsync()).ShouldBeTrue();
        (await client.DeleteAsync()).ShouldBeFalse();
        (await host.QueryAsync<int>($"""SELECT count(*) AS "Value" FROM "ElsaJournal" """)).ShouldBe([0]);
    }

    [Fact]
    public async Task The_journal_says_what_happened_a_row_a_burst()
    {
        await using var host = await HostAsync(elsa => elsa.AddWorkflow<Asking>());
        await host.StartAsync("Asking", "q");
        host.Clock.Now += TimeSpan.FromDays(8);
        await host.PassTimersAsync();

        var rows = await host.QueryAsync<string>($"""SELECT "Lines" AS "Value" FROM "ElsaJournal" ORDER BY "Burst" """);
        rows.Count.ShouldBe(2);
        rows[0].ShouldContain("""[0,"ask","Test.AwaitAnswer","Suspended"]""");
        rows[1].ShouldContain("""[0,"ask","Test.AwaitAnswer","Resumed"],[0,"ask","Test.AwaitAnswer","Completed","Silence"]""");
    }
}
