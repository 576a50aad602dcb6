namespace PartnerCrm.Mail;

/// <summary>The variables a template may use, by kind. A name outside the list is refused when the template is saved.</summary>
public static class TemplateVariables
{
    private static readonly string[] Always =
        ["contact.firstName", "contact.lastName", "contact.name", "contact.organisation", "contact.position",
         "sender.name", "sender.email", "university"];

    // Empty where nobody knows them. "event" is where we met, "source" where their details are from.
    private static readonly string[] Optional = ["event", "source", "noticeUrl", "location", "reason", "duration", "unsubscribeLink", "noticeText"];

    private static readonly Dictionary<TemplateKind, string[]> Own = new()
    {
        [TemplateKind.Message] = ["event"],
        [TemplateKind.Offer] = ["time1", "time2", "time3", "offerLink", "duration"],
        [TemplateKind.Invitation] = ["meetingTime", "duration", "location"],
        [TemplateKind.Cancellation] = ["meetingTime", "duration", "location", "reason"],
        [TemplateKind.Notice] = ["source", "noticeUrl"],
        [TemplateKind.Footer] = ["noticeText", "unsubscribeLink"],
    };

    // Without these a mail would break the law or be of no use, whatever else the template says.
    private static readonly Dictionary<TemplateKind, string[]> Needed = new()
    {
        [TemplateKind.Offer] = ["offerLink"],
        [TemplateKind.Notice] = ["university"],
        [TemplateKind.Footer] = ["sender.name", "university", "noticeText", "unsubscribeLink"],
    };

    private static readonly Dictionary<string, string> Samples = new()
    {
        ["contact.firstName"] = "Ada", ["contact.lastName"] = "Example", ["contact.name"] = "Ada Example",
        ["contact.organisation"] = "Example Ltd", ["contact.position"] = "Head of Operations",
        ["sender.name"] = "Sam Sample", ["sender.email"] = "sam.sample@university.example.org", ["university"] = "the University",
        ["event"] = "Partnership Breakfast", ["source"] = "LinkedIn",
        ["time1"] = "Tue 4 August, 10:00", ["time2"] = "Wed 5 August, 14:00", ["time3"] = "Thu 6 August, 11:30", ["meetingTime"] = "Tue 4 August, 10:00",
        ["offerLink"] = "https://university.example.org/o/sample", ["duration"] = "30 minutes", ["location"] = "by video", ["reason"] = "illness",
        ["noticeUrl"] = "https://university.example.org/privacy", ["noticeText"] = "We hold your name and business details.",
        ["unsubscribeLink"] = "https://university.example.org/u/sample",
    };

    public static IReadOnlyCollection<string> KnownFor(TemplateKind kind) => [.. Always, .. Own[kind]];

    public static IReadOnlyCollection<string> NeededFor(TemplateKind kind) => Needed.GetValueOrDefault(kind, []);

    /// <summary>May be empty: a template has to cope, usually with <c>{{#if …}}</c>.</summary>
    public static bool MayBeMissing(string variable) => Optional.Contains(variable);

    public static IReadOnlyDictionary<string, string> SamplesFor(TemplateKind kind) => KnownFor(kind).ToDictionary(v => v, v => Samples[v]);
}
