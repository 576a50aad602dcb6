using System.Text;
using System.Text.Json;

namespace Elsa.Engine;

/// <summary>What an activity did. A burst's lines are one row: [[milliseconds after the first, activity id, type, event, message?, payload?], …].</summary>
internal readonly record struct JournalLine(DateTimeOffset At, string ActivityId, string ActivityType, string Event, string? Message, object? Payload)
{
    public static string Write(List<JournalLine> lines)
    {
        using var stream = new MemoryStream(64 * lines.Count);
        using (var json = new Utf8JsonWriter(stream, InstanceState.Format))
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartArray();
                json.WriteNumberValue((long)(line.At - lines[0].At).TotalMilliseconds);
                json.WriteStringValue(line.ActivityId);
                json.WriteStringValue(line.ActivityType);
                json.WriteStringValue(line.Event);
                if (line.Message is not null || line.Payload is not null) json.WriteStringValue(line.Message);
                if (line.Payload is not null) JsonSerializer.Serialize(json, line.Payload, Values.Json);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
