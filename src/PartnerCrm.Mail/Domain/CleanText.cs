using System.Text;

namespace PartnerCrm.Mail;

/// <summary>Text from outside, fit for a database (PostgreSQL refuses the rest): no NULs or other control characters, no halves of surrogate pairs.</summary>
public static class CleanText
{
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes()) // a lone surrogate comes as U+FFFD
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) clean.Append(rune);
        }
        return clean.ToString();
    }

    public static string OneLine(string? text) => string.Join(' ', Of(text).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>At most so many characters, and never half of a surrogate pair.</summary>
    public static string? Fit(string? text, int length)
    {
        if (text is null || text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
