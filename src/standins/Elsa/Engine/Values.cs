using System.Globalization;
using System.Text.Json;

namespace Elsa.Engine;

/// <summary>Turns what a slot holds (a value, or JSON read back from the database) into the type that is asked for.</summary>
internal static class Values
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static T? As<T>(object? value)
    {
        if (value is T typed) return typed;
        if (value is null) return default;
        if (value is JsonElement json) return json.Deserialize<T>(Json);
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (target.IsEnum) return (T)(value is string name ? Enum.Parse(target, name, ignoreCase: true) : Enum.ToObject(target, value));
        if (target == typeof(string)) return (T)(object)Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (value is string text) return target == typeof(Guid) || target == typeof(TimeSpan) || target == typeof(DateTimeOffset) || target == typeof(DateTime)
            ? JsonSerializer.SerializeToElement(text).Deserialize<T>(Json)
            : (T)Convert.ChangeType(text, target, CultureInfo.InvariantCulture);
        if (value is IConvertible && typeof(IConvertible).IsAssignableFrom(target)) return (T)Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
        throw new InvalidCastException($"A {value.GetType().Name} is not a {typeof(T).Name}.");
    }

    /// <summary>JSON of an untyped slot: plain values come back as themselves, everything else stays JSON until asked for.</summary>
    public static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => json.Clone(),
    };
}
