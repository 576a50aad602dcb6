using PartnerCrm.Contracts;

namespace PartnerCrm.Partners;

/// <summary>What the database's text index holds for one row: folded words.</summary>
internal static class SearchText
{
    public static string Of(int maxLength, params IEnumerable<string?> parts)
    {
        var words = new List<string>();
        foreach (var part in parts.Where(p => !string.IsNullOrWhiteSpace(p)))
        {
            words.Add(FoldedText.Of(part));
            // Found under both spellings: Müller is folded to muller, and typed as mueller where there is no ü.
            if (Spelled(part!) is { } spelled) words.Add(FoldedText.Of(spelled));
        }
        var text = string.Join(' ', words);
        return text.Length > maxLength ? text[..maxLength] : text;
    }

    private static string? Spelled(string part)
    {
        var spelled = PlainText.Of(part)
            .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
            .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase).Replace("ø", "oe", StringComparison.OrdinalIgnoreCase)
            .Replace("å", "aa", StringComparison.OrdinalIgnoreCase);
        return spelled == part ? null : spelled;
    }
}
