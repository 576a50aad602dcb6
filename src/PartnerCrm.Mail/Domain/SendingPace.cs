using PartnerCrm.Contracts;

namespace PartnerCrm.Mail;

/// <summary>Local working hours on the office's days.</summary>
public record Workday(TimeZoneInfo Zone, TimeOnly Start, TimeOnly End, OfficeDays Days)
{
    public static TimeZoneInfo ZoneOf(string? iana) => iana is not null && TimeZoneInfo.TryFindSystemTimeZoneById(iana, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>How fast one mailbox writes: as fast as a person, in a person's hours.</summary>
public static class SendingPace
{
    public static readonly TimeSpan CapWindow = TimeSpan.FromHours(24);

    /// <summary>The earliest moment, from now on, at which the mailbox's next mail may go. All times UTC.</summary>
    /// <param name="sentInWindow">When this mailbox's mails of the last 24 hours went.</param>
    public static DateTime NextSlot(DateTime now, IReadOnlyCollection<DateTime> sentInWindow, int cap, Workday? spreadOver)
    {
        var earliest = now;
        if (cap > 0 && sentInWindow.Count >= cap) earliest = Later(earliest, sentInWindow.Order().ElementAt(sentInWindow.Count - cap) + CapWindow);
        if (spreadOver is null || spreadOver.End <= spreadOver.Start) return earliest;

        if (cap > 0 && sentInWindow.Count > 0)
            earliest = Later(earliest, sentInWindow.Max() + (spreadOver.End - spreadOver.Start) / cap);
        return IntoWorkday(earliest, spreadOver);
    }

    private static DateTime IntoWorkday(DateTime utc, Workday day)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), day.Zone);
        var date = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        if (day.Days.IsWorkingDay(date) && time >= day.Start && time < day.End) return utc;
        if (time >= day.End) date = date.AddDays(1);
        while (!day.Days.IsWorkingDay(date)) date = date.AddDays(1);

        var start = date.ToDateTime(day.Start);
        while (day.Zone.IsInvalidTime(start)) start = start.AddMinutes(30); // the clocks go forward through it
        return Later(utc, TimeZoneInfo.ConvertTimeToUtc(start, day.Zone));
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
