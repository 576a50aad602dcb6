using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

public class SendingPaceTests
{
    private static readonly WorkingTime London = new(WorkingTime.ZoneOf("Europe/London"), new TimeOnly(9, 0), new TimeOnly(17, 0), OfficeDays.Weekdays);
    private static readonly DateTime TuesdayNoon = new(2026, 8, 4, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_first_mail_within_working_hours_goes_at_once() => SendingPace.NextSlot(TuesdayNoon, [], 40, London).ShouldBe(TuesdayNoon);

    [Fact]
    public void The_next_one_waits_its_share_of_the_day()
        => SendingPace.NextSlot(TuesdayNoon, [TuesdayNoon.AddMinutes(-2)], 40, London).ShouldBe(TuesdayNoon.AddMinutes(10)); // 8 h / 40 = 12 min

    [Fact]
    public void In_the_evening_it_waits_for_the_morning()
        => SendingPace.NextSlot(TuesdayNoon.AddHours(8), [], 40, London).ShouldBe(new DateTime(2026, 8, 5, 8, 0, 0)); // 9:00 in British summer

    [Fact]
    public void On_friday_evening_it_waits_for_monday()
        => SendingPace.NextSlot(new DateTime(2026, 8, 7, 18, 0, 0), [], 40, London).ShouldBe(new DateTime(2026, 8, 10, 8, 0, 0));

    [Fact]
    public void Before_a_bank_holiday_it_waits_for_the_day_after()
        => SendingPace.NextSlot(new DateTime(2026, 8, 28, 18, 0, 0), [], 40, London with { Days = new OfficeDays(HolidayRegion.EnglandAndWales, new HashSet<DateOnly>()) })
            .ShouldBe(new DateTime(2026, 9, 1, 8, 0, 0));

    [Fact]
    public void A_full_mailbox_waits_until_its_first_mail_of_the_window_is_a_day_old()
    {
        DateTime[] sent = [TuesdayNoon.AddHours(-23), TuesdayNoon.AddHours(-2), TuesdayNoon.AddHours(-1)];

        SendingPace.NextSlot(TuesdayNoon, sent, cap: 3, spreadOver: null).ShouldBe(TuesdayNoon.AddHours(1));
    }

    [Fact]
    public void Without_spreading_only_the_cap_counts()
        => SendingPace.NextSlot(TuesdayNoon.AddHours(11), [TuesdayNoon], 40, null).ShouldBe(TuesdayNoon.AddHours(11));

    [Fact]
    public void A_slot_is_never_in_the_past_and_always_in_working_hours()
        => Prop.ForAll(Gen.Choose(0, 60 * 24 * 800).ToArbitrary(), Gen.Elements("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "UTC").ToArbitrary(), (minutes, zone) =>
        {
            var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);
            var day = London with { Zone = WorkingTime.ZoneOf(zone) };
            var slot = SendingPace.NextSlot(now, [now.AddMinutes(-5)], 40, day);
            var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(slot, DateTimeKind.Utc), day.Zone);
            return slot >= now && local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.TimeOfDay >= TimeSpan.FromHours(9) && local.TimeOfDay < TimeSpan.FromHours(17);
        }).QuickCheckThrowOnFailure();
}
