using System.Globalization;
using System.Text;

namespace PartnerCrm.Contracts;

/// <summary>
/// Text as people mean it when they compare: without case, accents, ligatures, full-width forms and apostrophes, with single spaces.
/// Folding twice changes nothing.
/// </summary>
public static class FoldedText
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var folded = new StringBuilder(text.Length);
        foreach (var rune in (Ascii.IsValid(text) ? text : Decomposed(text)).EnumerateRunes()) Append(folded, rune);
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Surrogate:
                return;
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control:
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                return;
            case UnicodeCategory.DashPunctuation:
                folded.Append('-');
                return;
        }
        rune = Rune.ToLowerInvariant(rune);
        if (Spelled(rune) is { } spelled) folded.Append(spelled);
        else folded.Append(rune.ToString());
    }

    // Letters that Unicode does not decompose, and apostrophes, which people type in many ways or not at all.
    private static string? Spelled(Rune rune) => rune.Value switch
    {
        '\'' or '`' or '´' or '‘' or '’' or '‛' or 'ʼ' or 'ʹ' or 'ʻ' or '′' => "",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        _ => null,
    };

    // Normalize refuses half a surrogate pair and U+FFFE; a file may hold either.
    private static string Decomposed(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not (0xFFFE or 0xFFFD)) sound.Append(rune.ToString());
        }
        return sound.ToString().Normalize(NormalizationForm.FormKD);
    }
}
