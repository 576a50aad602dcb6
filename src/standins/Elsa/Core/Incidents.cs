namespace Elsa.Workflows.State
{
    /// <summary>An exception as it is stored.</summary>
    public record ExceptionState
    {
        public ExceptionState() { }

        public ExceptionState(Type Type, string Message, string? StackTrace, ExceptionState? InnerException) =>
            (this.Type, this.Message, this.StackTrace, this.InnerException) = (Type, Message, StackTrace, InnerException);

        public Type Type { get; init; } = typeof(Exception);
        public string Message { get; init; } = "";
        public string? StackTrace { get; init; }
        public ExceptionState? InnerException { get; init; }

        public static ExceptionState? FromException(Exception? ex) =>
            ex is null ? null : new(ex.GetType(), ex.Message, ex.StackTrace, FromException(ex.InnerException));
    }
}

namespace Elsa.Workflows.Models
{
    /// <summary>An activity threw.</summary>
    public class ActivityIncident
    {
        public ActivityIncident() { }

        public ActivityIncident(string activityId, string activityNodeId, string activityType, string message, State.ExceptionState? exception, DateTimeOffset timestamp, string? activityInstanceId = null)
        {
            (ActivityId, ActivityNodeId, ActivityType, Message) = (activityId, activityNodeId, activityType, message);
            (Exception, Timestamp, ActivityInstanceId) = (exception, timestamp, activityInstanceId);
        }

        public string ActivityId { get; init; } = "";
        public string? ActivityInstanceId { get; init; }
        public string ActivityNodeId { get; init; } = "";
        public string ActivityType { get; init; } = "";
        public string Message { get; init; } = "";
        public State.ExceptionState? Exception { get; init; }
        public DateTimeOffset Timestamp { get; init; }
    }

    /// <summary>A line of the journal.</summary>
    public record WorkflowExecutionLogEntry(string ActivityInstanceId, string? ParentActivityInstanceId, string ActivityId, string ActivityType, int ActivityTypeVersion, string? ActivityName, string NodeId,
        IDictionary<string, object>? ActivityState, DateTimeOffset Timestamp, long Sequence, string? EventName, string? Message, string? Source, object? Payload);
}
