using System.Runtime.CompilerServices;
using Elsa.Expressions.Models;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;

namespace Elsa.Scheduling.Activities
{
    /// <summary>Waits, however long: the time is a row in the database, not a timer in memory.</summary>
    [Activity("Elsa", "Scheduling", "Delay execution for the specified amount of time.")]
    public class Delay : Activity
    {
        public Delay([CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) { }
        public Delay(Input<TimeSpan> timeSpan, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(source, line) => TimeSpan = timeSpan;
        public Delay(TimeSpan timeSpan, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<TimeSpan>(timeSpan), source, line) { }
        public Delay(Variable<TimeSpan> timeSpan, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<TimeSpan>(timeSpan), source, line) { }
        public Delay(Func<ExpressionExecutionContext, TimeSpan> timeSpan, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<TimeSpan>(timeSpan), source, line) { }
        public Delay(Func<ExpressionExecutionContext, ValueTask<TimeSpan>> timeSpan, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<TimeSpan>(timeSpan), source, line) { }

        public Input<TimeSpan> TimeSpan { get; set; } = null!;

        public static Delay FromDays(double value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) => new(System.TimeSpan.FromDays(value), source, line);
        public static Delay FromHours(double value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) => new(System.TimeSpan.FromHours(value), source, line);
        public static Delay FromMinutes(double value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) => new(System.TimeSpan.FromMinutes(value), source, line);
        public static Delay FromSeconds(double value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) => new(System.TimeSpan.FromSeconds(value), source, line);
        public static Delay FromMilliseconds(double value, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) => new(System.TimeSpan.FromMilliseconds(value), source, line);

        protected override void Execute(ActivityExecutionContext context) => context.DelayFor(context.Get(TimeSpan));
    }
}

namespace Elsa.Scheduling.Bookmarks
{
    /// <summary>What a delay waits for.</summary>
    public record DelayPayload(DateTimeOffset ResumeAt);
}

namespace Elsa.Extensions
{
    /// <summary>Waiting for a time, from within an activity of one's own.</summary>
    public static class DelayActivityExecutionContextExtensions
    {
        public static void DelayFor(this ActivityExecutionContext context, TimeSpan delay, ExecuteActivityDelegate? callback = null) =>
            context.DelayUntil(context.WorkflowExecutionContext.Clock.GetUtcNow() + delay, callback);

        public static void DelayUntil(this ActivityExecutionContext context, DateTimeOffset resumeAt, ExecuteActivityDelegate? callback = null) =>
            context.WaitUntil(resumeAt, callback);
    }
}
