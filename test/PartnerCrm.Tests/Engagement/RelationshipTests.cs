using PartnerCrm.Contracts;
using PartnerCrm.Engagement;
using Volo.Abp;

namespace PartnerCrm.Tests.Engagement;

public class RelationshipTests
{
    private static readonly DateTime Monday = new(2026, 9, 7, 9, 0, 0, DateTimeKind.Utc);
    private static readonly SignalWeights Weights = new();

    [Fact]
    public void It_climbs_one_rung_at_a_time()
    {
        var relationship = Begun();

        Refused(() => relationship.Escalate(Stage.Meeting, "hurry", Monday)).ShouldBe(EngagementErrors.StageSkipped);
    }

    [Fact]
    public void It_does_not_climb_through_a_closed_gate()
    {
        var relationship = Begun();

        Refused(() => relationship.Escalate(Stage.Email, "hope", Monday)).ShouldBe(EngagementErrors.GateClosed);
    }

    [Fact]
    public void Two_signals_and_one_unanswered_at_most_open_the_gate_to_mail()
    {
        var relationship = Begun();
        Count(relationship, Direction.FromThem, TouchKind.EventAttended, Monday);
        Count(relationship, Direction.FromUs, TouchKind.Message, Monday);
        relationship.WhyNot(Stage.Email, Monday).ShouldBeNull();

        Count(relationship, Direction.FromUs, TouchKind.Message, Monday);

        relationship.WhyNot(Stage.Email, Monday)!.Key.ShouldBe("Gate:TooManyUnanswered");
    }

    [Fact]
    public void Interest_of_the_last_sixty_days_opens_the_gate_to_a_meeting()
    {
        var relationship = OnEmail();
        relationship.WhyNot(Stage.Meeting, Monday)!.Key.ShouldBe("Gate:NoInterest");

        relationship.MarkInterested(Monday);

        relationship.WhyNot(Stage.Meeting, Monday.AddDays(60)).ShouldBeNull();
        relationship.WhyNot(Stage.Meeting, Monday.AddDays(61))!.Key.ShouldBe("Gate:InterestTooOld");
    }

    [Fact]
    public void Only_a_meeting_with_an_outcome_opens_the_gate_to_a_partnership()
    {
        var relationship = OnEmail();
        relationship.MarkInterested(Monday);
        relationship.Escalate(Stage.Meeting, "accepted", Monday);

        Count(relationship, Direction.FromThem, TouchKind.MeetingHeld, Monday);
        relationship.WhyNot(Stage.Partnership, Monday)!.Key.ShouldBe("Gate:NoMeetingHeld");
        Count(relationship, Direction.FromThem, TouchKind.MeetingHeld, Monday, "Two placements agreed.");

        relationship.WhyNot(Stage.Partnership, Monday).ShouldBeNull();
    }

    [Fact]
    public void An_override_opens_the_next_gate_and_needs_a_sentence()
    {
        var relationship = Begun();
        Refused(() => relationship.OverrideGate("  ")).ShouldBe(EngagementErrors.ReasonMissing);

        relationship.OverrideGate("We know each other from school.").ShouldBe(Stage.Email);

        relationship.Escalate(Stage.Email, "override", Monday);
        relationship.OverrideReason.ShouldBeNull();
    }

    [Fact]
    public void Resting_keeps_the_rung_and_waking_goes_back_to_it()
    {
        var relationship = OnEmail();

        relationship.Rest(Monday.AddDays(180), "silence", Monday);
        Refused(() => relationship.EnsureOpen()).ShouldBe(EngagementErrors.RelationshipResting);
        relationship.Wake("news", Monday);

        relationship.Stage.ShouldBe(Stage.Email);
        relationship.Unanswered.ShouldBe(0);
    }

    [Fact]
    public void What_went_unanswered_before_it_was_woken_is_past_however_late_it_is_told_of()
    {
        var relationship = OnEmail();
        var touches = new List<Touchpoint> { Touched(relationship, Monday.AddDays(-9)), Touched(relationship, Monday.AddDays(-5)) };
        relationship.Recount(touches);
        relationship.Unanswered.ShouldBe(2);
        relationship.Rest(Monday.AddDays(180), "silence", Monday);
        relationship.Wake("news", Monday);

        touches.Add(Touched(relationship, Monday.AddDays(-7)));
        relationship.Recount(touches);
        relationship.Count(Touched(relationship, Monday.AddHours(-1)));
        relationship.Unanswered.ShouldBe(0);

        relationship.Count(Touched(relationship, Monday.AddHours(1)));
        relationship.Unanswered.ShouldBe(1);
    }

    [Fact]
    public void A_rest_ends_in_the_future() =>
        Refused(() => Begun().Rest(Monday, "silence", Monday)).ShouldBe(EngagementErrors.RestInThePast);

    [Fact]
    public void What_is_closed_neither_rests_nor_changes_hands_until_it_is_reopened()
    {
        var relationship = OnEmail();
        relationship.Close("They asked for it.", Monday);

        Refused(() => relationship.Rest(Monday.AddDays(1), "silence", Monday)).ShouldBe(EngagementErrors.RelationshipClosed);
        Refused(() => relationship.HandOver(People.Henry)).ShouldBe(EngagementErrors.RelationshipClosed);
        Refused(() => relationship.Close("again", Monday)).ShouldBe(EngagementErrors.RelationshipClosed);
        Refused(() => relationship.Wake("news", Monday)).ShouldBe(EngagementErrors.RelationshipNotResting);

        relationship.Reopen("They wrote to us.", Monday);
        relationship.Stage.ShouldBe(Stage.Email);
    }

    [Fact]
    public void Every_move_is_told()
    {
        var relationship = OnEmail();
        relationship.Rest(Monday.AddDays(1), "silence", Monday);

        relationship.GetLocalEvents().Select(e => e.EventData).OfType<RelationshipStageChanged>().Select(e => (e.From, e.To))
            .ShouldBe([("Social", "Email"), ("Email", "Resting")]);
    }

    [Fact]
    public void A_new_position_or_organisation_is_a_new_job_and_a_new_name_is_not()
    {
        var contact = People.Contact();
        var relationship = new Relationship(Guid.NewGuid(), null, contact, People.Olivia);

        relationship.Copy(contact with { LastName = "Married" }).ShouldBeFalse();
        relationship.Copy(contact with { Position = "Director" }).ShouldBeTrue();
        relationship.Copy(contact with { Position = "Director", OrganisationId = Guid.NewGuid() }).ShouldBeTrue();
    }

    private static Touchpoint Touched(Relationship relationship, DateTime at) =>
        new(Guid.NewGuid(), relationship, Channel.Email, Direction.FromUs, TouchKind.Mail, 1, at, "", People.Olivia);

    private static Relationship Begun() => new(Guid.NewGuid(), null, People.Contact(), People.Olivia);

    private static Relationship OnEmail()
    {
        var relationship = Begun();
        Count(relationship, Direction.FromThem, TouchKind.PersonalReply, Monday);
        relationship.Escalate(Stage.Email, "mail sent", Monday);
        return relationship;
    }

    private static void Count(Relationship relationship, Direction direction, TouchKind kind, DateTime at, string summary = "") =>
        relationship.Count(new Touchpoint(
            Guid.NewGuid(), relationship, Channel.Email, direction, kind, Weights.Of(kind, direction), at, summary, People.Olivia));

    private static string? Refused(Action act) => Should.Throw<BusinessException>(act).Code;
}
