using System.Runtime.CompilerServices;
using Elsa.Expressions.Models;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime.Stimuli;

namespace Elsa.Workflows.Runtime.Activities
{
    /// <summary>Waits for an event; its payload is the result.</summary>
    [Activity("Elsa", "Primitives", "Wait for an event to be published.", Kind = ActivityKind.Trigger)]
    public class Event : Trigger<object?>
    {
        /// <summary>Where the payload is in the workflow's input of the burst that the event starts.</summary>
        public const string EventInputWorkflowInputKey = "__EventPayloadWorkflowInput";

        public Event(Input<string> eventName, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : base(source, line) => EventName = eventName;
        public Event(string eventName, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<string>(eventName), source, line) { }
        public Event(Literal<string> literal, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<string>(literal), source, line) { }
        public Event(Variable<string> variable, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<string>(variable), source, line) { }
        public Event(Func<string> eventName, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<string>(eventName), source, line) { }
        public Event(Func<ExpressionExecutionContext, string?> eventName, [CallerFilePath] string? source = null, [CallerLineNumber] int? line = null) : this(new Input<string>(eventName), source, line) { }

        public Input<string> EventName { get; set; }

        protected override void Execute(ActivityExecutionContext context) => context.WaitForEvent(context.Get(EventName)!);

        internal override ValueTask ResumedAsync(ActivityExecutionContext context)
        {
            context.SetResult(context.GetEventInput());
            return context.CompleteActivityAsync();
        }
    }
}

namespace Elsa.Workflows.Runtime.Stimuli
{
    /// <summary>What an event activity waits for.</summary>
    public record EventStimulus(string EventName);
}

namespace Elsa.Extensions
{
    /// <summary>Waiting for an event, from within an activity of one's own.</summary>
    public static class ActivityExecutionContextEventExtensions
    {
        // The bookmark is named after the event activity, so that events reach every activity that waits for one.
        public static void WaitForEvent(this ActivityExecutionContext context, string eventName, ExecuteActivityDelegate? callback = null) => context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = Wait.EventName, Stimulus = new EventStimulus(eventName), Callback = callback, IncludeActivityInstanceId = false,
        });

        public static object? GetEventInput(this ActivityExecutionContext context) =>
            context.WorkflowInput.TryGetValue(Workflows.Runtime.Activities.Event.EventInputWorkflowInputKey, out var payload) ? payload : null;
    }
}
