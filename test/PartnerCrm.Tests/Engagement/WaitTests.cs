using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Engagement;
using Volo.Abp;

namespace PartnerCrm.Tests.Engagement;

public class WaitTests
{
    private static readonly DateTime LeapDay = new(2028, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("P3D", "2028-03-03T12:00:00")]
    [InlineData("PT5S", "2028-02-29T12:00:05")]
    [InlineData("P1Y", "2029-02-28T12:00:00")]
    [InlineData("P1M", "2028-03-29T12:00:00")]
    [InlineData("P2W", "2028-03-14T12:00:00")]
    [InlineData("P1Y2M3DT4H5M6S", "2029-05-02T16:05:06")]
    [InlineData("PT0.5S", "2028-02-29T12:00:00.5")]
    [InlineData("PT0,5S", "2028-02-29T12:00:00.5")]
    [InlineData("P100Y", "2128-02-29T12:00:00")]
    public void Waits_are_written_as_iso_8601_writes_durations(string wait, string end) =>
        Wait.Parse(wait).After(LeapDay).ShouldBe(DateTime.Parse(end, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("P1000000Y")]
    [InlineData("P99999999999999999999999999D")]
    [InlineData("P99999999999999999999999999999999999999999999D")]
    public void There_is_no_longest_wait(string wait) => Wait.Parse(wait).After(LeapDay).Year.ShouldBe(9000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("3 days")]
    [InlineData("P1H")]
    [InlineData("P1D ; drop")]
    [InlineData("P1.2.3D")]
    public void What_is_no_duration_is_refused(string? wait) =>
        Should.Throw<BusinessException>(() => Wait.Parse(wait)).Code.ShouldBe(EngagementErrors.WaitNotUnderstood);

    [Theory]
    [InlineData("P0D")]
    [InlineData("PT0S")]
    [InlineData("-P3D")]
    public void A_wait_is_longer_than_nothing(string wait) =>
        Should.Throw<BusinessException>(() => Wait.Parse(wait)).Code.ShouldBe(EngagementErrors.WaitNotPositive);

    [Fact]
    public void Whole_seconds_come_back_as_they_went_in() => Prop.ForAll(Arb.From(Gen.Choose(1, int.MaxValue)),
        seconds => Wait.Parse($"PT{seconds}S").AsTimeSpan(LeapDay) == TimeSpan.FromSeconds(seconds)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_it_fail_otherwise_than_by_refusing() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        try
        {
            return Wait.Parse(text).After(LeapDay) > LeapDay;
        }
        catch (BusinessException)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();
}
