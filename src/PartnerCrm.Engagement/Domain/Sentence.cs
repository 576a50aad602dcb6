using System.Globalization;
using System.Text.Json;

namespace PartnerCrm.Engagement;

/// <summary>
/// Something said to a person, kept as the key of a text and its data, and put into words in the reader's language when read.
/// </summary>
public record Sentence(string Key, IReadOnlyDictionary<string, string> Data)
{
    public const int MaxKeyLength = 64;
    public const int MaxDataLength = 4000;

    // One datum may be a person's own words; a sentence stays a sentence.
    private const int MaxValueLength = 500;

    public static Sentence Of(string key, params (string Name, object? Value)[] data) =>
        new(key, data.ToDictionary(d => d.Name, d => Write(d.Value)));

    public string DataAsJson() => Data.Count == 0 ? "" : JsonSerializer.Serialize(Data);

    public static Sentence FromJson(string key, string data) => new(
        key, data.Length == 0 ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(data)!);

    private static string Write(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length <= MaxValueLength ? text : text[..(MaxValueLength - 1)] + "…";
    }
}
