using PartnerCrm.Contracts;

namespace PartnerCrm.Tests.Team;

public class PublicHolidaysTests
{
    [Theory]
    [InlineData(HolidayRegion.EnglandAndWales, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(HolidayRegion.EnglandAndWales, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(HolidayRegion.EnglandAndWales, 2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(HolidayRegion.Scotland, 2026, "01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28")]
    [InlineData(HolidayRegion.Scotland, 2028, "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26")]
    [InlineData(HolidayRegion.NorthernIreland, 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28")]
    [InlineData(HolidayRegion.Germany, 2026, "01-01 04-03 04-06 05-01 05-14 05-25 12-25")]
    [InlineData(HolidayRegion.None, 2026, "")]
    public void Weekdays_that_are_holidays_are_those_of_the_official_lists(HolidayRegion region, int year, string expected)
    {
        var days = Enumerable.Range(0, 366).Select(i => new DateOnly(year, 1, 1).AddDays(i)).Where(d => d.Year == year && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        string.Join(' ', days.Where(d => PublicHolidays.IsOn(d, region)).Select(d => $"{d:MM-dd}")).ShouldBe(expected);
    }

    [Fact]
    public void An_office_is_closed_on_days_of_its_own_too()
    {
        var office = new OfficeDays(HolidayRegion.EnglandAndWales, new HashSet<DateOnly> { new(2026, 12, 29), new(2026, 12, 30), new(2026, 12, 31) });

        office.After(new DateTime(2026, 12, 24, 9, 0, 0, DateTimeKind.Utc)).ShouldBe(new DateTime(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc));
    }
}
