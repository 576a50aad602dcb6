using PartnerCrm.Contracts;

namespace PartnerCrm.Meetings;

/// <summary>A stretch of time that is taken, UTC.</summary>
public record BusyTime(DateTime Start, DateTime End);

/// <summary>
/// Finds three times on three different working days: within the owner's working hours, between 8 and 18 where the contact is, free of what the
/// owner has already, at least a day ahead. Morning and afternoon alternate, so that the three are a real choice.
/// </summary>
public static class ProposedTimes
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan NoticeBefore = TimeSpan.FromHours(24);
    private static readonly TimeOnly ContactsEarliest = new(8, 0);
    private static readonly TimeOnly ContactsLatest = new(18, 0);
    private const int DaysSearched = 60;

    // Counted from the start of the owner's working day: what people choose most, tried first.
    private static readonly TimeOnly Morning = new(10, 0);
    private static readonly TimeOnly Afternoon = new(14, 0);

    /// <summary>Three start times (UTC), earliest first; fewer when sixty days hold no three.</summary>
    public static IReadOnlyList<DateTime> Find(
        ColleagueCard owner, string? contactsTimeZone, TimeSpan duration, IReadOnlyCollection<BusyTime> busy, DateTime now)
    {
        var ownersZone = Zone(owner.TimeZone) ?? TimeZoneInfo.Utc;
        var contactsZone = contactsTimeZone == null ? ownersZone : Zone(contactsTimeZone) ?? ownersZone;
        var earliest = now + NoticeBefore;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, ownersZone));
        var found = new List<DateTime>();

        for (var day = today; day < today.AddDays(DaysSearched) && found.Count < 3; day = day.AddDays(1))
        {
            if (!owner.WorkingDays.IsWorkingDay(day)) continue;
            var first = Starts(owner, duration, preferred: found.Count % 2 == 0 ? Morning : Afternoon)
                .Select(time => Utc(day.ToDateTime(time), ownersZone))
                .OfType<DateTime>()
                .Where(start => start >= earliest && Suits(start, duration, contactsZone) && !busy.Any(b => b.Start < start + duration && b.End > start))
                .Cast<DateTime?>()
                .FirstOrDefault();
            if (first is { } start) found.Add(start);
        }

        return found;
    }

    // The preferred time first, then the others by their distance from it.
    private static IEnumerable<TimeOnly> Starts(ColleagueCard owner, TimeSpan duration, TimeOnly preferred)
    {
        var starts = new List<TimeOnly>();
        for (var time = owner.WorkdayStart.ToTimeSpan(); time + duration <= owner.WorkdayEnd.ToTimeSpan(); time += Step) starts.Add(TimeOnly.FromTimeSpan(time));
        return starts.OrderBy(t => (t.ToTimeSpan() - preferred.ToTimeSpan()).Duration()).ThenBy(t => t);
    }

    private static bool Suits(DateTime start, TimeSpan duration, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(start, zone);
        var end = TimeZoneInfo.ConvertTimeFromUtc(start + duration, zone);
        return local.Date == end.Date && local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && TimeOnly.FromDateTime(local) >= ContactsEarliest && TimeOnly.FromDateTime(end) <= ContactsLatest;
    }

    // An hour that the clocks skip does not exist; one that they repeat is taken the first time.
    private static DateTime? Utc(DateTime local, TimeZoneInfo zone) => zone.IsInvalidTime(local) ? null : TimeZoneInfo.ConvertTimeToUtc(local, zone);

    private static TimeZoneInfo? Zone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
