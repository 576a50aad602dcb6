using System.Text;

namespace PartnerCrm.Contracts;

/// <summary>
/// Text as we keep it: one line in Unicode's composed form, without control and zero-width characters and half surrogate pairs, which
/// databases refuse and people can't see, and without blanks around it.
/// </summary>
public static class PlainText
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (IsPlain(text)) return text.Trim();
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' or 0xA0) plain.Append(' ');
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF or 0xFEFF or 0x200B)) plain.Append(rune.ToString());
        }
        return plain.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Cut to the length, never within a surrogate pair.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        return text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is < ' ' or > '~') return false;
        return true;
    }
}
