using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace PartnerCrm.StandIns.Tests.Workflows;

/// <summary>A workflow as a lambda.</summary>
public abstract class Flow(Action<IWorkflowBuilder> build, string? id = null, int version = 1) : WorkflowBase
{
    protected override void Build(IWorkflowBuilder builder)
    {
        if (id is not null) builder.WithDefinitionId(id);
        builder.Version = version;
        build(builder);
    }
}

/// <summary>Does something that must happen exactly once.</summary>
[Activity("Test", "Note")]
public class Note : CodeActivity
{
    public Note(string text) => Text = new(text);
    public Note(Func<Elsa.Expressions.Models.ExpressionExecutionContext, string?> text) => Text = new(text);

    public Input<string> Text { get; set; }

    protected override void Execute(ActivityExecutionContext context) => context.GetRequiredService<ProductDbContext>().Effects.Add(new Effect { Text = context.Get(Text)! });
}

/// <summary>Throws, after it has done something.</summary>
public class Boom(string message, bool saves = false) : CodeActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var db = context.GetRequiredService<ProductDbContext>();
        db.Effects.Add(new Effect { Text = "half done" });
        if (saves) await db.SaveChangesAsync(context.CancellationToken);
        throw new InvalidOperationException(message);
    }
}

/// <summary>Waits for an answer, but not for ever: the product's own kind of activity.</summary>
[FlowNode("Answered", "Silence")]
[Activity("Test", "AwaitAnswer")]
public class AwaitAnswer : Activity<string>
{
    public Input<TimeSpan> Patience { get; set; } = new(TimeSpan.FromDays(7));

    protected override void Execute(ActivityExecutionContext context)
    {
        context.SetProperty("asked", 1);
        context.CreateBookmark(new AnswerStimulus("answer"), AnsweredAsync, includeActivityInstanceId: false);
        context.DelayFor(context.Get(Patience), SilenceAsync);
    }

    private ValueTask AnsweredAsync(ActivityExecutionContext context)
    {
        context.SetResult($"{context.GetWorkflowInput<string>("text")} after asking {context.GetProperty<int>("asked")}");
        return context.CompleteActivityWithOutcomesAsync("Answered");
    }

    private ValueTask SilenceAsync(ActivityExecutionContext context)
    {
        context.SetResult("silence");
        return context.CompleteActivityWithOutcomesAsync("Silence");
    }
}

public record AnswerStimulus(string Name);

/// <summary>Runs a child twice, by a callback that a restart has to find again.</summary>
public class Twice : Activity
{
    public IActivity Body { get; set; } = null!;

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => context.ScheduleActivityAsync(Body, OnceDoneAsync);

    private ValueTask OnceDoneAsync(ActivityCompletedContext completed) => completed.TargetContext.ScheduleActivityAsync(Body, TwiceDoneAsync);

    private ValueTask TwiceDoneAsync(ActivityCompletedContext completed) => completed.CompleteActivityAsync();
}

/// <summary>Publishes an event from within a burst.</summary>
public class Tell(string eventName, bool toSelf = false) : CodeActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        await context.GetRequiredService<Elsa.Workflows.Runtime.IEventPublisher>().PublishAsync(eventName, workflowInstanceId: toSelf ? context.WorkflowExecutionContext.Id : null);
}
