using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Elsa.Scheduling.Bookmarks;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime.Stimuli;

namespace Elsa.Engine;

/// <summary>What an activity waits for: a stimulus, found by its hash, or a time.</summary>
internal sealed class Wait
{
    public const string EventName = "Elsa.Event", TimerName = "Elsa.Delay";

    private Bookmark? bookmark;

    public required ActivityExecutionContext Context { get; init; }
    public required int Sequence { get; init; }
    public required string Name { get; init; }
    public required long CreatedAt { get; init; }

    /// <summary>The stimulus as JSON; null for a timer.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long? Due { get; init; }

    public string? Callback { get; init; }
    public bool AutoBurn { get; init; } = true;
    public bool AutoComplete { get; init; } = true;
    public bool ThisInstanceOnly { get; init; }

    /// <summary>Whether the database has it already.</summary>
    public bool IsStored { get; set; }

    /// <summary>The stimulus as the activity gave it, as long as it is in memory.</summary>
    public object? Stimulus { get; init; }

    /// <summary>The event that is waited for, if it is one: most waits are, and are stored as its name only.</summary>
    public string? Event => Name == EventName ? (Stimulus as EventStimulus)?.EventName : null;

    public long? Hash => Payload is null ? null : HashOf(Name, Payload);

    public Bookmark Bookmark => bookmark ??= new(
        $"{Context.WorkflowExecutionContext.Id}:{Sequence}", Name, Hash is { } hash ? Text(hash) : "", Stimulus ?? Read(), Context.Activity.Id, Context.NodeId, Context.Id,
        DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt), AutoBurn, Callback, AutoComplete);

    public static string Text(long hash) => hash.ToString("x16");

    /// <summary>The stimulus's name and its JSON, as the first eight bytes of their SHA-256.</summary>
    public static long HashOf(string name, byte[] payload)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetByteCount(name);
        var text = new byte[length + 1 + payload.Length];
        Encoding.UTF8.GetBytes(name, text);
        payload.CopyTo(text, length + 1);
        SHA256.HashData(text, hash);
        return BitConverter.ToInt64(hash);
    }

    private object? Read()
    {
        if (Due is { } due) return new DelayPayload(DateTimeOffset.FromUnixTimeMilliseconds(due));
        return Payload is null ? null : Values.Plain(JsonSerializer.Deserialize<JsonElement>(Payload));
    }
}
