using System.Text.RegularExpressions;

namespace PartnerCrm.Mail;

/// <summary>When an out-of-office reply says that they are back, English and German. Null rather than a guess: 08/09/2026 may be either.</summary>
public static partial class AwayUntil
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;
    private const int MaxLength = 5_000;

    private const string Date =
        """
        (?<date>
            (?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})
          | (?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.(?:\s?(?<y>\d{4}|\d{2})\b)?
          | (?<a>\d{1,2})/(?<b>\d{1,2})(?:/(?<y>\d{4}|\d{2}))?\b
          | (?<d>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?<month>[a-zä]{3,9})\.?(?:,?\s+(?<y>\d{4}))?\b
          | (?<month>[a-zä]{3,9})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(?<y>\d{4}))?\b
          | (?<word>tomorrow|morgen|next\s+week|nächste[rn]?\s+woche)\b
          | (?:next\s+|nächsten\s+)?(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b
        )
        """;

    private const string Weekday = @"(?:(?:on\s+|am\s+|dem\s+|zum\s+|the\s+|einschließlich\s+|including\s+|and\s+including\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:,?\s+(?:the\s+|den\s+|dem\s+)?)(?=\d|[a-zä]{3,9}\.?\s+\d))?";
    private const string Filler = @"\s+(?:(?:on|the|am|dem|den|zum|and|including|einschließlich|inklusive|inkl\.?|einschl\.?)\s+)*";

    // Back on that day: "back on Monday, 17 August", "ich bin ab dem 17.08. wieder erreichbar", "wieder am 17. August"
    [GeneratedRegex(
        """
        \b(?:back|return(?:ing|s)?|returned|available\s+again|wieder|zurück|ab|erst|from)
        (?:\s+(?:in|to|at|the|my|office|desk|work|im|büro|haus|da|erreichbar|again|für|sie))*
        """ + Filler + Weekday + Date, Loose)]
    private static partial Regex BackOn { get; }

    // Away through that day: "until Friday 14 August", "bis einschließlich 14.08.2026"
    [GeneratedRegex(@"\b(?:until|till|through|bis|to)" + Filler + Weekday + Date, Loose)]
    private static partial Regex Through { get; }

    private static readonly string[][] Months =
        [["jan"], ["feb"], ["mar", "mär", "mrz"], ["apr"], ["may", "mai"], ["jun"], ["jul"], ["aug"], ["sep"], ["oct", "okt"], ["nov"], ["dec", "dez"]];

    private static readonly string[] EnglishDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] GermanDays = ["sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag"];

    /// <param name="text">Subject and body.</param>
    /// <param name="received">Dates without a year are the next such date from here on.</param>
    public static DateTime? Find(string text, DateTime received)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        var through = Last(Through, text, received, addDays: 1);
        var back = Last(BackOn, text, received, addDays: 0);

        // "from 1 to 14 August … back on 17 August": the day they name for coming back is the one they mean.
        return back is not null && (through is null || back >= through) ? back : through ?? back;
    }

    private static DateTime? Last(Regex pattern, string text, DateTime received, int addDays)
        => pattern.Matches(text).Select(m => Read(m, received)?.AddDays(addDays))
            .Where(d => d > received.Date && d < received.AddDays(400)).Max();

    private static DateTime? Read(Match match, DateTime received)
    {
        var today = received.Date;
        if (match.Groups["word"] is { Success: true, Value: var word })
            return word.Contains('w', StringComparison.OrdinalIgnoreCase) && word.Contains(' ') ? NextDay(today, DayOfWeek.Monday) : today.AddDays(1);
        if (match.Groups["weekday"] is { Success: true, Value: var day })
        {
            var index = Math.Max(Array.IndexOf(EnglishDays, day.ToLowerInvariant()), Array.IndexOf(GermanDays, day.ToLowerInvariant()));
            return NextDay(today, (DayOfWeek)index);
        }
        int d, m;
        if (match.Groups["a"].Success)
        {
            (int a, int b) = (Number(match, "a"), Number(match, "b"));
            if (a <= 12 && b <= 12 && a != b) return null;
            (d, m) = a > 12 ? (a, b) : (b, a);
        }
        else
        {
            d = Number(match, "d");
            m = match.Groups["month"].Success ? MonthOf(match.Groups["month"].Value) : Number(match, "m");
        }
        if (match.Groups["y"].Success) return Made(Number(match, "y") is < 100 and var y ? 2000 + y : Number(match, "y"), m, d);
        return Made(today.Year, m, d) is { } thisYear && thisYear >= today.AddDays(-60) ? thisYear : Made(today.Year + 1, m, d);
    }

    private static DateTime? Made(int year, int month, int day)
        => year is > 2000 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc)
            : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value);

    private static int MonthOf(string name) => 1 + Array.FindIndex(Months, m => m.Any(s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase)));

    private static DateTime NextDay(DateTime today, DayOfWeek day) => today.AddDays(((int)day - (int)today.DayOfWeek + 6) % 7 + 1);
}
