using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnerCrm.Host.Tests;

/// <summary>Makes bodies for requests from the API's own description, with given ids wherever it asks for one.</summary>
public class SampleBodies(JsonElement openApi, Func<string, string?> idOf)
{
    /// <summary>The ids that went into the last body.</summary>
    public int Ids { get; private set; }

    /// <summary>Null where no JSON is asked for.</summary>
    public JsonNode? Of(string method, string path)
    {
        Ids = 0;
        if (!openApi.GetProperty("paths").TryGetProperty(path, out var operations) || !operations.TryGetProperty(method.ToLowerInvariant(), out var operation)) return null;
        if (!operation.TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty("application/json", out var json)) return null;
        return Make("", json.GetProperty("schema"), 0);
    }

    private JsonNode? Make(string name, JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Make(name, Resolve(reference.GetString()!), depth + 1);
        if (schema.TryGetProperty("oneOf", out var choices)) return Make(name, choices.EnumerateArray().Last(), depth + 1);
        if (schema.TryGetProperty("enum", out var values)) return JsonNode.Parse(values.EnumerateArray().First(v => v.ValueKind != JsonValueKind.Null).GetRawText());
        if (depth > 12) return null;
        return Type(schema) switch
        {
            "object" => Properties(schema, depth),
            "array" => new JsonArray(Make(name.TrimEnd('s'), schema.GetProperty("items"), depth + 1)),
            "integer" => name == "minutes" ? 30 : 1,
            "number" => 1,
            "boolean" => false,
            _ => Text(name, schema),
        };
    }

    private JsonObject Properties(JsonElement schema, int depth)
    {
        var made = new JsonObject();
        if (!schema.TryGetProperty("properties", out var properties)) return made;
        foreach (var property in properties.EnumerateObject()) made[property.Name] = Make(property.Name, property.Value, depth + 1);
        return made;
    }

    private string Text(string name, JsonElement schema)
    {
        switch (schema.TryGetProperty("format", out var format) ? format.GetString() : null)
        {
            case "uuid":
                Ids++;
                return idOf(name) ?? Guid.NewGuid().ToString();
            case "date-time":
                return "2026-03-02T10:00:00Z";
            case "date":
                return "2026-03-02";
            default:
                return name.EndsWith("mail", StringComparison.Ordinal) ? "ada@example.org" : schema.TryGetProperty("pattern", out _) ? "GB" : "ab";
        }
    }

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(openApi, (element, part) => element.GetProperty(part));

    private static string? Type(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return schema.TryGetProperty("properties", out _) ? "object" : null;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).First(t => t != "null") : type.GetString();
    }
}
