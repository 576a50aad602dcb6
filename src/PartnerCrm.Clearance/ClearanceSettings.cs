using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace PartnerCrm.Clearance;

public static class ClearanceSettings
{
    /// <summary>Marketing mails a mailbox may send in a day.</summary>
    public const string MailsADay = "PartnerCrm.Clearance.MailsADay";

    /// <summary>Days between two cold mails to one organisation. Fractions are allowed; 0 switches the cap off.</summary>
    public const string DaysBetweenColdMails = "PartnerCrm.Clearance.DaysBetweenColdMails";

    /// <summary>Days for which a start holds an organisation for the colleague who made it.</summary>
    public const string DaysAClaimHolds = "PartnerCrm.Clearance.DaysAClaimHolds";
}

public class ClearanceSettingDefinitions : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(
        new SettingDefinition(ClearanceSettings.MailsADay, "40", L("Setting:MailsADay")),
        new SettingDefinition(ClearanceSettings.DaysBetweenColdMails, "5", L("Setting:DaysBetweenColdMails")),
        new SettingDefinition(ClearanceSettings.DaysAClaimHolds, "30", L("Setting:DaysAClaimHolds")));

    private static LocalizableString L(string name) => LocalizableString.Create<ClearanceResource>(name);
}
