using Elsa.Extensions;
using Elsa.Scheduling.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Runtime.Activities;
using FsCheck;
using FsCheck.Fluent;

namespace PartnerCrm.StandIns.Tests.Workflows;

/// <summary>A small workflow, to be built for the engine and for the reference.</summary>
public abstract record Plan
{
    public sealed record Does(string Text) : Plan;
    public sealed record Hears(string Event) : Plan;
    public sealed record Sleeps(int Hours) : Plan;
    public sealed record Line(Plan[] Steps) : Plan;
    public sealed record Branches(bool Any, Plan[] Ways) : Plan;
    public sealed record Times(int Count, Plan Body) : Plan;
    public sealed record Ends : Plan;

    public override string ToString() => this switch
    {
        Does does => does.Text,
        Hears hears => $"?{hears.Event}",
        Sleeps sleeps => $"{sleeps.Hours}h",
        Line line => $"({string.Join(' ', line.Steps.AsEnumerable())})",
        Branches branches => $"{(branches.Any ? "any" : "all")}[{string.Join(" | ", branches.Ways.AsEnumerable())}]",
        Times times => $"{times.Count}×{times.Body}",
        _ => "end",
    };
}

/// <summary>Something that happens to the instance. A crash is one before the commit, with the delivery repeated.</summary>
public sealed record Happening(string? Event, int Hours, bool Restarts, int CrashAtCommit)
{
    public override string ToString() => $"{(Restarts ? "restart, " : "")}{(CrashAtCommit > 0 ? $"crash at {CrashAtCommit}, " : "")}{Event ?? $"+{Hours}h"}";
}

public sealed class PlannedWorkflow : WorkflowBase
{
    public static readonly AsyncLocal<Plan> Next = new();

    protected override void Build(IWorkflowBuilder builder)
    {
        var id = 0;
        builder.Root = Make(Next.Value!);

        IActivity Make(Plan plan)
        {
            var name = $"a{++id}";
            switch (plan)
            {
                case Plan.Does does: return new Note(does.Text) { Id = name };
                case Plan.Hears hears: return new Event(hears.Event) { Id = name };
                case Plan.Sleeps sleeps: return new Delay(TimeSpan.FromHours(sleeps.Hours)) { Id = name };
                case Plan.Line line: return new Sequence { Id = name, Activities = [.. line.Steps.Select(Make)] };
                case Plan.Branches branches: return new Fork { Id = name, JoinMode = branches.Any ? ForkJoinMode.WaitAny : ForkJoinMode.WaitAll, Branches = [.. branches.Ways.Select(Make)] };
                case Plan.Times times:
                    var count = new Variable<int>("count", 0).WithWorkflowStorage();
                    var body = new Sequence { Id = $"{name}b", Activities = { Make(times.Body), new SetVariable<int>(count, context => count.Get(context) + 1) { Id = $"{name}n" } } };
                    return new Sequence { Id = name, Variables = { count }, Activities = { new While(context => count.Get(context) < times.Count, body) { Id = $"{name}w" } } };
                default: return new Finish { Id = name };
            }
        }
    }
}

/// <summary>The same workflows, run in memory in the plainest way: objects that tell their parent when they are done, and one queue.</summary>
public sealed class Reference
{
    private abstract class Step(Reference run, Step? parent)
    {
        public bool Over { get; private set; }
        public Reference Run => run;
        public List<Step> Children { get; } = [];
        public abstract void Start();
        public virtual void ChildDone() { }

        public Step Child(Plan plan)
        {
            var child = run.Make(plan, this);
            Children.Add(child);
            run.queue.Enqueue(child);
            return child;
        }

        public void Done()
        {
            Stop();
            if (parent is null) run.Finished = true;
            else parent.ChildDone();
        }

        public void Stop()
        {
            if (Over) return;
            Over = true;
            foreach (var child in Children) child.Stop();
        }
    }

    private sealed class Leaf(Reference run, Step? parent, Action<Reference> act) : Step(run, parent)
    {
        public override void Start() { act(Run); if (!Over) Done(); }
    }

    private sealed class Waiting(Reference run, Step? parent, string? name, int hours) : Step(run, parent)
    {
        public string? Name => name;
        public DateTimeOffset Due { get; private set; }
        public override void Start() { Due = Run.Now.AddHours(hours); Run.waiting.Add(this); }
    }

    private sealed class InOrder(Reference run, Step? parent, Plan[] steps, int rounds) : Step(run, parent)
    {
        private int next;
        public override void Start() => ChildDone();

        public override void ChildDone()
        {
            if (next < steps.Length * rounds) Child(steps[next++ % steps.Length]);
            else Done();
        }
    }

    private sealed class AtOnce(Reference run, Step? parent, bool any, Plan[] ways) : Step(run, parent)
    {
        public override void Start() { foreach (var way in ways) Child(way); }
        public override void ChildDone() { if (any || Children.TrueForAll(child => child.Over)) Done(); }
    }

    private readonly Queue<Step> queue = new();
    private readonly List<Waiting> waiting = [];
    private readonly Step root;

    public Reference(Plan plan, DateTimeOffset now)
    {
        (Now, root) = (now, Make(plan, null));
        queue.Enqueue(root);
        Drain();
    }

    public DateTimeOffset Now { get; set; }
    public bool Finished { get; private set; }
    public List<string> Effects { get; } = [];

    public void Hear(string name) => Resume([.. Open.Where(one => one.Name == name)]);

    public void FireTimers()
    {
        while (Open.Where(one => one.Name is null && one.Due <= Now).OrderBy(one => one.Due).ToArray() is { Length: > 0 } due) Resume(due);
    }

    private IEnumerable<Waiting> Open => waiting.Where(one => !one.Over && !Finished);

    private void Resume(Waiting[] which)
    {
        foreach (var one in which)
        {
            if (!Open.Contains(one)) continue;
            one.Done();
            Drain();
        }
    }

    private void Drain()
    {
        while (queue.TryDequeue(out var step)) if (!step.Over && !Finished) step.Start();
    }

    private Step Make(Plan plan, Step? parent) => plan switch
    {
        Plan.Does does => new Leaf(this, parent, run => run.Effects.Add(does.Text)),
        Plan.Hears hears => new Waiting(this, parent, hears.Event, 0),
        Plan.Sleeps sleeps => new Waiting(this, parent, null, sleeps.Hours),
        Plan.Line line => new InOrder(this, parent, line.Steps, 1),
        Plan.Branches { Ways.Length: 0 } => new Leaf(this, parent, _ => { }),
        Plan.Branches branches => new AtOnce(this, parent, branches.Any, branches.Ways),
        // What the loop is made of takes its turns too: sequence, while, and a body that counts.
        Plan.Times times => new InOrder(this, parent, [new Looping(times)], 1),
        Looping looping => new InOrder(this, parent, [new Plan.Line([looping.Of.Body, new Counting()])], looping.Of.Count),
        Counting => new Leaf(this, parent, _ => { }),
        _ => new Leaf(this, parent, run => run.Finished = true),
    };

    private sealed record Looping(Plan.Times Of) : Plan;
    private sealed record Counting : Plan;
}

/// <summary>Signals, timers, restarts and crashes in any order repeat nothing and lose nothing.</summary>
public class InterleavingTests
{
    private static readonly string[] events = ["x", "y", "z"];

    private static readonly Gen<Plan> leaves = Gen.OneOf(
        Gen.Choose(0, 99).Select(Plan (number) => new Plan.Does($"n{number}")),
        Gen.Elements(events).Select(Plan (name) => new Plan.Hears(name)),
        Gen.Choose(0, 5).Select(Plan (hours) => new Plan.Sleeps(hours)));

    private static Gen<Plan> Plans(int depth) => depth == 0 ? leaves : Gen.Frequency(
        (3, leaves),
        (4, Gen.ArrayOf(Plans(depth - 1), 3).Select(Plan (steps) => new Plan.Line(steps))),
        (3, Gen.ArrayOf(Plans(depth - 1), 2).Select(Plan (ways) => new Plan.Branches(true, ways))),
        (2, Gen.ArrayOf(Plans(depth - 1), 2).Select(Plan (ways) => new Plan.Branches(false, ways))),
        (2, Gen.Choose(0, 3).SelectMany(_ => Plans(depth - 1), Plan (count, body) => new Plan.Times(count, body))),
        (1, Gen.Constant<Plan>(new Plan.Ends())));

    private static readonly Gen<Happening> happenings =
        from kind in Gen.Choose(0, 2)
        from name in Gen.Elements(events)
        from hours in Gen.Choose(1, 4)
        from restarts in Gen.Choose(0, 3)
        from crash in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        select new Happening(kind == 0 ? null : name, hours, restarts == 0, crash);

    [Theory]
    [InlineData(Database.Sqlite, 150)]
    [InlineData(Database.Postgres, 60)]
    public async Task Whatever_happens_in_whatever_order_happens_once(Database database, int times)
    {
        await using var host = await EngineHost.StartAsync(database, elsa => elsa.AddWorkflow<PlannedWorkflow>());
        var cases = Plans(3).SelectMany(_ => Gen.ListOf(happenings, 10), (plan, list) => (Plan: plan, Happenings: list.ToArray()));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true), Prop.ForAll(cases.ToArbitrary(), one => SameAsync(host, one.Plan, one.Happenings).GetAwaiter().GetResult()));
    }

    private static async Task<bool> SameAsync(EngineHost host, Plan plan, Happening[] happenings)
    {
        PlannedWorkflow.Next.Value = plan;
        host.Restart();
        await host.ClearAsync();
        await host.StartAsync("PlannedWorkflow", "i");
        var reference = new Reference(plan, host.Clock.Now);
        foreach (var happening in happenings)
        {
            if (happening.Restarts) host.Restart();
            if (happening.Event is { } name)
            {
                if (happening.CrashAtCommit > 0)
                {
                    host.CrashAtCommit = 1;
                    await Should.ThrowAsync<IOException>(host.PublishAsync(name, instanceId: "i"));
                    host.Restart();
                }
                await host.PublishAsync(name, instanceId: "i");
                reference.Hear(name);
            }
            else
            {
                host.Clock.Now += TimeSpan.FromHours(happening.Hours);
                if (happening.CrashAtCommit > 0)
                {
                    host.CrashAtCommit = happening.CrashAtCommit;
                    await Record.ExceptionAsync(() => host.PassTimersAsync());
                    host.CrashAtCommit = 0;
                    host.Restart();
                    host.Clock.Now += TimeSpan.FromMinutes(1);
                }
                reference.Now = host.Clock.Now;
                reference.FireTimers();
                await host.PassTimersAsync();
            }
        }
        string.Join(" ", await host.EffectsAsync()).ShouldBe(string.Join(" ", reference.Effects), $"{plan} after {string.Join("; ", happenings.AsEnumerable())}");
        (await (await host.ClientAsync("i")).ExportStateAsync()).Status.ShouldBe(reference.Finished ? WorkflowStatus.Finished : WorkflowStatus.Running);
        return true;
    }
}
