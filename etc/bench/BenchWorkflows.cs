using System.Globalization;
using Elsa.Extensions;
using Elsa.Scheduling.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Runtime.Activities;

namespace PartnerCrm.Bench;

/// <summary>The shape of an escalation without what it does: a step, then a wait for news or the end of days, again and again, until stopped.</summary>
public class WaitingWorkflow : WorkflowBase
{
    public const string DefinitionId = "bench-waiting";
    public const string News = "bench.news";
    public const string Stop = "bench.stop";
    public const string Subject = "Subject";

    protected override void Build(IWorkflowBuilder builder)
    {
        builder.WithDefinitionId(DefinitionId);
        builder.Version = 1;
        var subject = builder.WithVariable(Subject, "").WithWorkflowStorage();
        var steps = builder.WithVariable("Steps", 0).WithWorkflowStorage();
        builder.Root = new Sequence
        {
            Id = "root",
            Activities =
            {
                new SetVariable<string>(subject, context => context.GetInput<string>(Subject)!) { Id = "remember" },
                new Fork
                {
                    Id = "until-stopped",
                    JoinMode = ForkJoinMode.WaitAny,
                    Branches = { Climb(steps), new Sequence { Id = "stop-rules", Activities = { new Event(Stop) { Id = "stopped" }, new Finish { Id = "finish" } } } },
                },
            },
        };
    }

    private static While Climb(Elsa.Workflows.Memory.Variable<int> steps) => new(_ => true)
    {
        Id = "climb",
        Body = new Sequence
        {
            Id = "step",
            Activities =
            {
                new SetVariable<int>(steps, context => steps.Get(context) + 1) { Id = "count" },
                new Fork
                {
                    Id = "await",
                    JoinMode = ForkJoinMode.WaitAny,
                    Branches = { new Event(News) { Id = "news" }, new Delay(TimeSpan.FromDays(5)) { Id = "silence" } },
                },
            },
        },
    };
}

/// <summary>Waits until a time, and counts.</summary>
public class TimerWorkflow : WorkflowBase
{
    public const string DefinitionId = "bench-timer";
    public const string Until = "Until";
    public static int Fired;

    protected override void Build(IWorkflowBuilder builder)
    {
        builder.WithDefinitionId(DefinitionId);
        builder.Version = 1;
        // Stored with the instance: input is gone after the wait.
        var until = builder.WithVariable(Until, "").WithWorkflowStorage();
        builder.Root = new Sequence
        {
            Id = "root",
            Activities =
            {
                new SetVariable<string>(until, context => context.GetInput<string>(Until)!) { Id = "remember" },
                new Delay(context => new DateTimeOffset(long.Parse(until.Get(context)!, CultureInfo.InvariantCulture), TimeSpan.Zero) - DateTimeOffset.UtcNow) { Id = "wait" },
                new CountFired { Id = "fired" },
            },
        };
    }
}

public class CountFired : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context) => Interlocked.Increment(ref TimerWorkflow.Fired);
}
