using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnerCrm.Engagement;

public enum StepKind
{
    SocialTouch, AwaitAnswer, SendMail, Reminder, OfferMeeting, Rest,
}

/// <summary>
/// One step of a playbook. Which of the properties a kind needs: see <see cref="PlaybookRules"/>.
/// <paramref name="Wait"/> and <paramref name="Duration"/> are ISO 8601 durations.
/// </summary>
public record PlaybookStep(
    StepKind Kind,
    string? Text = null,
    string? Template = null,
    string? Wait = null,
    bool NeedsApproval = false,
    string? Duration = null,
    int? Days = null)
{
    public const int MaxTextLength = 2000;
    public const int MaxTemplateLength = 128;

    /// <summary>If nobody chooses a time or answers, an offer has had its chance after this.</summary>
    public const string OfferStandsFor = "P14D";

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PlaybookStep SocialTouch(string text) => new(StepKind.SocialTouch, Text: text);

    public static PlaybookStep AwaitAnswer(string wait) => new(StepKind.AwaitAnswer, Wait: wait);

    /// <summary>A first mail is always the owner's draft.</summary>
    public static PlaybookStep SendMail(string template, bool needsApproval = true) => new(StepKind.SendMail, Template: template, NeedsApproval: needsApproval);

    public static PlaybookStep Reminder(string template, bool needsApproval = false) => new(StepKind.Reminder, Template: template, NeedsApproval: needsApproval);

    public static PlaybookStep OfferMeeting(string template, string duration, string? wait = null) =>
        new(StepKind.OfferMeeting, Template: template, Duration: duration, Wait: wait);

    public static PlaybookStep Rest(int days) => new(StepKind.Rest, Days: days);

    public static string Write(IReadOnlyList<PlaybookStep> steps) => JsonSerializer.Serialize(steps, Json);

    public static IReadOnlyList<PlaybookStep> Read(string json) => JsonSerializer.Deserialize<List<PlaybookStep>>(json, Json)!;
}
