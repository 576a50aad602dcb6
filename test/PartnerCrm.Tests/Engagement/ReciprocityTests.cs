using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

public class ReciprocityTests
{
    private static readonly DateTime Monday = new(2026, 9, 7, 9, 0, 0, DateTimeKind.Utc);
    private static readonly SignalWeights Weights = new();

    [Theory]
    [InlineData(TouchKind.MeetingHeld, 5)]
    [InlineData(TouchKind.PersonalReply, 4)]
    [InlineData(TouchKind.IntroductionAccepted, 3)]
    [InlineData(TouchKind.EventAttended, 2)]
    [InlineData(TouchKind.InvitationFromThem, 2)]
    [InlineData(TouchKind.InvitationAccepted, 1)]
    [InlineData(TouchKind.AutomaticReply, 0)]
    [InlineData(TouchKind.Opened, 0)]
    [InlineData(TouchKind.Clicked, 0)]
    public void What_they_do_weighs(TouchKind kind, double weight) => Weights.Of(kind, Direction.FromThem).ShouldBe(weight);

    [Fact]
    public void Each_signal_halves_every_ninety_days()
    {
        var reciprocity = default(Reciprocity).With(Direction.FromThem, TouchKind.PersonalReply, 4, Monday);

        reciprocity.TheirsAt(Monday).ShouldBe(4, 1e-9);
        reciprocity.TheirsAt(Monday.AddDays(90)).ShouldBe(2, 1e-9);
        reciprocity.TheirsAt(Monday.AddDays(180)).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void The_screen_shows_whole_numbers_and_the_gate_reads_them()
    {
        var reciprocity = default(Reciprocity).With(Direction.FromThem, TouchKind.EventAttended, 2, Monday);

        reciprocity.They(Monday.AddDays(30)).ShouldBe(2);
        Gates.SocialToEmail(reciprocity, Monday.AddDays(30)).ShouldBeNull();
        reciprocity.They(Monday.AddDays(40)).ShouldBe(1);
        Gates.SocialToEmail(reciprocity, Monday.AddDays(40)).ShouldNotBeNull();
    }

    [Fact]
    public void A_reminder_is_part_of_the_mail_it_reminds_of()
    {
        var reciprocity = default(Reciprocity)
            .With(Direction.FromUs, TouchKind.Mail, 1, Monday)
            .With(Direction.FromUs, TouchKind.Reminder, 1, Monday.AddDays(5))
            .With(Direction.FromUs, TouchKind.Reminder, 1, Monday.AddDays(12));

        reciprocity.Unanswered.ShouldBe(1);
    }

    [Fact]
    public void An_automatic_reply_answers_nothing_and_a_personal_one_answers_all()
    {
        var asked = default(Reciprocity).With(Direction.FromUs, TouchKind.Message, 1, Monday).With(Direction.FromUs, TouchKind.Mail, 1, Monday);

        asked.With(Direction.FromThem, TouchKind.AutomaticReply, 0, Monday).Unanswered.ShouldBe(2);
        asked.With(Direction.FromThem, TouchKind.PersonalReply, 4, Monday).Unanswered.ShouldBe(0);
    }

    [Fact]
    public void Whatever_the_order_in_which_touches_are_told_the_sums_are_the_same() => Prop.ForAll(Histories(), history =>
    {
        var (forwards, backwards) = (Sum(history), Sum(history.Reverse()));
        return Close(forwards.TheirsAt(Monday), backwards.TheirsAt(Monday)) && Close(forwards.OursAt(Monday), backwards.OursAt(Monday));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_is_ahead_today_is_ahead_at_any_time() => Prop.ForAll(Histories(), Histories(), (one, other) =>
    {
        var (a, b) = (Sum(one), Sum(other));
        return Math.Sign(a.TheirsAtEpoch.CompareTo(b.TheirsAtEpoch)) == Math.Sign(a.TheirsAt(Monday).CompareTo(b.TheirsAt(Monday)))
            || Close(a.TheirsAt(Monday), b.TheirsAt(Monday));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_only_fades_while_nothing_happens() => Prop.ForAll(Histories(), history =>
    {
        var sum = Sum(history);
        return sum.TheirsAt(Monday.AddDays(1)) <= sum.TheirsAt(Monday) && sum.TheirsAt(Monday) >= 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_as_it_happens_and_counting_the_history_agree() => Prop.ForAll(Histories(), history =>
    {
        var relationship = new Relationship(Guid.NewGuid(), null, People.Contact(), People.Olivia);
        var touchpoints = history.OrderBy(t => t.Day).Select(t => new Touchpoint(
            Guid.NewGuid(), relationship, Channel.Email, t.Direction, t.Kind, Weights.Of(t.Kind, t.Direction), Monday.AddDays(-t.Day), "", People.Olivia)).Reverse().ToList();
        foreach (var touchpoint in touchpoints) relationship.Count(touchpoint);
        return relationship.Unanswered == Reciprocity.Of(touchpoints).Unanswered;
    }).QuickCheckThrowOnFailure();

    private static Reciprocity Sum(IEnumerable<(Direction Direction, TouchKind Kind, int Day)> history) => history.Aggregate(
        default(Reciprocity), (sum, t) => sum.With(t.Direction, t.Kind, Weights.Of(t.Kind, t.Direction), Monday.AddDays(-t.Day)));

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Max(a, b));

    private static Arbitrary<(Direction Direction, TouchKind Kind, int Day)[]> Histories() => Arb.From(
        (from direction in Gen.Elements(Direction.FromThem, Direction.FromUs)
         from kind in Gen.Elements(Enum.GetValues<TouchKind>())
         from day in Gen.Choose(0, 1000)
         select (direction, kind, day)).ArrayOf());
}
