using System.Globalization;
using PartnerCrm.Contracts;

namespace PartnerCrm.Sources;

/// <summary>Takes cells for what they should be, and notes what they are not.</summary>
internal sealed class RowReading(TableRow row)
{
    private static readonly string[] Dates =
        ["d MMM yyyy", "dd MMM yyyy", "yyyy-MM-dd", "d MMMM yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss 'UTC'"];

    // Zoom's two forms, with and without seconds, and ISO 8601.
    private static readonly string[] Times =
        ["MMM d, yyyy HH:mm:ss", "MMM d, yyyy HH:mm", "MMM d, yyyy h:mm:ss tt", "MM/dd/yyyy hh:mm:ss tt", "M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ"];

    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("de-DE")];

    private readonly List<RowProblem> problems = [];

    public IReadOnlyList<RowProblem> Problems => problems;

    public void Note(string code) => problems.Add(new RowProblem(row.Line, code, row.Excerpt));

    public string Text(string cell, int maxLength)
    {
        if (cell.Length <= maxLength) return cell;
        Note(RowProblems.CellCut);
        return PlainText.Cut(cell, maxLength).TrimEnd();
    }

    public string? TextOrNull(string cell, int maxLength) => cell.Length == 0 ? null : Text(cell, maxLength);

    public string? Email(string cell)
    {
        if (cell.Length == 0) return null;
        if (EmailAddress.TryParse(cell, out var email)) return email.Value;
        Note(RowProblems.EmailUnreadable);
        return null;
    }

    public string? ProfileSlug(string cell)
    {
        if (cell.Length == 0) return null;
        if (ProfileUrl.LinkedInSlugOf(cell) is { } slug) return slug;
        Note(RowProblems.ProfileUnreadable);
        return null;
    }

    public DateTime? Date(string cell) => Moment(cell, Dates)?.Date;

    public DateTime? Time(string cell) => Moment(cell, Times);

    private DateTime? Moment(string cell, string[] forms)
    {
        if (cell.Length == 0) return null;
        foreach (var language in Languages)
        {
            const DateTimeStyles Utc = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            if (DateTime.TryParseExact(cell, forms, language, Utc, out var moment) && moment.Year is > 1990 and < 2200) return moment;
        }
        Note(RowProblems.DateUnknown);
        return null;
    }
}
