using System.Globalization;
using System.Text.RegularExpressions;
using Volo.Abp;

namespace PartnerCrm.Engagement;

/// <summary>
/// A wait as ISO 8601 writes durations: P3D, P2W, P1M, PT5S, P1Y6M. Years and months follow the calendar. There is no longest wait.
/// </summary>
public readonly partial record struct Wait
{
    public const int MaxLength = 32;

    // Past this the arithmetic of clocks ends. Nobody waits for it.
    public static readonly DateTime EndOfTime = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly decimal months;
    private readonly decimal seconds;

    private Wait(decimal months, decimal seconds)
    {
        this.months = months;
        this.seconds = seconds;
    }

    public static Wait Parse(string? text)
    {
        var match = Iso8601().Match(text?.Trim() ?? "");
        if (!match.Success || match.Groups.Values.Skip(1).All(g => !g.Success) || text!.TrimEnd().EndsWith('T'))
            throw new BusinessException(EngagementErrors.WaitNotUnderstood).WithData("Wait", text ?? "");
        try
        {
            var wait = new Wait(
                Number(match, "years") * 12 + Number(match, "months"),
                ((Number(match, "weeks") * 7 + Number(match, "days")) * 24 + Number(match, "hours")) * 3600 + Number(match, "minutes") * 60 + Number(match, "seconds"));
            if (match.Groups["minus"].Success || wait is { months: <= 0, seconds: <= 0 })
                throw new BusinessException(EngagementErrors.WaitNotPositive).WithData("Wait", text!);
            return wait;
        }
        catch (OverflowException)
        {
            return new Wait(decimal.MaxValue, 0);
        }
    }

    /// <summary>When a wait that begins at this time is over.</summary>
    public DateTime After(DateTime from)
    {
        if (months > 12 * 7000 || from.AddMonths((int)Math.Floor(months)) is var later && (decimal)(EndOfTime - later).TotalSeconds < seconds) return EndOfTime;
        // The broken part of a month counts as so much of thirty days.
        return later.AddTicks((long)((seconds + months % 1 * 30 * 86_400) * TimeSpan.TicksPerSecond));
    }

    /// <summary>As a length of time from now, for those that know no calendar.</summary>
    public TimeSpan AsTimeSpan(DateTime from) => After(from) - from;

    private static decimal Number(Match match, string part) => match.Groups[part] is { Success: true } group
        ? decimal.Parse(group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(
        """
        ^(?<minus>-)?P
        (?:(?<years>\d+(?:[.,]\d+)?)Y)?(?:(?<months>\d+(?:[.,]\d+)?)M)?(?:(?<weeks>\d+(?:[.,]\d+)?)W)?(?:(?<days>\d+(?:[.,]\d+)?)D)?
        (?:T(?:(?<hours>\d+(?:[.,]\d+)?)H)?(?:(?<minutes>\d+(?:[.,]\d+)?)M)?(?:(?<seconds>\d+(?:[.,]\d+)?)S)?)?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Iso8601();
}
