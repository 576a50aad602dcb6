namespace PartnerCrm.Engagement;

/// <summary>The playbooks everybody starts with.</summary>
public static class DefaultPlaybooks
{
    public const string Name = "From social contact to meeting";
    public const string DemoName = "From social contact to meeting (seconds instead of days)";

    private const string Hello =
        "Hello {FirstName}, thank you for connecting. I look after the university's relations with partners. What is {Organisation} working on at the moment?";

    public static IReadOnlyList<PlaybookStep> Steps(string toAnswer = "P3D", string toReply = "P5D", string toReplyAgain = "P7D", string toChoose = "P14D") =>
    [
        PlaybookStep.SocialTouch(Hello),
        PlaybookStep.AwaitAnswer(toAnswer),
        PlaybookStep.SendMail("first-mail"),
        PlaybookStep.AwaitAnswer(toReply),
        PlaybookStep.Reminder("reminder-1"),
        PlaybookStep.AwaitAnswer(toReplyAgain),
        PlaybookStep.Reminder("reminder-2"),
        PlaybookStep.AwaitAnswer(toReplyAgain),
        PlaybookStep.OfferMeeting("meeting-offer", "PT30M", toChoose),
        PlaybookStep.Rest(180),
    ];

    /// <summary>The same, for those who watch.</summary>
    public static IReadOnlyList<PlaybookStep> DemoSteps() => Steps("PT2S", "PT3S", "PT60S", "PT10M");
}
