using PartnerCrm.Contracts;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

public class ForecastTests
{
    private static readonly DateTime Monday = new(2026, 9, 7, 9, 0, 0, DateTimeKind.Utc);
    private static readonly WorkingTime Office = new(TimeZoneInfo.Utc, new TimeOnly(9, 0), new TimeOnly(17, 0), OfficeDays.Weekdays);

    [Fact]
    public void Whoever_answers_is_offered_a_meeting()
    {
        var foreseen = Of(ForecastCase.Answers);

        foreseen.Select(f => f.Event).ShouldBe(
            [ForecastEvent.SocialTouch, ForecastEvent.TheyAnswerThere, ForecastEvent.Mail, ForecastEvent.TheyAnswer, ForecastEvent.Offer, ForecastEvent.Meeting]);
        foreseen[^1].At.ShouldBe(new DateTime(2026, 9, 14, 9, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Silence_is_reminded_of_twice_and_never_climbs()
    {
        var foreseen = Of(ForecastCase.Silent);

        foreseen.Count(f => f.Event == ForecastEvent.Reminder).ShouldBe(2);
        foreseen.ShouldNotContain(f => f.Event == ForecastEvent.Offer);
        foreseen[^1].Event.ShouldBe(ForecastEvent.Rest);
        foreseen[^1].At.ShouldBe(Monday.AddDays(3 + 5 + 7 + 7));
    }

    [Fact]
    public void Nobody_is_written_to_on_a_public_holiday()
    {
        // Christmas Eve is a Thursday; Christmas, the weekend and the substitute for Boxing Day follow.
        var eve = new DateTime(2026, 12, 24, 17, 30, 0, DateTimeKind.Utc);
        var kept = Office with { Days = new OfficeDays(HolidayRegion.EnglandAndWales, new HashSet<DateOnly>()) };

        Forecast.Of(DefaultPlaybooks.Steps(), ForecastCase.Silent, kept, new ForecastStart(eve))[0].At.ShouldBe(new DateTime(2026, 12, 29, 9, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Whoever_is_away_is_waited_for()
    {
        var (silent, away) = (Of(ForecastCase.Silent), Of(ForecastCase.Away));

        away.ShouldContain(f => f.Event == ForecastEvent.TheyAreAway);
        away[^1].At.ShouldBeGreaterThan(silent[^1].At);
    }

    [Fact]
    public void Nobody_is_written_to_who_showed_nothing()
    {
        var foreseen = Of(ForecastCase.Silent, hasSignals: false);

        foreseen.Select(f => f.Event).ShouldBe([ForecastEvent.SocialTouch, ForecastEvent.AwaitAnswer, ForecastEvent.AwaitSign, ForecastEvent.Rest]);
    }

    [Theory]
    [InlineData("2026-09-11T16:59", "2026-09-11T16:59")]
    [InlineData("2026-09-11T17:00", "2026-09-14T09:00")]
    [InlineData("2026-09-12T10:00", "2026-09-14T09:00")]
    [InlineData("2026-09-14T03:00", "2026-09-14T09:00")]
    public void People_work_by_day_and_not_at_weekends(string from, string expected) =>
        Office.From(DateTime.Parse(from, null, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal))
            .ShouldBe(DateTime.Parse(expected, null, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal));

    [Fact]
    public async Task The_picture_has_what_happened_where_it_stands_and_what_comes()
    {
        await using var app = await EngagementApp.StartAsync();
        var climb = await Climb.AwaitsAnswerToMailAsync(app);
        var relationship = await climb.RelationshipAsync();

        var picture = await app.UseAsync<StepsAppService, StepsDto>(s => s.GetAsync(relationship.Id));

        picture.Steps.TakeWhile(s => s.State != StepState.Current).Select(s => (s.Kind, s.State)).ShouldBe(
            [(StepKind.SocialTouch, StepState.Done), (StepKind.AwaitAnswer, StepState.Done), (StepKind.SendMail, StepState.Done)]);
        var current = picture.Steps.Single(s => s.State == StepState.Current);
        (current.Number, current.Until).ShouldBe((4, app.Clock.Now.AddDays(5)));
        picture.Steps.SkipWhile(s => s.State != StepState.ToCome).Select(s => s.Number).ShouldBe([5, 6, 7, 8, 10]);
        (picture.CanPause, picture.Standing).ShouldBe((true, "Waits for their answer."));
    }

    [Fact]
    public async Task A_plan_that_is_not_saved_is_tried_on_a_contact_who_may_not_be_written_to()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Lookup.Knows(People.Contact());
        app.Clearance.Answers[contact.Id] = SaidClearance.Answer(Verdict.Blocked, "Their country is unknown.");

        var preview = await app.UseAsync<PlaybookPreviewsAppService, PlaybookPreviewDto>(
            s => s.PreviewAsync(new PreviewPlaybookInput(null, null, DefaultPlaybooks.Steps(), contact.Id, null, null)), People.Olivia);

        preview.Cases.Select(c => c.Case).ShouldBe([ForecastCase.Answers, ForecastCase.Silent, ForecastCase.Away]);
        preview.Cases[0].Steps.Single(s => s.Event == ForecastEvent.Mail).WontBecause.ShouldBe("Their country is unknown.");
        preview.HoursAtMost.ShouldBeGreaterThan(0.5);
        (await app.AllAsync<Relationship>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_that_can_not_be_followed_says_why()
    {
        await using var app = await EngagementApp.StartAsync();
        var contact = People.Lookup.Knows(People.Contact());

        var preview = await app.UseAsync<PlaybookPreviewsAppService, PlaybookPreviewDto>(
            s => s.PreviewAsync(new PreviewPlaybookInput(null, null, [PlaybookStep.SendMail("first-mail")], contact.Id, null, null)), People.Olivia);

        preview.Problems.ShouldHaveSingleItem().ShouldContain("It needs an end");
    }

    private static IReadOnlyList<Foreseen> Of(ForecastCase how, bool hasSignals = true) =>
        Forecast.Of(DefaultPlaybooks.Steps(), how, Office, new ForecastStart(Monday, HasSignals: hasSignals));
}
