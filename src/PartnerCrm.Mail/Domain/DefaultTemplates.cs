namespace PartnerCrm.Mail;

/// <summary>
/// The templates a new university starts with: the files under Templates/, a folder a language. Each begins with the lines "Subject:" and "Kind:",
/// then comes an empty line, then the text.
/// </summary>
public static class DefaultTemplates
{
    public const string FirstMail = "first-mail";
    public const string Reminder1 = "reminder-1";
    public const string Reminder2 = "reminder-2";
    public const string MeetingOffer = "meeting-offer";
    public const string MeetingInvitation = "meeting-invitation";
    public const string MeetingCancelled = "meeting-cancelled";
    public const string Notice = "notice";
    public const string Footer = "footer";

    public static readonly IReadOnlyList<string> Languages = ["en", "de"];
    public static readonly IReadOnlyList<string> Names = [FirstMail, Reminder1, Reminder2, MeetingOffer, MeetingInvitation, MeetingCancelled, Notice, Footer];

    public static Template? Make(Guid id, Guid? tenantId, string name, string language)
    {
        using var file = typeof(DefaultTemplates).Assembly.GetManifestResourceStream($"PartnerCrm.Mail.Templates.{language}.{name}.txt");
        if (file is null) return null;
        using var reader = new StreamReader(file);
        var subject = reader.ReadLine()!["Subject: ".Length..];
        var kind = Enum.Parse<TemplateKind>(reader.ReadLine()!["Kind: ".Length..]);
        return new Template(id, tenantId, name, language, kind, subject, reader.ReadToEnd(), html: null);
    }
}
