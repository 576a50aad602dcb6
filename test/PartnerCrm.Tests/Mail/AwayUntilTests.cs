using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

public class AwayUntilTests
{
    private static readonly DateTime Monday = new(2026, 8, 3, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("I am out of the office until 14 August 2026.", "2026-08-15")]
    [InlineData("I am on annual leave until Friday 14th August and will answer then.", "2026-08-15")]
    [InlineData("Out of office from 1 to 12 August.", "2026-08-13")]
    [InlineData("I'll be back on Monday, 17 August.", "2026-08-17")]
    [InlineData("I am away and will return on August 17th.", "2026-08-17")]
    [InlineData("I will be back in the office on 2026-08-20.", "2026-08-20")]
    [InlineData("Away until 08/14/2026.", "2026-08-15")]
    [InlineData("Away until 14/08/2026.", "2026-08-15")]
    [InlineData("I am away until 14 August and back on 17 August.", "2026-08-17")]
    [InlineData("I will be back tomorrow.", "2026-08-04")]
    [InlineData("Back on Thursday.", "2026-08-06")]
    [InlineData("Back next week.", "2026-08-10")]
    [InlineData("I am away until 7 January.", "2027-01-08")]
    [InlineData("Ich bin bis 14.08.2026 nicht im Büro.", "2026-08-15")]
    [InlineData("Ich bin bis einschließlich 14.8. im Urlaub.", "2026-08-15")]
    [InlineData("Ich bin bis zum 14. August nicht erreichbar.", "2026-08-15")]
    [InlineData("Ab dem 17. August bin ich wieder für Sie da.", "2026-08-17")]
    [InlineData("Ich bin am Montag, den 17.08.2026 wieder im Büro und wieder ab 17.08.2026 erreichbar.", "2026-08-17")]
    [InlineData("Ich bin wieder am 17.08. im Büro.", "2026-08-17")]
    [InlineData("Ich bin zurück am 2. März.", "2027-03-02")]
    public void They_are_back_on(string text, string date) => AwayUntil.Find(text, Monday)!.Value.ToString("yyyy-MM-dd").ShouldBe(date);

    [Theory]
    [InlineData("I am out of the office with limited access to e-mail.")]
    [InlineData("Away until 08/09/2026.")] // August or September?
    [InlineData("I was away until 14 August 2020.")]
    [InlineData("Back on 31 February 2027.")]
    [InlineData("Back on 99.99.9999")]
    [InlineData("Until 14 sandwiches are eaten.")]
    [InlineData("")]
    public void It_does_not_guess(string text) => AwayUntil.Find(text, Monday).ShouldBeNull();
}
