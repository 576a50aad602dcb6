using System.Text;

namespace PartnerCrm.Contracts;

/// <summary>How names of organisations compare, and what their legal form says.</summary>
public static class OrganisationName
{
    // Forms that make a body corporate, and so a corporate subscriber (PECR). Scottish partnerships and public bodies can't be told from the name.
    private static readonly HashSet<string> Incorporated =
    [
        "ltd", "limited", "plc", "llp", "llc", "inc", "incorporated", "corp", "corporation", "gmbh", "mbh", "ag", "kgaa", "ug", "se", "sa", "sas", "sarl", "spa",
        "bv", "nv", "ab", "as", "asa", "oy", "oyj", "aps", "cic", "cio", "pte", "pty", "cyf", "ccc",
    ];

    private static readonly HashSet<string> Forms =
        [.. Incorporated, "co", "company", "kg", "ohg", "gbr", "ev", "eg", "ek", "srl", "sl", "lp", "unltd", "and", "haftungsbeschrankt"];

    // Written apart or with dots: p.l.c., G.m.b.H., e.V., B.V., S.A.
    private static readonly string[] Spelled = ["plc", "llp", "llc", "ltd", "gmbh", "mbh", "sarl", "sas", "spa", "ev", "eg", "ek", "bv", "nv", "sa", "ag", "kg", "as"];

    /// <summary>Folded, with & as and, without punctuation, "the" and legal forms: Example Ltd., The Example Limited and EXAMPLE are one.</summary>
    public static string KeyOf(string? name)
    {
        var words = Words(name);
        if (words.Count > 1 && words[0] == "the") words.RemoveAt(0);
        while (words.Count > 1 && Forms.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        return string.Concat(words);
    }

    /// <summary>Corporate where the name ends in a form that makes a body corporate; otherwise the name doesn't say.</summary>
    public static SubscriberType SubscriberTypeOf(string? name)
    {
        var words = Words(name);
        while (words.Count > 1 && Forms.Contains(words[^1]))
        {
            if (Incorporated.Contains(words[^1])) return SubscriberType.Corporate;
            words.RemoveAt(words.Count - 1);
        }
        return SubscriberType.Unknown;
    }

    private static List<string> Words(string? name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in FoldedText.Of(name).Replace("&", " and ", StringComparison.Ordinal).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word.Append(rune.ToString());
            else Finish(words, word);
        }
        Finish(words, word);
        JoinSpelledForm(words);
        return words;
    }

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
    }

    private static void JoinSpelledForm(List<string> words)
    {
        var form = Spelled.FirstOrDefault(f => words.Count > f.Length && words[^f.Length..].All(w => w.Length == 1) && string.Concat(words[^f.Length..]) == f);
        if (form is null) return;
        words.RemoveRange(words.Count - form.Length, form.Length);
        words.Add(form);
    }
}
