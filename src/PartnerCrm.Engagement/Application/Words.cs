using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Engagement;

/// <summary>Puts a sentence into words, in the reader's language.</summary>
public partial class Words(IStringLocalizer<EngagementResource> texts) : ITransientDependency
{
    private const string Ours = "Said:";

    public string Of(Sentence sentence) => Blank().Replace(texts[sentence.Key].Value, blank =>
    {
        if (!sentence.Data.TryGetValue(blank.Groups["name"].Value, out var datum)) return blank.Value;
        var shown = Shown(datum);
        // A person's own words may bring their own full stop.
        return shown + blank.Groups["quote"].Value + (shown is [.., '.' or '!' or '?' or '…'] ? "" : blank.Groups["stop"].Value);
    });

    /// <summary>Where a person's own words may stand, or the key of ours.</summary>
    public string Said(string words) => words.StartsWith(Ours, StringComparison.Ordinal) ? texts[words].Value : words;

    public string Of(string key, string data) => Of(Sentence.FromJson(key, data));

    public string Of<T>(T word) where T : struct, Enum => texts[$"{typeof(T).Name}:{word}"];

    /// <summary>What the exception would tell its caller, for those who get several answers at once.</summary>
    public string Of(BusinessException refusal)
    {
        var sentence = texts[refusal.Code!].Value;
        foreach (System.Collections.DictionaryEntry datum in refusal.Data) sentence = sentence.Replace($"{{{datum.Key}}}", $"{datum.Value}", StringComparison.Ordinal);
        return sentence;
    }

    /// <summary>Times are kept exact; a reader wants the day, and the hour where there is one.</summary>
    private string Shown(string value) =>
        DateTime.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? time.ToString(time.TimeOfDay == TimeSpan.Zero ? "d MMMM yyyy" : "d MMMM yyyy HH:mm 'UTC'", CultureInfo.CurrentUICulture)
            : Said(value);

    [GeneratedRegex(@"\{(?<name>\w+)\}(?<quote>[""“]?)(?<stop>\.?)")]
    private static partial Regex Blank();
}
