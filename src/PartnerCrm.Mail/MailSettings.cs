using Microsoft.Extensions.Configuration;
using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace PartnerCrm.Mail;

public static class MailSettings
{
    private const string Prefix = "PartnerCrm.Mail.";

    /// <summary>Who we are, under every mail.</summary>
    public const string University = Prefix + "University";

    /// <summary>Replaces the template "notice" when it isn't empty.</summary>
    public const string NoticeText = Prefix + "NoticeText";

    /// <summary>Where the whole privacy notice stands.</summary>
    public const string NoticeUrl = Prefix + "NoticeUrl";

    /// <summary>Mails a mailbox sends in 24 hours at most.</summary>
    public const string MailboxCap = Prefix + "MailboxCap";
    public const string SpreadOverWorkingHours = Prefix + "SpreadOverWorkingHours";

    /// <summary>When not empty, all mail leaves from this address, and answers go to the sender by Reply-To.</summary>
    public const string SharedAddress = Prefix + "SharedAddress";
}

/// <summary>Practice mode is for trying things out by day or night, so there nothing waits for working hours.</summary>
public class MailSettingDefinitions(IConfiguration configuration) : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context)
    {
        var isPractice = configuration.GetValue<bool>("Demo:Enabled");
        context.Add(
            Setting(MailSettings.University, "The University"),
            Setting(MailSettings.NoticeText, ""),
            Setting(MailSettings.NoticeUrl, ""),
            Setting(MailSettings.MailboxCap, "40"),
            Setting(MailSettings.SpreadOverWorkingHours, isPractice ? "false" : "true"),
            Setting(MailSettings.SharedAddress, ""));
    }

    private static SettingDefinition Setting(string name, string value) => new(name, value, LocalizableString.Create<MailResource>("Setting:" + name));
}
