namespace PartnerCrm.Contracts;

/// <summary>When a person works: on the office's days, by their own clock. Times in and out are UTC.</summary>
public record WorkingTime(TimeZoneInfo Zone, TimeOnly Start, TimeOnly End, OfficeDays Days)
{
    /// <summary>By IANA name; UTC where there is none, or nobody knows it.</summary>
    public static TimeZoneInfo ZoneOf(string? iana) => iana is not null && TimeZoneInfo.TryFindSystemTimeZoneById(iana, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>This moment if it is working time, else the next one that is.</summary>
    public DateTime From(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
        var (date, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (Days.IsWorkingDay(date) && time >= Start && time < End) return utc;
        if (time >= End) date = date.AddDays(1);
        while (!Days.IsWorkingDay(date)) date = date.AddDays(1);
        var opens = date.ToDateTime(Start);
        while (Zone.IsInvalidTime(opens)) opens = opens.AddMinutes(30); // the clocks go forward through it
        var at = TimeZoneInfo.ConvertTimeToUtc(opens, Zone);
        return at > utc ? at : utc;
    }
}
