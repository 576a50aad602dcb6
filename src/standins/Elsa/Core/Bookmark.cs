namespace Elsa.Workflows.Models;

/// <summary>Where an instance waits, and for what.</summary>
public class Bookmark
{
    public Bookmark() { }

    public Bookmark(string id, string name, string hash, object? payload, string activityId, string activityNodeId, string? activityInstanceId, DateTimeOffset createdAt,
        bool autoBurn = true, string? callbackMethodName = null, bool autoComplete = true, IDictionary<string, string>? metadata = null)
    {
        (Id, Name, Hash, Payload) = (id, name, hash, payload);
        (ActivityId, ActivityNodeId, ActivityInstanceId, CreatedAt) = (activityId, activityNodeId, activityInstanceId, createdAt);
        (AutoBurn, CallbackMethodName, AutoComplete, Metadata) = (autoBurn, callbackMethodName, autoComplete, metadata);
    }

    public string Id { get; set; } = null!;
    public string Name { get; set; } = null!;
    public string Hash { get; set; } = null!;
    public object? Payload { get; set; }
    public string ActivityId { get; set; } = null!;
    public string ActivityNodeId { get; set; } = null!;
    public string? ActivityInstanceId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public bool AutoBurn { get; set; }
    public string? CallbackMethodName { get; set; }
    public bool AutoComplete { get; set; }
    public IDictionary<string, string>? Metadata { get; set; }
}

/// <summary>What to wait for. Metadata and ids of one's own are left out: nothing in use needs them.</summary>
public class CreateBookmarkArgs
{
    public object? Stimulus { get; set; }

    /// <summary>A method of the activity itself; found by its name after a restart.</summary>
    public ExecuteActivityDelegate? Callback { get; set; }

    public string? BookmarkName { get; set; }

    /// <summary>Whether the bookmark goes when it is used.</summary>
    public bool AutoBurn { get; set; } = true;

    /// <summary>Whether only a stimulus that names the activity instance resumes it.</summary>
    public bool IncludeActivityInstanceId { get; set; }

    /// <summary>Whether an activity without callback completes when it is resumed.</summary>
    public bool AutoComplete { get; set; } = true;
}
