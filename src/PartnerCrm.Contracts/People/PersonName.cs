using System.Text;

namespace PartnerCrm.Contracts;

/// <summary>How names of people compare, sort and come apart.</summary>
public static class PersonName
{
    private static readonly HashSet<string> Titles =
        ["dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev", "revd", "herr", "frau", "ing", "mag", "dipl", "hon", "cllr"];

    private static readonly HashSet<string> Letters =
        ["phd", "dphil", "mba", "msc", "bsc", "beng", "meng", "llm", "llb", "md", "jr", "sr", "ii", "iii", "iv", "obe", "mbe", "cbe", "frsa", "cfa", "acca", "esq", "pmp", "cipd", "mcipd", "fcipd", "ceng"];

    private static readonly HashSet<string> Particles =
        ["van", "von", "vom", "zu", "zum", "de", "der", "den", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "bin", "ibn", "al", "el", "ter", "ten", "af", "av", "st", "mac", "mc", "o"];

    /// <summary>
    /// The same for all the ways in which one name is written: without titles, initials, letters after the name, accents, hyphens, spaces in
    /// the family name, and with ae, oe, ue as a, o, u (Müller, Mueller, Muller). Empty when there is no name.
    /// </summary>
    public static string KeyOf(string? firstName, string? lastName)
    {
        if (string.IsNullOrWhiteSpace(lastName)) (firstName, lastName) = Split(firstName);
        else if (string.IsNullOrWhiteSpace(firstName)) (firstName, lastName) = Split(lastName);
        var given = Words(firstName);
        while (given.Count > 1 && Titles.Contains(given[0])) given.RemoveAt(0);
        if (given.Any(w => w.Length > 1)) given.RemoveAll(w => w.Length == 1);
        var family = Words(BeforeComma(lastName));
        while (family.Count > 1 && Letters.Contains(family[^1])) family.RemoveAt(family.Count - 1);
        return $"{WithoutDigraphs(given)} {WithoutDigraphs(family)}".Trim();
    }

    /// <summary>Family name first, folded: what lists are sorted by.</summary>
    public static string SortOf(string? firstName, string? lastName) => $"{FoldedText.Of(lastName)} {FoldedText.Of(firstName)}".Trim();

    /// <summary>A name in one piece comes apart: "Berg, Jan van der", "Dr Jan van der Berg", "Jan".</summary>
    public static (string First, string Last) Split(string? displayName)
    {
        var name = (displayName ?? "").Trim();
        var comma = name.IndexOf(',');
        if (comma > 0 && !AreLetters(name[(comma + 1)..])) return FamilyFirst(name[..comma].Trim(), name[(comma + 1)..]);
        var words = WordsAsWritten(BeforeComma(name));
        while (words.Count > 1 && Titles.Contains(FoldedText.Of(words[0]).Trim('.'))) words.RemoveAt(0);
        if (words.Count < 2) return (words.FirstOrDefault() ?? "", "");
        var family = words.FindIndex(1, w => Particles.Contains(FoldedText.Of(w)));
        if (family < 0 || family == words.Count - 1) family = words.Count - 1;
        return (string.Join(' ', words[..family]), string.Join(' ', words[family..]));
    }

    private static (string First, string Last) FamilyFirst(string family, string given)
    {
        var words = WordsAsWritten(given);
        var particles = words.Count;
        while (particles > 1 && Particles.Contains(FoldedText.Of(words[particles - 1]))) particles--;
        return (string.Join(' ', words[..particles]), string.Join(' ', words[particles..].Append(family)));
    }

    private static List<string> WordsAsWritten(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static bool AreLetters(string text) => Words(text).All(Letters.Contains);

    private static string BeforeComma(string? text)
    {
        var comma = text?.IndexOf(',') ?? -1;
        return comma > 0 ? text![..comma] : text ?? "";
    }

    private static List<string> Words(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var depth = 0;
        foreach (var rune in FoldedText.Of(text).EnumerateRunes())
        {
            // What people put in brackets is not their name: (she/her), (née Smith).
            if (rune.Value == '(') depth++;
            if (depth == 0 && Rune.IsLetterOrDigit(rune)) word.Append(rune.ToString());
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            if (rune.Value == ')' && depth > 0) depth--;
        }
        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    private static string WithoutDigraphs(List<string> words) =>
        string.Concat(words).Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
}
