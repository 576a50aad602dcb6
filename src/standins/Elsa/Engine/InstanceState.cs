using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime.Stimuli;
using Elsa.Workflows.State;

namespace Elsa.Engine;

/// <summary>
/// An instance between two bursts, as short JSON. Keys: s schema, n last sequence, v variables, p properties, o output, in input of an instance not yet started,
/// name, x incidents, a live executions, parents first, each [activity id, sequence, parent's sequence, {c callback, v, p, t tag, w waits}?],
/// and each wait {q sequence, c created (milliseconds after the instance), d due or e event or y stimulus, n name if not the type's, k callback, f flags: 1 not burnt, 2 not completed, 4 this instance only}.
/// </summary>
internal static class InstanceState
{
    /// <summary>Raise it with every change that older text doesn't fit, and say in <see cref="Read"/> what becomes of older text.</summary>
    public const int Schema = 1;

    public static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(WorkflowExecutionContext instance)
    {
        using var stream = new MemoryStream(1024);
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            json.WriteStartObject();
            json.WriteNumber("s", Schema);
            json.WriteNumber("n", instance.LastSequence);
            if (instance.Name is { } name) json.WriteString("name", name);
            if (instance.Slots.HasStored) { json.WritePropertyName("v"); instance.Slots.Write(json); }
            Write(json, "p", instance.Properties);
            Write(json, "o", instance.Output);
            if (instance.SubStatus == WorkflowSubStatus.Pending) Write(json, "in", instance.Input);
            if (instance.Incidents.Count > 0) WriteIncidents(json, instance.Incidents);
            if (instance.Live.Count > 0)
            {
                json.WriteStartArray("a");
                foreach (var context in instance.Live) Write(json, context);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void Read(WorkflowExecutionContext instance, string text)
    {
        using var document = JsonDocument.Parse(text);
        var state = document.RootElement;
        if (state.GetProperty("s").GetInt32() is var schema && schema != Schema)
            throw new StateRefused($"Instance {instance.Id} is stored with schema {schema}; this build reads schema {Schema}. Finish or move it with the build that wrote it.");
        instance.LastSequence = state.GetProperty("n").GetInt32();
        if (state.TryGetProperty("name", out var name)) instance.Name = name.GetString();
        if (state.TryGetProperty("v", out var variables)) instance.Slots.Read(variables);
        if (state.TryGetProperty("p", out var properties)) instance.Properties = Read(properties);
        if (state.TryGetProperty("o", out var output)) instance.Output = Read(output);
        if (state.TryGetProperty("in", out var input)) instance.Input = Read(input);
        if (state.TryGetProperty("x", out var incidents)) instance.Incidents = [.. incidents.EnumerateArray().Select(ReadIncident)];
        if (!state.TryGetProperty("a", out var live)) return;
        foreach (var item in live.EnumerateArray()) ReadContext(instance, item);
    }

    private static void Write(Utf8JsonWriter json, ActivityExecutionContext context)
    {
        var waits = context.WorkflowExecutionContext.Waits.FindAll(wait => wait.Context == context);
        var slots = context.Variables is { HasStored: true } stored ? stored : null;
        json.WriteStartArray();
        json.WriteStringValue(context.Activity.Id);
        json.WriteNumberValue(context.Sequence);
        json.WriteNumberValue(context.ParentActivityExecutionContext?.Sequence ?? 0);
        if (waits.Count > 0 || slots is not null || context.CompletionCallback is not null || context.StoredProperties is not null || context.Tag is not null)
        {
            json.WriteStartObject();
            if (context.CompletionCallback is { } callback) json.WriteString("c", callback);
            if (slots is not null) { json.WritePropertyName("v"); slots.Write(json); }
            if (context.StoredProperties is { } properties) Write(json, "p", properties);
            if (context.Tag is { } tag) { json.WritePropertyName("t"); JsonSerializer.Serialize(json, tag, Values.Json); }
            if (waits.Count > 0)
            {
                json.WriteStartArray("w");
                foreach (var wait in waits) Write(json, wait);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Wait wait)
    {
        json.WriteStartObject();
        json.WriteNumber("q", wait.Sequence);
        if (wait.CreatedAt - Created(wait.Context) is not 0 and var after) json.WriteNumber("c", after);
        if (wait.Due is { } due) json.WriteNumber("d", due);
        if (wait.Event is { } name) json.WriteString("e", name);
        else if (wait.Payload is not null) { json.WritePropertyName("y"); json.WriteRawValue(wait.Payload, skipInputValidation: true); }
        if (wait.Event is null && wait.Name != wait.Context.Activity.Type) json.WriteString("n", wait.Name);
        if (wait.Callback is not null) json.WriteString("k", wait.Callback);
        var flags = (wait.AutoBurn ? 0 : 1) | (wait.AutoComplete ? 0 : 2) | (wait.ThisInstanceOnly ? 4 : 0);
        if (flags != 0) json.WriteNumber("f", flags);
        json.WriteEndObject();
    }

    private static void ReadContext(WorkflowExecutionContext instance, JsonElement item)
    {
        var (id, sequence, parent) = (item[0].GetString()!, item[1].GetInt32(), item[2].GetInt32());
        var node = instance.Definition.Find(id)
            ?? throw new StateRefused($"Instance {instance.Id} waits in activity '{id}', which {instance.Definition} no longer has. Give the changed workflow a new Version and keep the old one registered.");
        var more = item.GetArrayLength() > 3 ? item[3] : default;
        var has = more.ValueKind == JsonValueKind.Object;
        var context = new ActivityExecutionContext(instance, node, parent == 0 ? null : instance.Live.Find(other => other.Sequence == parent), sequence)
        {
            Status = ActivityStatus.Running,
            CompletionCallback = has && more.TryGetProperty("c", out var callback) ? callback.GetString() : null,
            StoredProperties = has && more.TryGetProperty("p", out var properties) ? Read(properties) : null,
            Tag = has && more.TryGetProperty("t", out var tag) ? Values.Plain(tag) : null,
        };
        if (has && more.TryGetProperty("v", out var variables)) context.Variables?.Read(variables);
        instance.Live.Add(context);
        if (has && more.TryGetProperty("w", out var waits)) foreach (var wait in waits.EnumerateArray()) instance.Waits.Add(ReadWait(context, wait));
    }

    private static Wait ReadWait(ActivityExecutionContext context, JsonElement item)
    {
        var flags = item.TryGetProperty("f", out var value) ? value.GetInt32() : 0;
        var stimulus = item.TryGetProperty("e", out var named) ? new EventStimulus(named.GetString()!) : null;
        return new()
        {
            Context = context,
            Sequence = item.GetProperty("q").GetInt32(),
            CreatedAt = Created(context) + (item.TryGetProperty("c", out var after) ? after.GetInt64() : 0),
            Due = item.TryGetProperty("d", out var due) ? due.GetInt64() : null,
            Stimulus = stimulus,
            Payload = stimulus is not null ? JsonSerializer.SerializeToUtf8Bytes(stimulus, Values.Json) : item.TryGetProperty("y", out var payload) ? Encoding.UTF8.GetBytes(payload.GetRawText()) : null,
            Name = stimulus is not null ? Wait.EventName : item.TryGetProperty("n", out var name) ? name.GetString()! : context.Activity.Type,
            Callback = item.TryGetProperty("k", out var callback) ? callback.GetString() : null,
            AutoBurn = (flags & 1) == 0,
            AutoComplete = (flags & 2) == 0,
            ThisInstanceOnly = (flags & 4) != 0,
            IsStored = true,
        };
    }

    private static long Created(ActivityExecutionContext context) => context.WorkflowExecutionContext.CreatedAt.ToUnixTimeMilliseconds();

    private static void Write(Utf8JsonWriter json, string key, IDictionary<string, object> values)
    {
        if (values.Count == 0) return;
        json.WritePropertyName(key);
        JsonSerializer.Serialize(json, values, Values.Json);
    }

    private static Dictionary<string, object> Read(JsonElement json) => json.EnumerateObject().ToDictionary(property => property.Name, property => Values.Plain(property.Value)!);

    private static void WriteIncidents(Utf8JsonWriter json, ICollection<ActivityIncident> incidents)
    {
        json.WriteStartArray("x");
        foreach (var incident in incidents)
        {
            json.WriteStartArray();
            json.WriteStringValue(incident.ActivityId);
            json.WriteStringValue(incident.ActivityInstanceId);
            json.WriteStringValue(incident.Message);
            json.WriteNumberValue(incident.Timestamp.ToUnixTimeMilliseconds());
            json.WriteStringValue(incident.Exception?.Type.AssemblyQualifiedName);
            json.WriteStringValue(incident.Exception?.StackTrace is { Length: > 2000 } trace ? trace[..2000] : incident.Exception?.StackTrace);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static ActivityIncident ReadIncident(JsonElement json)
    {
        var message = json[2].GetString()!;
        var exception = new ExceptionState(Type.GetType(json[4].GetString() ?? "") ?? typeof(Exception), message, json[5].GetString(), null);
        return new(json[0].GetString()!, "", "", message, exception, DateTimeOffset.FromUnixTimeMilliseconds(json[3].GetInt64()), json[1].GetString());
    }
}
