using System.Globalization;
using PartnerCrm.Contracts;

namespace PartnerCrm.Sources;

/// <summary>ISO 3166 alpha-2 codes by the countries' English names.</summary>
internal static class Countries
{
    private static readonly Lazy<Dictionary<string, string>> ByName = new(() =>
    {
        var names = new Dictionary<string, string>();
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            if (region.TwoLetterISORegionName.Length == 2) names.TryAdd(FoldedText.Of(region.EnglishName), region.TwoLetterISORegionName);
        }
        foreach (var (name, code) in ((string, string)[])[("uk", "GB"), ("great britain", "GB"), ("england", "GB"), ("scotland", "GB"), ("wales", "GB"),
            ("united kingdom", "GB"), ("germany", "DE"), ("united states", "US"), ("usa", "US"), ("czech republic", "CZ"), ("hong kong", "HK"), ("turkey", "TR")])
            names.TryAdd(name, code);
        return names;
    });

    public static string? CodeOf(string? name)
    {
        var folded = FoldedText.Of(name);
        if (folded.Length == 0) return null;
        if (ByName.Value.TryGetValue(folded, out var code)) return code;
        return folded.Length == 2 && ByName.Value.ContainsValue(folded.ToUpperInvariant()) ? folded.ToUpperInvariant() : null;
    }
}
