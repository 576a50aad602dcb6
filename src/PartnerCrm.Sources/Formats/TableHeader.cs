using System.Text;
using PartnerCrm.Contracts;

namespace PartnerCrm.Sources;

/// <summary>Which column holds what, by the names in a header row, however they are cased, spaced and punctuated.</summary>
internal sealed class TableHeader<TField> where TField : struct, Enum
{
    private readonly Dictionary<TField, List<int>> columns = [];

    private TableHeader(int width) => Width = width;

    public int Width { get; }

    /// <summary>A field that two columns claim: the first that isn't empty counts.</summary>
    public bool HasDoubles => columns.Values.Any(c => c.Count > 1);

    public static TableHeader<TField> Of(TableRow row, IReadOnlyDictionary<string, TField> names)
    {
        var header = new TableHeader<TField>(row.Cells.Length);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (!names.TryGetValue(Letters(row.Cells[i]), out var field)) continue;
            if (!header.columns.TryGetValue(field, out var at)) header.columns[field] = at = [];
            at.Add(i);
        }
        return header;
    }

    public bool Has(TField field) => columns.ContainsKey(field);

    public string this[TableRow row, TField field]
    {
        get
        {
            if (!columns.TryGetValue(field, out var at)) return "";
            foreach (var i in at)
                if (i < row.Cells.Length && row.Cells[i].Length > 0) return row.Cells[i];
            return "";
        }
    }

    /// <summary>Whether a row has text in columns beyond the last of the header: a separator in a cell that nobody quoted.</summary>
    public bool IsOverrunBy(TableRow row) => row.Cells.Skip(Width).Any(c => c.Length > 0);

    internal static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var rune in FoldedText.Of(name).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) letters.Append(rune.ToString());
        return letters.ToString();
    }
}
