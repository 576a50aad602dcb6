namespace PartnerCrm.Contracts;

/// <summary>Whose public holidays an office keeps.</summary>
public enum HolidayRegion
{
    None, EnglandAndWales, Scotland, NorthernIreland, Germany,
}

/// <summary>Public holidays by rule. Source: gov.uk/bank-holidays and the substitute days there; for Germany those that all of its states keep.</summary>
public static class PublicHolidays
{
    public static bool IsOn(DateOnly day, HolidayRegion region) => region switch
    {
        HolidayRegion.None => false,
        HolidayRegion.Germany => InGermany(day),
        _ => InTheKingdom(day, region),
    };

    private static bool InGermany(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (5, 1) or (10, 3) or (12, 25) or (12, 26)
        || (day.DayNumber - Easter(day.Year).DayNumber) is -2 or 1 or 39 or 50;

    private static bool InTheKingdom(DateOnly day, HolidayRegion region)
    {
        var (scotland, ireland) = (region == HolidayRegion.Scotland, region == HolidayRegion.NorthernIreland);
        var sinceEaster = day.DayNumber - Easter(day.Year).DayNumber;
        return sinceEaster == -2 || (sinceEaster == 1 && !scotland)
            || IsFirstMonday(day, 5) || IsLastMonday(day, 5) || (scotland ? IsFirstMonday(day, 8) : IsLastMonday(day, 8))
            || IsKept(day, 1, 1, next: scotland) || IsKept(day, 12, 25, next: true)
            || (scotland && IsKept(day, 11, 30)) || (ireland && (IsKept(day, 3, 17) || IsKept(day, 7, 12)));
    }

    /// <summary>The day itself, or on a weekend the next weekday; with the day after it, where that is one as well.</summary>
    private static bool IsKept(DateOnly day, int month, int date, bool next = false)
    {
        var first = Weekday(new DateOnly(day.Year, month, date));
        return day == first || (next && day == Weekday(Later(first, new DateOnly(day.Year, month, date)).AddDays(1)));
    }

    private static DateOnly Later(DateOnly kept, DateOnly date) => kept > date ? kept : date;

    private static DateOnly Weekday(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        return day;
    }

    private static bool IsFirstMonday(DateOnly day, int month) => day.Month == month && day is { DayOfWeek: DayOfWeek.Monday, Day: <= 7 };

    private static bool IsLastMonday(DateOnly day, int month) => day.Month == month && day.DayOfWeek == DayOfWeek.Monday && day.AddDays(7).Month != month;

    /// <summary>Easter Sunday by the Gregorian calendar (the anonymous computus).</summary>
    private static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
        var late = (golden + 11 * moon + 22 * weekday) / 451;
        var days = moon + weekday - 7 * late + 114;
        return new DateOnly(year, days / 31, days % 31 + 1);
    }
}

/// <summary>On which days an office works: Monday to Friday, without its public holidays and the days it is closed.</summary>
public sealed record OfficeDays(HolidayRegion Region, IReadOnlySet<DateOnly> Closed)
{
    public static readonly OfficeDays Weekdays = new(HolidayRegion.None, new HashSet<DateOnly>());

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !PublicHolidays.IsOn(day, Region) && !Closed.Contains(day);

    /// <summary>The same time on the first working day after this one.</summary>
    public DateTime After(DateTime day)
    {
        var next = day.AddDays(1);
        while (!IsWorkingDay(DateOnly.FromDateTime(next))) next = next.AddDays(1);
        return next;
    }
}
