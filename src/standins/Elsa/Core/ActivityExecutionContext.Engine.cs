using System.Text.Json;
using Elsa.Expressions.Models;
using Elsa.Workflows.Models;

namespace Elsa.Workflows;

public partial class ActivityExecutionContext
{
    private IDictionary<string, object>? properties;

    internal Node Node { get; }

    /// <summary>Names this execution within its instance; also its age.</summary>
    internal int Sequence { get; }

    /// <summary>The method of the parent's activity that runs when this one completes.</summary>
    internal string? CompletionCallback { get; init; }

    internal Slots? Variables { get; }
    internal IDictionary<string, object>? JournalDataOrNull => journal is { Count: > 0 } ? journal : null;

    internal IDictionary<string, object>? StoredProperties
    {
        get => properties is { Count: > 0 } ? properties : null;
        init => properties = value;
    }

    public Bookmark CreateBookmark(CreateBookmarkArgs? options = null)
    {
        var name = options?.BookmarkName ?? Activity.Type;
        var payload = JsonSerializer.SerializeToUtf8Bytes(options?.Stimulus, Values.Json);
        return WorkflowExecutionContext.Wait(this, name, options?.Stimulus, payload, null, options?.Callback,
            options?.AutoBurn ?? true, options?.AutoComplete ?? true, options?.IncludeActivityInstanceId ?? true).Bookmark;
    }

    public Bookmark CreateBookmark(object stimulus, IDictionary<string, string>? metadata = null) =>
        CreateBookmark(new CreateBookmarkArgs { Stimulus = stimulus });

    public Bookmark CreateBookmark(object stimulus, bool includeActivityInstanceId, IDictionary<string, string>? customProperties = null) =>
        CreateBookmark(new CreateBookmarkArgs { Stimulus = stimulus, IncludeActivityInstanceId = includeActivityInstanceId });

    public Bookmark CreateBookmark(object stimulus, ExecuteActivityDelegate? callback, bool includeActivityInstanceId = true, IDictionary<string, string>? customProperties = null) =>
        CreateBookmark(new CreateBookmarkArgs { Stimulus = stimulus, Callback = callback, IncludeActivityInstanceId = includeActivityInstanceId });

    public Bookmark CreateBookmark(ExecuteActivityDelegate callback, IDictionary<string, string>? metadata = null) =>
        CreateBookmark(new CreateBookmarkArgs { Callback = callback });

    public void ClearBookmarks() => WorkflowExecutionContext.Forget(wait => wait.Context == this);

    internal void WaitUntil(DateTimeOffset due, ExecuteActivityDelegate? callback) => WorkflowExecutionContext.Wait(
        this, Engine.Wait.TimerName, new Scheduling.Bookmarks.DelayPayload(due), null, due.ToUnixTimeMilliseconds(), callback, true, true, false);

    internal void Write(MemoryBlockReference block, object? value)
    {
        for (var context = this; context is not null; context = context.ParentActivityExecutionContext)
            if (context.Variables is { } slots && slots.TrySet(block, value)) return;
        if (!WorkflowExecutionContext.Slots.TrySet(block, value)) WorkflowExecutionContext.Outputs[block] = value;
    }

    internal async ValueTask EvaluateInputsAsync()
    {
        evaluated?.Clear();
        foreach (var input in Node.Inputs) (evaluated ??= [])[input] = await input.EvaluateAsync(ExpressionExecutionContext);
    }

    internal async ValueTask<T?> EvaluateAsync<T>(Input<T>? input) => input is null ? default : (T?)await input.EvaluateAsync(ExpressionExecutionContext);

    internal bool IsWithin(ActivityExecutionContext ancestor)
    {
        for (var context = ParentActivityExecutionContext; context is not null; context = context.ParentActivityExecutionContext)
            if (context == ancestor) return true;
        return false;
    }
}
