using PartnerCrm.Contracts;

namespace PartnerCrm.Partners;

/// <summary>What somebody typed, as the database is asked for it: all terms must be there, in any order.</summary>
internal sealed class SearchTerms
{
    private const int MaxTerms = 8;
    private const int MaxTermLength = 60;

    private SearchTerms(IReadOnlyList<string> anywhere, IReadOnlyList<string> atTheBeginning) =>
        (Anywhere, AtTheBeginning) = (anywhere, atTheBeginning);

    /// <summary>Terms of three letters and more: any part of the text. The text index knows runs of three.</summary>
    public IReadOnlyList<string> Anywhere { get; }

    /// <summary>Shorter terms: the beginning of the name that lists are sorted by.</summary>
    public IReadOnlyList<string> AtTheBeginning { get; }

    public static SearchTerms Of(string? filter)
    {
        var terms = FoldedText.Of(filter).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxTerms)
            .Select(t => PlainText.Cut(t, MaxTermLength)).ToLookup(t => t.EnumerateRunes().Count() >= 3);
        return new SearchTerms([.. terms[true]], [.. terms[false]]);
    }

    /// <summary>For FTS5: each term a quoted string, so that nothing in it is an operator.</summary>
    public string Match => string.Join(" AND ", Anywhere.Select(t => $"\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    public static string Like(string term) =>
        $"%{term.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>The first text beyond all that begin with the term.</summary>
    public static string Beyond(string term) => term + "\U0010FFFF";
}
