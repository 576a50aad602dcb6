using PartnerCrm.Contracts;
using PartnerCrm.Meetings;

namespace PartnerCrm.Tests.Meetings;

public class ProposedTimesTests
{
    private static readonly ColleagueCard InLondon = new(Guid.NewGuid(), "Robin Sample", "robin@university.example.org", "Europe/London", new TimeOnly(9, 0), new TimeOnly(17, 0));
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    // A Friday in winter: London is on UTC.
    private static readonly DateTime Friday = new(2026, 11, 6, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Three_times_on_three_working_days_a_day_ahead_at_the_least()
    {
        var times = ProposedTimes.Find(InLondon, null, HalfAnHour, [], Friday);

        times.ShouldBe([Utc(9, 10), Utc(10, 14), Utc(11, 10)]);
    }

    [Fact]
    public void A_taken_time_gives_way_to_the_nearest_free_one()
    {
        var times = ProposedTimes.Find(InLondon, null, HalfAnHour, [new BusyTime(Utc(9, 9), Utc(9, 11))], Friday);

        times[0].ShouldBe(Utc(9, 11));
    }

    [Fact]
    public void A_holiday_is_no_working_day()
    {
        var times = ProposedTimes.Find(InLondon with { Office = OfficeDays.Weekdays with { Closed = new HashSet<DateOnly> { new(2026, 11, 9) } } }, null, HalfAnHour, [], Friday);

        times[0].ShouldBe(Utc(10, 10));
    }

    [Fact]
    public void A_contact_in_new_york_is_not_asked_for_a_meeting_at_five_in_the_morning()
    {
        var newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        var times = ProposedTimes.Find(InLondon, "America/New_York", HalfAnHour, [], Friday);

        times.Count.ShouldBe(3);
        times.Select(t => TimeZoneInfo.ConvertTimeFromUtc(t, newYork).Hour).ShouldAllBe(hour => hour >= 8);
    }

    [Fact]
    public void Where_the_working_days_never_meet_there_are_no_times()
    {
        ProposedTimes.Find(InLondon, "Pacific/Auckland", HalfAnHour, [], Friday).ShouldBeEmpty();
    }

    [Fact]
    public void Working_hours_are_the_owners_also_after_the_clocks_change()
    {
        // 29 March 2026: the clocks go forward in London.
        var times = ProposedTimes.Find(InLondon, null, HalfAnHour, [], new DateTime(2026, 3, 27, 8, 0, 0, DateTimeKind.Utc));

        times[0].ShouldBe(new DateTime(2026, 3, 30, 9, 0, 0, DateTimeKind.Utc));
    }

    private static DateTime Utc(int day, int hour) => new(2026, 11, day, hour, 0, 0, DateTimeKind.Utc);
}
