using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Volo.Abp.Data;
using Volo.Abp.Timing;

namespace Volo.Abp.EntityFrameworkCore.ValueConverters
{
    /// <summary>Reads and writes times in the kind of the clock.</summary>
    public class AbpDateTimeValueConverter(IClock clock, ConverterMappingHints? mappingHints = null)
        : ValueConverter<DateTime, DateTime>(time => clock.Normalize(time), time => clock.Normalize(time), mappingHints);

    /// <summary>For a context that is made by hand, without services.</summary>
    internal sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
    {
        public static readonly UtcDateTime Instance = new();
    }
}

namespace Volo.Abp.EntityFrameworkCore.ValueComparers
{
    public class ExtraPropertyDictionaryValueComparer() : ValueComparer<ExtraPropertyDictionary>(
        (a, b) => Same(a, b), value => value.Count, value => new ExtraPropertyDictionary(value))
    {
        private static bool Same(ExtraPropertyDictionary? a, ExtraPropertyDictionary? b)
        {
            if (ReferenceEquals(a, b)) return true;
            if (a is null || b is null || a.Count != b.Count) return false;
            if (a.Count == 0) return true;
            foreach (var (key, value) in a)
                if (!b.TryGetValue(key, out var other) || !object.Equals(value, other))
                    return false;
            return true;
        }
    }
}

namespace Volo.Abp.EntityFrameworkCore
{
    /// <summary>Extra properties as a JSON object; numbers, texts, flags and times come back as such.</summary>
    internal sealed class ExtraPropertiesJson() : ValueConverter<ExtraPropertyDictionary, string>(value => Write(value), json => Read(json))
    {
        private static string Write(ExtraPropertyDictionary value) => value.Count == 0 ? "{}" : JsonSerializer.Serialize<Dictionary<string, object?>>(value);

        private static ExtraPropertyDictionary Read(string json)
        {
            var properties = new ExtraPropertyDictionary();
            if (json.Length <= 2) return properties;
            using var document = JsonDocument.Parse(json);
            foreach (var property in document.RootElement.EnumerateObject()) properties[property.Name] = Value(property.Value);
            return properties;
        }

        private static object? Value(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
            JsonValueKind.String when element.TryGetDateTime(out var time) => time,
            JsonValueKind.String => element.GetString(),
            _ => element.Clone(),
        };
    }
}
