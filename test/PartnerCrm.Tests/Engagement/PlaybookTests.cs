using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

public class PlaybookTests
{
    private static readonly PlaybookStep Hello = PlaybookStep.SocialTouch("Hello {FirstName}");
    private static readonly PlaybookStep Wait3 = PlaybookStep.AwaitAnswer("P3D");
    private static readonly PlaybookStep Mail = PlaybookStep.SendMail("first-mail");
    private static readonly PlaybookStep Remind = PlaybookStep.Reminder("reminder-1");
    private static readonly PlaybookStep Rest = PlaybookStep.Rest(180);

    [Fact]
    public void The_playbooks_everybody_starts_with_can_be_followed()
    {
        PlaybookRules.Broken(DefaultPlaybooks.Steps()).ShouldBeEmpty();
        PlaybookRules.Broken(DefaultPlaybooks.DemoSteps()).ShouldBeEmpty();
    }

    [Fact]
    public void It_needs_an_end()
    {
        Broken(Hello, Wait3).ShouldBe(["Playbook:NoEnd"]);
        Broken(Hello, Rest, Wait3, Rest).ShouldBe(["Playbook:NoEnd"]);
        Broken(Hello, Wait3, PlaybookStep.OfferMeeting("meeting-offer", "PT30M")).ShouldBeEmpty();
    }

    [Fact]
    public void It_is_not_empty() => Broken().ShouldBe(["Playbook:Empty"]);

    [Theory]
    [InlineData("-P3D", "Playbook:WaitNotPositive")]
    [InlineData("PT0S", "Playbook:WaitNotPositive")]
    [InlineData("three days", "Playbook:WaitNotUnderstood")]
    public void Its_waits_are_longer_than_nothing(string wait, string rule) => Broken(Hello, PlaybookStep.AwaitAnswer(wait), Rest).ShouldBe([rule]);

    [Theory]
    [InlineData("P1D")]
    [InlineData("PT5M")]
    public void A_meeting_fits_into_a_working_day(string duration) =>
        Broken(Hello, Wait3, PlaybookStep.OfferMeeting("meeting-offer", duration)).ShouldBe(["Playbook:DurationOutOfRange"]);

    [Fact]
    public void It_reminds_twice_at_most_and_never_without_a_wait()
    {
        Broken(Hello, Mail, Wait3, Remind, Wait3, Remind, Wait3, Rest).ShouldBeEmpty();
        Broken(Hello, Mail, Wait3, Remind, Wait3, Remind, Wait3, Remind, Rest).ShouldBe(["Playbook:TooManyReminders"]);
        Broken(Hello, Mail, Remind, Rest).ShouldBe(["Playbook:ReminderWithoutWait"]);
        Broken(Hello, Wait3, Remind, Rest).ShouldBe(["Playbook:ReminderOfNothing"]);
    }

    [Fact]
    public void Its_first_mail_is_approved_by_a_person() =>
        Broken(Hello, PlaybookStep.SendMail("first-mail", needsApproval: false), Rest).ShouldBe(["Playbook:FirstMailNotApproved"]);

    [Fact]
    public void Every_broken_rule_is_told_with_its_step()
    {
        var broken = PlaybookRules.Broken([PlaybookStep.SocialTouch(" "), PlaybookStep.AwaitAnswer("P0D"), PlaybookStep.SendMail("")]);

        broken.Select(b => (b.Key, b.Data.GetValueOrDefault("Step"))).ShouldBe(
            [("Playbook:NoText", "1"), ("Playbook:WaitNotPositive", "2"), ("Playbook:NoTemplate", "3"), ("Playbook:NoEnd", null)], ignoreOrder: true);
    }

    [Fact]
    public void A_version_that_breaks_rules_is_not_published() =>
        Should.Throw<PlaybookRefused>(() => new Playbook(Guid.NewGuid(), null, "Bad", null).Publish(Guid.NewGuid(), [Wait3], DateTime.UtcNow))
            .Broken.Single().Key.ShouldBe("Playbook:NoEnd");

    [Fact]
    public void Steps_survive_being_written_down() => PlaybookStep.Read(PlaybookStep.Write(DefaultPlaybooks.Steps())).ShouldBe(DefaultPlaybooks.Steps());

    private static IEnumerable<string> Broken(params PlaybookStep[] steps) => PlaybookRules.Broken(steps).Select(s => s.Key);
}
